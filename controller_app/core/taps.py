"""Duplicate filter of a seat's taps: each once, in order, none too late."""

from collections import deque
from collections.abc import Callable

from controller_app.core.protocol import IMPLAUSIBLE_TAP_AGE_MS, MAX_TAP_AGE_MS, MAX_TAPS_REMEMBERED, TAP_WRAP, Tap


class TapMemory:
    """The ids of a seat's last taps, in the order in which they were passed on.

    It belongs to the seat, so it knows a tap that is sent again on the phone's next connection. A page counts its
    taps from a random start: that it meets an id of the page before it happens once in 33 million reloads.
    """

    __slots__ = ("_ids",)

    def __init__(self) -> None:
        self._ids: deque[int] = deque(maxlen=MAX_TAPS_REMEMBERED)

    def accept(self, tap: Tap, now: float, pass_on: Callable[[], bool]) -> bool:
        """Pass a tap on if it is new, not late, and no tap that came after it has been passed on.

        Args:
            tap: its ``at`` is the phone's estimate; one that can't be right counts as unknown.
            now: seconds on the clock that the phone estimates.
            pass_on: called at most once; says whether the tap is on its way, or may be sent again.

        Returns:
            Whether it is on its way, now or since an earlier attempt.
        """
        if tap.id in self._ids:
            return True
        age = now * 1000 - tap.at if tap.at else 0
        if self._is_overtaken(tap) or MAX_TAP_AGE_MS < age < IMPLAUSIBLE_TAP_AGE_MS or not pass_on():
            return False
        self._ids.append(tap.id)
        return True

    def _is_overtaken(self, tap: Tap) -> bool:
        return bool(self._ids) and (self._ids[-1] - tap.id) % TAP_WRAP < MAX_TAPS_REMEMBERED
