"""Duplicate filter of a seat's taps: each once, in order, none too late."""

from collections import deque

from controller_app.core.protocol import TAP_WRAP, Tap

REMEMBERED = 32
"""Ids of a seat; a phone keeps a tap for 2 s, and no thumb is quicker than 16 a second."""

LATE = 2000
"""Milliseconds after the finger; whoever tapped has been told by then that it did not arrive."""

UNLIKELY = 60_000
"""Milliseconds: an older tap has a wrong clock, since no connection stands still for so long and lives."""


class TapMemory:
    """The ids of a seat's last taps, in the order in which they were passed on.

    It belongs to the seat, so it knows a tap that is sent again on the phone's next connection. A page counts its
    taps from a random start: that it meets an id of the page before it happens once in 33 million reloads.
    """

    __slots__ = ("_ids",)

    def __init__(self) -> None:
        self._ids: deque[int] = deque(maxlen=REMEMBERED)

    def knows(self, tap: Tap) -> bool:
        """Whether it has been passed on before."""
        return tap.id in self._ids

    def admits(self, tap: Tap, now: float) -> bool:
        """Whether it may be passed on: it is new, not late, and no tap that came after it has been.

        Args:
            tap: its ``at`` is the phone's estimate; one that can't be right counts as unknown.
            now: seconds on the clock that the phone estimates.
        """
        age = now * 1000 - tap.at if tap.at else 0
        return not self._is_overtaken(tap) and not LATE < age < UNLIKELY

    def note(self, tap: Tap) -> None:
        """Remember that it was passed on."""
        self._ids.append(tap.id)

    def _is_overtaken(self, tap: Tap) -> bool:
        return bool(self._ids) and (self._ids[-1] - tap.id) % TAP_WRAP < REMEMBERED
