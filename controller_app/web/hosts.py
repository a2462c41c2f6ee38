"""The names and addresses that this server goes by."""

from collections.abc import Callable, Iterable

LOOK_AGAIN = 5.0
"""Seconds between two looks: the Wi-Fi may have changed, but a flood of requests must not ask each time."""


class Hosts:
    """Knows our own names, and looks again when asked for one that is new."""

    def __init__(self, fixed: Iterable[str], look: Callable[[], Iterable[str]], clock: Callable[[], float]) -> None:
        """``fixed``: names that always hold. ``look``: finds this computer's present ones. ``clock``: seconds."""
        self._fixed = {name.lower() for name in fixed if name}
        self._look = look
        self._clock = clock
        self._found: set[str] = set()
        self._looked = -LOOK_AGAIN

    def __contains__(self, name: str) -> bool:
        return name in self._fixed or name in self._found or (self._may_look() and name in self._now())

    def _may_look(self) -> bool:
        return self._clock() - self._looked >= LOOK_AGAIN

    def _now(self) -> set[str]:
        self._looked = self._clock()
        self._found = {name.lower() for name in self._look()}
        return self._found
