"""Readiness: whether new visitors are taken, and what stands in the way."""

from collections.abc import Callable


class Readiness:
    """What stands in the way of new visitors; connected ones don't notice."""

    def __init__(self) -> None:
        self.stopping = False
        """Set once the server stops."""
        self._obstacles: list[Callable[[], str]] = []

    def watch(self, obstacle: Callable[[], str]) -> None:
        """Ask ``obstacle`` from now on: it returns a sentence, or "" while nothing stands in the way."""
        self._obstacles.append(obstacle)

    @property
    def obstacle(self) -> str:
        """What stands in the way, as a sentence; "" if nothing does."""
        if self.stopping:
            return "The server stops."
        return next((sentence for obstacle in self._obstacles if (sentence := obstacle())), "")
