"""Whether new visitors are taken, and why not."""

from dataclasses import dataclass


@dataclass
class Readiness:
    """What stands in the way of new visitors; those who are in don't notice."""

    stopping: bool = False

    @property
    def obstacle(self) -> str:
        """What stands in the way, as a sentence; "" if nothing does."""
        return "The server stops." if self.stopping else ""
