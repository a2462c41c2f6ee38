"""Whether new visitors are taken, and why not."""

from dataclasses import dataclass

from controller_app.web.places import Places


@dataclass
class Readiness:
    """What stands in the way of new visitors; those who are in don't notice."""

    stopping: bool = False
    places: Places | None = None
    """For connections; None while nobody listens."""

    @property
    def obstacle(self) -> str:
        """What stands in the way, as a sentence; "" if nothing does."""
        if self.stopping:
            return "The server stops."
        return "All places are taken." if self.places and self.places.all_taken else ""
