"""Raw clients that answer pings, fall silent, vanish, or come in crowds."""

import ctypes
import json
import signal
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import pytest
import requests
import websocket

from controller_app.core.protocol import DISPLAY_NAMESPACE, PHONE_NAMESPACE
from tests.support.clients import PATIENCE, until
from tests.support.running import RunningServer

SO_ATTACH_FILTER = 26
RETURN = 0x06  # BPF_RET | BPF_K

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="what a peer that vanished leaves is tried on Linux")


class WatchedServer(RunningServer):
    """A server that tells what it holds and whose clock can be moved: tests/faults/watched.py."""

    module = "tests.faults.watched"

    def counts(self) -> dict[str, int]:
        """Return how much of everything it holds."""
        told: dict[str, int] = requests.get(f"{self.http}/test/counts", timeout=PATIENCE).json()
        return told

    def close(self) -> None:
        """End it however the test went."""
        self.stop(signal.SIGKILL)
        assert "Traceback" not in self.output, self.output

    def later(self, seconds: float) -> None:
        """Move its clock forward."""
        requests.get(f"{self.http}/test/later/{float(seconds)}", timeout=PATIENCE).raise_for_status()


class Peer:
    """A connection in one role, read by a thread of its own; ``alive`` ones answer pings."""

    def __init__(
        self, port: int, namespace: str, auth: dict[str, Any], *, source: str = "127.0.0.1", buffer: int = 0
    ) -> None:
        """``source``: the address it comes from. ``buffer``: bytes that the system takes for it; 0 is many."""
        self.raw = socket.socket()
        self.heard: list[tuple[str, Any]] = []
        self.moments: list[float] = []
        self.gone = False
        self.namespace = namespace
        self._reads = threading.Event()
        self._reads.set()
        try:
            self._socket = self._connect(port, source, buffer)
            self.send(f"40{namespace},{json.dumps(auth)}")
        except BaseException:
            self.raw.close()
            raise
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def emit(self, event: str, data: object) -> bool:
        """Send one event; False if the connection has ended."""
        return self.send(f"42{self.namespace},{json.dumps([event, data])}")

    def send(self, text: str) -> bool:
        """Send one Engine.IO packet; False if the connection has ended."""
        try:
            self._socket.send(text)
        except (OSError, websocket.WebSocketException):
            return False
        return True

    def all(self, event: str) -> list[Any]:
        """Return everything heard under one name, in order."""
        return [data for name, data in list(self.heard) if name == event]

    def moment_of(self, event: str, fits: Callable[[Any], bool] = lambda _: True) -> float | None:
        """Return when such a message was first heard, in monotonic seconds."""
        heard = zip(list(self.heard), list(self.moments), strict=False)
        return next((moment for (name, data), moment in heard if name == event and fits(data)), None)

    def wait_for(self, event: str, fits: Callable[[Any], bool] = lambda _: True, patience: float = PATIENCE) -> Any:
        """Return the first message of that name that fits; fail early if the connection has ended without it."""
        return until(lambda: self._find(event, fits), lambda: f"'{event}' among {self.heard[-5:]}", patience)[0]

    def fall_silent(self) -> None:
        """Read nothing and answer nothing from the next message on, as a page does that its phone has put to sleep."""
        self._reads.clear()

    def vanish(self) -> None:
        """Let the system drop whatever arrives, as if the radio were gone: no acknowledgement, no end, no reset."""
        drop = ctypes.create_string_buffer(struct.pack("HBBI", RETURN, 0, 0, 0))
        self.raw.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, struct.pack("HP", 1, ctypes.addressof(drop)))
        self.fall_silent()

    def close(self) -> None:
        """Hang up without a word."""
        self._reads.set()
        with suppress(OSError):
            self.raw.shutdown(socket.SHUT_RDWR)  # wakes the thread; the end reaches the server only if it can
        self._thread.join(PATIENCE)
        self._socket.shutdown()  # type: ignore[no-untyped-call]

    def _connect(self, port: int, source: str, buffer: int) -> websocket.WebSocket:
        if buffer:
            self.raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        self.raw.settimeout(PATIENCE)
        self.raw.bind((source, 0))
        self.raw.connect(("127.0.0.1", port))
        address = f"ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket"
        connection = websocket.create_connection(address, timeout=PATIENCE, socket=self.raw)
        connection.settimeout(None)
        return connection

    def _find(self, event: str, fits: Callable[[Any], bool]) -> list[Any] | None:
        gone = self.gone  # asked first, since the last words come before the end
        found = next(([data] for data in self.all(event) if fits(data)), None)
        assert found or not gone, f"The connection ended without '{event}': {self.heard[-5:]}"
        return found

    def _read(self) -> None:
        try:
            while self._reads.wait():
                text = self._socket.recv()
                if not text:
                    break
                if text == "2" and self._reads.is_set():
                    self._socket.send("3")
                self._hear(str(text))
        except (OSError, websocket.WebSocketException):
            pass
        self.gone = True

    def _hear(self, text: str) -> None:
        kind, body = text[:2], text[2:].partition(",")[2]
        if kind == "42":
            name, *data = json.loads(body)
            self.moments.append(time.monotonic())
            self.heard.append((name, data[0] if data else None))
        elif kind == "43":
            number, _, answer = body.partition("[")
            self.moments.append(time.monotonic())
            self.heard.append(("acknowledged", (int(number), *json.loads(f"[{answer}"))))
        elif kind == "44":
            self.moments.append(time.monotonic())
            self.heard.append(("connect_error", json.loads(body)["data"]))


class PeerDisplay(Peer):
    """A big screen."""

    def __init__(self, port: int, host: str | None = None, **more: Any) -> None:
        super().__init__(port, DISPLAY_NAMESPACE, {"host": host}, **more)
        try:
            self.opened = self.wait_for("opened")
        except BaseException:
            self.close()
            raise
        self.room: str = self.opened["room"]

    @property
    def host_pass(self) -> str:
        """The newest of its passes."""
        told = [data["host_pass"] for event, data in list(self.heard) if event in ("opened", "joined")]
        return str(told[-1])


class PeerPhone(Peer):
    """A phone; ``sit`` waits for its seat."""

    def __init__(self, port: int, room: str, seat: str | None = None, **more: Any) -> None:
        super().__init__(port, PHONE_NAMESPACE, {"room": room, "seat": seat}, **more)

    def sit(self) -> "PeerPhone":
        """Wait until it has a seat."""
        self.wait_for("seated")
        return self

    @property
    def card(self) -> dict[str, Any]:
        """Number, colour, shape and name."""
        card: dict[str, Any] = self.wait_for("seated")["seat"]
        return card

    @property
    def number(self) -> int:
        """Its seat's number."""
        return int(self.card["number"])

    @property
    def seat_pass(self) -> str:
        """What brings it back."""
        return str(self.wait_for("seated")["seat_pass"])

    def tilt(self, seq: int, x: int = 0, at: int = 0) -> bool:
        """Send a sample."""
        return self.emit("tilt", [seq, at, x, 0, 0, 10_000, 0])

    def tap(self, number: int) -> bool:
        """Send a tap and ask for its acknowledgement: ``("acknowledged", (number, whether it is on its way))``."""
        return self.send(f'42{self.namespace},{number}["tap",[{number},0,5000,5000]]')


def at_once(joins: list[Callable[[], PeerPhone]]) -> list[PeerPhone]:
    """Let a crowd in, 50 at a time, and wait until all are seated."""
    with ThreadPoolExecutor(50) as hands:
        phones = list(hands.map(lambda join: join(), joins))
    return [phone.sit() for phone in phones]
