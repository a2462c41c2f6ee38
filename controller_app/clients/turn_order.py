"""Admit replayed phones in recorded order, so that each gets its recorded seat."""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from gevent.event import Event


class TurnOrder:
    """Lets phones through one at a time in an order that is known; after the last it begins anew.

    Timers don't do: of two phones that are due within a millisecond, either may wake first.
    """

    def __init__(self, order: Iterable[int]) -> None:
        """``order`` has the phone of each turn; one that comes more often is in it more often."""
        self._order = deque(order)
        self._open = {phone: Event() for phone in self._order}
        self._open_next()

    @contextmanager
    def turn(self, phone: int) -> Iterator[None]:
        """Wait for this phone's next turn, and be alone until the block is done."""
        self._open[phone].wait()
        try:
            yield
        finally:
            self._open[phone].clear()
            self._order.rotate(-1)
            self._open_next()

    def _open_next(self) -> None:
        if self._order:
            self._open[self._order[0]].set()
