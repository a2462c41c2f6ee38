"""One greenlet per display that sends frames."""

import time
from collections.abc import Callable
from typing import Protocol

import gevent
from gevent.event import Event

from controller_app.core.frames import Frames
from controller_app.core.protocol import Frame
from controller_app.core.rooms import Room

BEHIND = 0.004
"""Seconds to wait before looking again whether a slow display has taken what it was sent."""

BUSY = 0.002
"""Seconds that one turn of the loop takes when the server has its hands full."""


def turn() -> float:
    """Return the seconds since the loop last looked for input: how long it has worked off what it found."""
    return time.time() - gevent.get_hub().loop.now()


class Out(Protocol):
    """Where a pump sends to; web/wire/outlet.py is one."""

    @property
    def is_behind(self) -> bool:
        """Whether something sent earlier is still waiting to leave."""

    def send(self, frame: Frame) -> bool:
        """Send a frame; False if there is nobody to send it to."""


class Pump:
    """Sends what is new to one display: at once when there is little to do, merged when there is much.

    A display that has not taken the last frame gets none until it has, so memory stays flat and what arrives is fresh.
    """

    def __init__(self, frames: Frames, out: Out, frames_per_second: float, turn: Callable[[], float] = turn) -> None:
        """``frames_per_second``: the most a display gets once the loop is busy. ``turn``: see the function above."""
        self._frames = frames
        self._out = out
        self._gap = 1.0 / frames_per_second
        self._turn = turn
        self._fresh = Event()
        self.behind = 0.0
        """Seconds that the display kept this pump waiting, since somebody last set it to 0."""
        frames.wake = self._fresh.set
        self._greenlet = gevent.spawn(self._run)

    def stop(self) -> None:
        """End the greenlet; what is new stays in the frames for the next display."""
        self._greenlet.kill(block=False)

    def flush(self) -> None:
        """Send what is new now, so that an event sent next comes after the samples before it."""
        frame = self._frames.take()
        if frame:
            self._out.send(frame)

    def _run(self) -> None:
        while self._fresh.wait():
            self._fresh.clear()
            while self._out.is_behind:
                gevent.sleep(BEHIND)
                self.behind += BEHIND
            is_busy = self._turn() > BUSY
            frame = self._frames.take()
            if frame and not self._out.send(frame):
                return
            if is_busy:  # what arrives meanwhile merges; that is cheaper than another frame
                gevent.sleep(self._gap)


class Pumps:
    """The pump of each room whose display is here."""

    def __init__(self, frames_per_second: float) -> None:
        self._frames_per_second = frames_per_second
        self._pumps: dict[str, Pump] = {}

    def start(self, room: Room, out: Out) -> None:
        """Send a room's frames to this display from now on."""
        self.stop(room)
        self._pumps[room.code] = Pump(room.frames, out, self._frames_per_second)

    def stop(self, room: Room) -> None:
        """Stop sending a room's frames; its display is gone."""
        pump = self._pumps.pop(room.code, None)
        if pump:
            pump.stop()

    def share_behind(self, room: Room, seconds: float) -> float:
        """Return the share of the last seconds in which a room's display did not keep up, 0 to 1."""
        pump = self._pumps.get(room.code)
        if pump is None:
            return 0.0
        behind, pump.behind = pump.behind, 0.0
        return min(1.0, behind / seconds)

    def flush(self, room: Room) -> None:
        """Send what is new in a room now."""
        pump = self._pumps.get(room.code)
        if pump:
            pump.flush()
