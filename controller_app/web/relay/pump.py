"""Pump: sends merged frames of samples to each display."""

from collections.abc import Callable
from time import monotonic
from typing import Protocol

import gevent

from controller_app.core.frames import LatestSamples
from controller_app.core.protocol import Frame
from controller_app.core.room import Room

BUSY_TURN_S = 0.002
"""Seconds that one turn of the loop takes when the server has its hands full."""

BUSY_GAP_TURNS = 2.0
"""How many such turns a display then waits for its next frame, unless its least gap is shorter: a fixed wait would be
most of the delay where the loop is only just busy."""


class LoopTimer:
    """Called, tells for how many seconds the loop has worked off what it found when it last looked for input."""

    def __init__(self) -> None:
        self._began = monotonic()
        # The loop knows a moment itself, but on a clock that can be set, or on Windows another one than Python's.
        self._watcher = gevent.get_hub().loop.check(ref=False)
        self._watcher.start(self._begin)

    def __call__(self) -> float:
        """Return the seconds."""
        return monotonic() - self._began

    def _begin(self) -> None:
        self._began = monotonic()


class Out(Protocol):
    """Where a pump sends to; wire/sender.py is one."""

    @property
    def is_behind(self) -> bool:
        """Whether something sent earlier is still waiting to leave."""

    def send(self, frame: Frame) -> bool:
        """Send a frame; False if there is nobody to send it to."""


class Pump:
    """Sends what is new to one display: at once when there is little to do, merged when there is much.

    A display that has not taken the last frame gets none until it has, so memory stays flat and what arrives is fresh.
    No greenlet has to wake for a frame: the loop calls this once it has read what has arrived.
    """

    def __init__(self, frames: LatestSamples, out: Out, frames_per_second: float, turn: Callable[[], float]) -> None:
        """``frames_per_second``: the most a display gets once the loop is busy. ``turn``: see ``LoopTimer``."""
        self._frames = frames
        self._out = out
        self._turn = turn
        self._loop = gevent.get_hub().loop
        self._gap = 1.0 / frames_per_second
        self._timer = self._loop.timer(self._gap)
        self._is_due = False  # the loop is going to call _send
        self._is_stopped = False
        self.behind = 0.0
        """Seconds that the display kept this pump waiting, since somebody last set it to 0."""
        self._samples = frames.subscribe(self._wake)

    def stop(self) -> None:
        """Send nothing more."""
        self._frames.unsubscribe(self._samples)
        self._is_stopped = True
        self._timer.stop()
        self._timer.close()

    def flush(self) -> bool:
        """Send what is new now, so that an event sent next comes after it; False if there is nobody to send it to."""
        frame = self._samples.take()
        return frame is None or self._out.send(frame)

    def flush_of(self, number: int) -> None:
        """Send what is new of seat ``number`` now, before an event of it; all that is new if there is room."""
        frame = self._samples.take_of(number) if self._out.is_behind else self._samples.take()
        if frame is not None:
            self._out.send(frame)

    def _wake(self) -> None:
        if not self._is_due:
            self._is_due = True
            self._loop.run_callback(self._send)

    def _send(self) -> None:
        if self._is_stopped:
            return
        self._is_due = False
        self._timer.stop()
        if self._out.is_behind:
            self.behind += self._gap
            self._send_later(self._gap)
            return
        turn = self._turn()
        if self.flush() and turn > BUSY_TURN_S:  # what arrives meanwhile merges; that is cheaper than another frame
            self._send_later(min(self._gap, BUSY_GAP_TURNS * turn))

    def _send_later(self, seconds: float) -> None:
        self._is_due = True
        self._timer.close()
        self._timer = self._loop.timer(seconds)
        self._timer.start(self._send)


class Pumps:
    """The pump of each room whose display is here."""

    def __init__(self, frames_per_second: float) -> None:
        self._frames_per_second = frames_per_second
        self._turn = LoopTimer()
        self._pumps: dict[str, Pump] = {}

    def start(self, room: Room, out: Out) -> None:
        """Send a room's frames to this display from now on."""
        self.stop(room)
        self._pumps[room.code] = self.pump(room.frames, out)

    def pump(self, frames: LatestSamples, out: Out) -> Pump:
        """Return a pump that nobody looks after here."""
        return Pump(frames, out, self._frames_per_second, self._turn)

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

    def flush(self, room: Room, number: int) -> None:
        """Send what is new of a room's seat now."""
        pump = self._pumps.get(room.code)
        if pump:
            pump.flush_of(number)
