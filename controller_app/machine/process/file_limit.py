"""Limit of open files of this process; each connection takes one."""

import contextlib
import sys

MAX_OPEN_FILES = 10_240
"""Open files that we ask for: the most that macOS gives a process."""

SPARE_FILES = 32
"""Of these, what is left for everything but connections: listeners, the log, pages and keys while they are read."""


def raise_limit() -> None:
    """Raise the limit where the system lets us: it may be 256, and each phone takes a few while its page loads."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MAX_OPEN_FILES if hard == resource.RLIM_INFINITY else min(MAX_OPEN_FILES, hard)
    if soft < wanted:
        with contextlib.suppress(OSError, ValueError):  # some systems say "no limit" and mean another
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def limit() -> int:
    """Return how many files may be open now."""
    if sys.platform == "win32":
        return MAX_OPEN_FILES  # sockets are no files there
    import resource

    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MAX_OPEN_FILES if soft == resource.RLIM_INFINITY else soft
