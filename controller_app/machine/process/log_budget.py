"""Budget of log entries: bounds the disk space that a log takes."""

import logging
from collections.abc import Callable

from controller_app.core.limits import TokenBucket

CLIENT_BURST = 100
"""Entries that clients may cause at once, all together: levels below WARNING."""

CLIENT_PER_SECOND = 20 / 60
"""Entries that clients may cause in the long run."""

FAULT_BURST = 50
"""Entries of WARNING and above at once: faults of ours, and what the host has to know."""

FAULT_PER_SECOND = 5 / 60
"""Entries of WARNING and above in the long run; a traceback of 4 kB is one of them."""


class LogBudget(logging.Filter):
    """Lets as many entries through as two token buckets allow, and counts the others.

    Two, so that nothing a client does leaves our own faults unsaid. At full speed for weeks, a line of 120 characters
    is 3.5 MB a day and a traceback of 4 kB is 29 MB a day: a card of 32 GB lasts for years.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        """``clock`` gives seconds, monotonic."""
        super().__init__()
        self._clock = clock
        self._clients = TokenBucket(CLIENT_PER_SECOND, CLIENT_BURST, clock())
        self._faults = TokenBucket(FAULT_PER_SECOND, FAULT_BURST, clock())
        self._unsaid = 0
        self.left_out = 0
        """Entries that were left out so far."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Say whether an entry is written; the next one that is tells how many were not (``record.left_out``)."""
        bucket = self._faults if record.levelno >= logging.WARNING else self._clients
        if not bucket.take(self._clock()):
            self.left_out += 1
            self._unsaid += 1
            return False
        record.left_out, self._unsaid = self._unsaid, 0
        return True
