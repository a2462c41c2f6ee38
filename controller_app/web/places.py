"""How many connections there may be at once, so that none takes the file that another one's page needs."""

import logging
from time import monotonic

from gevent.pool import Pool

from controller_app.machine import open_files

LINE_SECONDS = 60.0
"""How often a crowd may cause a line in the log."""

log = logging.getLogger("controller_app.places")


class Places(Pool):
    """The greenlets that serve connections, of all listeners together. While they are all taken, none is accepted:
    who comes waits in the system's queue, and who is in doesn't notice.
    """

    def __init__(self) -> None:
        self._limit = open_files.limit()
        super().__init__(max(1, self._limit - open_files.SPARE))
        self._said = float("-inf")

    @property
    def all_taken(self) -> bool:
        """Whether whoever comes has to wait."""
        return bool(self.free_count() <= 0)

    def full(self) -> bool:
        """Say whether all are taken. Listeners ask before they accept a connection."""
        if self.all_taken:
            self.say("All places are taken")
        return self.all_taken

    def say(self, what: str) -> None:
        """Log that somebody has to wait, now and then."""
        now = monotonic()
        if now - self._said >= LINE_SECONDS:
            self._said = now
            log.warning(
                "%s (%d connections): whoever comes now waits until somebody leaves. This system allows %d open files; "
                "`ulimit -n` tells and raises that.",
                what,
                len(self),
                self._limit,
            )
