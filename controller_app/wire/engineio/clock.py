"""Monotonic clock for Engine.IO's pings that stands still while the process does.

With the wall clock, setting the time would end connections. With a plain monotonic one, a process that was stopped
(SIGSTOP, a debugger, a laptop that slept) would end them all when it goes on, before it has read their answers.
"""

from collections.abc import Callable
from time import monotonic
from types import SimpleNamespace

import gevent
from engineio import base_socket
from engineio import socket as engine_socket

TICK_S = 0.25
"""How often the clock is looked at by itself."""

MAX_GAP_S = 0.5
"""The most that passes between two looks; more than that, and the loop was away."""


class LoopClock:
    """Counts seconds in which the event loop ran."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._seen = now()
        self._away = 0.0

    def __call__(self) -> float:
        """Return seconds."""
        now = self._now()
        self._away += max(0.0, now - self._seen - MAX_GAP_S)
        self._seen = now
        return now - self._away

    def tick(self) -> None:
        """Look at the clock for as long as the process lives."""
        while True:
            self()
            gevent.sleep(TICK_S)


def install() -> None:
    """Put such a clock in the place of the one by which Engine.IO times pings."""
    clock = LoopClock()
    for module in (base_socket, engine_socket):
        if not hasattr(module, "time"):
            raise RuntimeError("Engine.IO times its pings in a new way; this seam has to follow it.")
        module.time = SimpleNamespace(time=clock)
    gevent.spawn(clock.tick)
