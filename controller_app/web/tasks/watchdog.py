"""Watchdog thread: restarts a server whose event loop is stuck."""

import sys
from collections.abc import Callable

import gevent
import greenlet
from gevent import monkey

MAX_SILENT_LOOKS = 10
"""Looks without a sign of life that make it stuck."""

BUSY_FACTOR = 6
"""How many times as long a loop may be busy: it works something off, and timers wait until it has done that."""

MAX_TOLD_CALLS = 12
"""Calls that are told, the innermost first."""

_get_ident = monkey.get_original("_thread", "get_ident")
_sleep = monkey.get_original("time", "sleep")
_start_thread = monkey.get_original("_thread", "start_new_thread")


class Watchdog:
    """A thread that watches whether greenlets take turns, and whether timers still run.

    A stuck loop never leaves one greenlet. A busy one does, although its timers may be late: gevent runs what is ready
    before it looks at them. The thread counts its own looks, not seconds: a computer that sleeps, or a process that is
    stopped, makes it look no more than the greenlet beats. What holds Python's lock for good, which only a fault in C
    code does, holds it too.
    """

    def __init__(self, seconds: float, bark: Callable[[str], None]) -> None:
        """``seconds``: how long the loop may be stuck. ``bark``: called then, in the thread, with where it is stuck."""
        self._gap = seconds / MAX_SILENT_LOOKS
        self._bark = bark
        self._beats = 0
        self._turns = 0
        self._watched = _get_ident()

    def start(self) -> None:
        """Watch the loop of the calling thread."""
        greenlet.settrace(self._note_turn)  # 0.2 microseconds a turn
        gevent.spawn(self._beat)
        _start_thread(self._watch, ())

    def _note_turn(self, _event: str, _greenlets: object) -> None:
        self._turns += 1

    def _beat(self) -> None:
        while True:
            self._beats += 1
            gevent.sleep(self._gap)

    def _watch(self) -> None:
        beats, turns = self._beats, self._turns
        stuck = busy = 0
        while stuck < MAX_SILENT_LOOKS and busy < MAX_SILENT_LOOKS * BUSY_FACTOR:
            _sleep(self._gap)
            stuck = stuck + 1 if self._turns == turns else 0
            busy = busy + 1 if self._beats == beats else 0
            beats, turns = self._beats, self._turns
        self._bark(self._where())

    def _where(self) -> str:
        frame = sys._current_frames().get(self._watched)
        calls: list[str] = []
        while frame and len(calls) < MAX_TOLD_CALLS:
            calls.append(f"{frame.f_code.co_name} ({frame.f_code.co_filename}:{frame.f_lineno})")
            frame = frame.f_back
        return " in ".join(calls)
