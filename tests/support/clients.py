"""Real Socket.IO clients that note all they hear."""

import time
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

import engineio
import pytest
import socketio

from controller_app.core.protocol import DISPLAY_NAMESPACE, PHONE_NAMESPACE

PATIENCE = 10.0  # seconds; nothing here takes that long unless it is broken


class InOrder(engineio.Client):  # type: ignore[misc]
    """Hears one message after the other; the library starts a thread for each, and those may overtake each other."""

    def _trigger_event(self, event: str, *values: Any, **options: Any) -> Any:
        return super()._trigger_event(event, *values, **{**options, "run_async": False})


class InOrderClient(socketio.Client):  # type: ignore[misc]
    """A client of Socket.IO over it."""

    def _engineio_client_class(self) -> type[engineio.Client]:
        return InOrder


class Client:
    """One connection in one role."""

    def __init__(
        self, address: str, namespace: str, auth: dict[str, Any], transport: str = "websocket", fails: bool = False
    ) -> None:
        self.heard: list[tuple[str, Any]] = []
        self.address = address
        self.namespace = namespace
        self.gone = False
        self._io = InOrderClient(reconnection=False, ssl_verify=False)
        self._io.on("*", self._hear, namespace=namespace)
        self._io.on("disconnect", self._lose, namespace=namespace)
        self._io.on("connect_error", lambda told: self._hear("connect_error", told), namespace=namespace)
        with pytest.raises(socketio.exceptions.ConnectionError) if fails else nullcontext():
            self._io.connect(address, auth=auth, namespaces=[namespace], transports=[transport], wait_timeout=PATIENCE)
        self._socket = self._io.eio.ws

    def emit(self, event: str, data: object) -> None:
        """Send one event."""
        self._io.emit(event, data, namespace=self.namespace)

    def ask(self, event: str, data: object = None) -> Any:
        """Send one event and return its acknowledgement."""
        return self._io.call(event, data or {}, namespace=self.namespace, timeout=PATIENCE)

    def all(self, event: str) -> list[Any]:
        """Return everything heard under one name, in order."""
        return [data for name, data in list(self.heard) if name == event]

    def wait_for(self, event: str, fits: Callable[[Any], bool] = lambda _: True) -> Any:
        """Return the first message of that name that fits."""
        return until(
            lambda: next((data for data in self.all(event) if fits(data)), None),
            lambda: f"'{event}' among {self.heard[-5:]}",
        )

    def close(self) -> None:
        """Hang up, and close what the library leaves open where the server was quicker."""
        self._io.disconnect()
        if self._socket:
            self._socket.shutdown()
        if self._io.eio.http:
            self._io.eio.http.close()

    def _hear(self, event: str, data: Any = None) -> None:
        self.heard.append((event, data))

    def _lose(self, *_: object) -> None:
        self.gone = True


class Display(Client):
    """A big screen."""

    def __init__(
        self, address: str, host: str | None = None, token: str | None = None, open_pass: str | None = None, **more: Any
    ) -> None:
        rights = {"host": host, "token": token, "open_pass": open_pass}
        super().__init__(address, DISPLAY_NAMESPACE, rights, **more)
        self.opened = self.wait_for("opened")
        self.room: str = self.opened["room"]

    def tilts_of(self, number: int) -> list[list[int]]:
        """Return all tilts that came from one seat, in order."""
        return [tilt for frame in self.all("frame") for seat, tilt in frame[0] if seat == number]


class Phone(Client):
    """A phone in its seat."""

    def __init__(self, address: str, room: str, seat: str | None = None, **more: Any) -> None:
        super().__init__(address, PHONE_NAMESPACE, {"room": room, "seat": seat}, **more)
        self.seated = self.wait_for("seated")
        self.number: int = self.seated["seat"]["number"]
        self.seat_pass: str = self.seated["seat_pass"]

    def tilt(self, seq: int, x: int = 0) -> None:
        """Send a sample."""
        self.emit("tilt", [seq, 0, x, 0, 0, 10_000, 0])

    def tap(self, number: int) -> None:
        """Send a tap."""
        self.emit("tap", [number, 0, 5000, 5000])


def until(look: Callable[[], Any], what: Callable[[], str], patience: float = PATIENCE) -> Any:
    """Look again and again until there is something; fail with what was looked for."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.01)
    raise AssertionError(f"Waited {patience:g} s for {what()}.")
