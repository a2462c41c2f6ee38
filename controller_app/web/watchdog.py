"""Notices when the loop is stuck: one handler that never returns would leave everybody waiting for ever."""

import sys
from collections.abc import Callable

import gevent
from gevent import monkey

LOOKS = 10
"""Looks without a sign of life that make it stuck."""

FRAMES = 12
"""Calls that are told, the innermost first."""

_get_ident = monkey.get_original("_thread", "get_ident")
_sleep = monkey.get_original("time", "sleep")
_start_thread = monkey.get_original("_thread", "start_new_thread")


class Watchdog:
    """A thread that watches a greenlet beat.

    It counts its own looks, not seconds: a computer that sleeps, or a process that is stopped, makes it look no more
    than the greenlet beats. What holds Python's lock for good, which only a fault in C code does, holds it too.
    """

    def __init__(self, seconds: float, bark: Callable[[str], None]) -> None:
        """``seconds``: how long the loop may be stuck. ``bark``: called then, in the thread, with where it is stuck."""
        self._gap = seconds / LOOKS
        self._bark = bark
        self._beats = 0
        self._watched = _get_ident()

    def start(self) -> None:
        """Watch the loop of the calling thread."""
        gevent.spawn(self._beat)
        _start_thread(self._watch, ())

    def _beat(self) -> None:
        while True:
            self._beats += 1
            gevent.sleep(self._gap)

    def _watch(self) -> None:
        seen, still = 0, 0
        while still < LOOKS:
            _sleep(self._gap)
            still = still + 1 if self._beats == seen else 0
            seen = self._beats
        self._bark(self._where())

    def _where(self) -> str:
        frame = sys._current_frames().get(self._watched)
        calls: list[str] = []
        while frame and len(calls) < FRAMES:
            calls.append(f"{frame.f_code.co_name} ({frame.f_code.co_filename}:{frame.f_lineno})")
            frame = frame.f_back
        return " in ".join(calls)
