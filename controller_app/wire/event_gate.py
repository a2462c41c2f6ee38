"""Rate limit of a seat's events, applied before an event wakes a greenlet."""

from collections.abc import Callable

from controller_app.core.event_budget import SeatEvents
from controller_app.wire.fast_path import HEADS

MESSAGE = b"4"
"""What the text of an Engine.IO message begins with; pings, pongs and goodbyes begin otherwise."""

SAMPLES = tuple(HEADS.values())


class EventGate:
    """Lets the events of one seat's connection in, as many as the budgets allow. Samples have limits of their own."""

    __slots__ = ("_clock", "_events", "_on_excess")

    def __init__(self, events: SeatEvents, clock: Callable[[], float], on_excess: Callable[[], object]) -> None:
        """``on_excess`` is called where this phone alone sends too much; it must be quick and never wait."""
        self._events = events
        self._clock = clock
        self._on_excess = on_excess

    def __call__(self, text: bytes) -> bool:
        """Say whether a text of Engine.IO may come in."""
        if not text.startswith(MESSAGE) or text.startswith(SAMPLES):
            return True
        now = self._clock()
        if self._events.admit_own(now):
            return self._events.admit_shared(now)
        self._on_excess()
        return False
