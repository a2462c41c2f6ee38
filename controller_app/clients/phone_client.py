"""Phone client: joins a room, keeps to the server's rate, sends samples and taps."""

import random
import time
from collections.abc import Sequence
from typing import Any

import gevent
import msgspec

from controller_app.clients.poses import REST_DEGREES, Quaternion
from controller_app.clients.socketio_client import REFUSED, SocketIoClient
from controller_app.clients.wander import Point
from controller_app.core.protocol import (
    FRACTION_UNIT,
    PHONE_NAMESPACE,
    QUATERNION_UNIT,
    SEQ_WRAP,
    TAP_WRAP,
    Controls,
    Ended,
    Join,
    Pad,
    Sample,
    Tilt,
)
from controller_app.core.streams import has_moved

NOWHERE = (False,)
"""A thumb that does not touch."""

NOTHING = Controls("none")
"""What is offered before the seat is taken."""


class PhoneClient:
    """One visit of one phone. What it sends is what its page would send."""

    def __init__(self, address: str, join: Join) -> None:
        """Connect.

        Raises:
            Gone: there is no such server.
        """
        self.controls = NOTHING
        self.hertz = 60
        self.seat_pass = ""
        self.ended: Ended | None = None
        """Why the server ended the visit, or did not let it begin; None if it did neither."""
        self._behind = 0.0  # seconds from this process's clock to the server's
        self._seq, self._tap = 0, random.randrange(TAP_WRAP)
        self._sent: dict[type[Sample], Sequence[int | bool]] = {}  # the newest of each stream
        self._line = SocketIoClient(address, PHONE_NAMESPACE, join, self._hear)

    @property
    def is_taken(self) -> bool:
        """Whether the server gave it a seat."""
        return bool(self.seat_pass)

    def listen(self) -> None:
        """Hear what comes until the visit ends."""
        self._line.listen()

    def tilt(self, held: Quaternion) -> None:
        """Say how the phone is held, where that is news."""
        self._steer(Tilt, [*(round(part * QUATERNION_UNIT) for part in held), REST_DEGREES])

    def pad(self, place: Point, down: bool) -> None:
        """Say where the thumb is, where that is news: a lifted one is nowhere."""
        if down or self._sent.get(Pad, NOWHERE)[-1]:
            self._steer(Pad, [*(round(part * FRACTION_UNIT) for part in place), down])

    def stream(self, stream: type[Sample], values: Sequence[int | bool]) -> None:
        """Send a sample with these values, in the units of the protocol."""
        self._sent[stream] = values
        self._line.emit(stream.event, [self._next(), self._now(), *values])

    def tap(self, place: Point) -> None:
        """Tap the pad."""
        self._tap = (self._tap + 1) % TAP_WRAP
        x, y = (round(part * FRACTION_UNIT) for part in place)
        self._line.emit("tap", [self._tap, self._now(), x, y])

    def press(self, name: str, down: bool) -> None:
        """Press a button, or let it go."""
        self._line.emit("press", {"name": name, "down": down})

    def choose(self, name: str) -> None:
        """Choose."""
        self._line.emit("choose", {"name": name})

    def leave(self) -> None:
        """Give the seat up."""
        self._line.emit("leave", {})
        gevent.sleep(0.05)  # a connection that is closed at once may take its last word with it
        self.hang_up()

    def hang_up(self) -> None:
        """Be gone without a word; the seat is kept."""
        self._line.close()

    def _hear(self, event: str, data: Any) -> None:
        if event == "seated":
            self.controls = msgspec.convert(data["controls"], Controls)
            self.hertz = data["hertz"]
            self.seat_pass = data["seat_pass"]
            self._compare_clocks()
        elif event == "equip":
            self.controls = msgspec.convert(data["controls"], Controls)
        elif event == "shown":
            self.controls = msgspec.convert(data["visual"]["controls"], Controls)
        elif event == "display_here":
            self._sent.clear()  # a display that comes back knows nothing of a phone that keeps still
        elif event == "pace":
            self.hertz = data["hertz"]
        elif event in {"ended", REFUSED}:
            self.ended = msgspec.convert(data, Ended)

    def _steer(self, stream: type[Sample], values: Sequence[int | bool]) -> None:
        if stream not in self._sent or has_moved(stream, self._sent[stream], values):
            self.stream(stream, values)

    def _compare_clocks(self) -> None:
        asked = time.monotonic()

        def compare(server: int) -> None:
            self._behind = server / 1000 - (asked + time.monotonic()) / 2

        self._line.ask("clock", {}, compare)

    def _now(self) -> int:
        return max(0, round((time.monotonic() + self._behind) * 1000)) if self._behind else 0

    def _next(self) -> int:
        self._seq = (self._seq + 1) % SEQ_WRAP
        return self._seq
