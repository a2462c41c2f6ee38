"""Measures how busy the server and its displays are, and tells phones how often to send."""

import logging
from collections.abc import Callable

import gevent

from controller_app.core.protocol import Pace
from controller_app.web.parts import Parts

EVERY = 0.5
"""Seconds between two changes of pace."""

PROBES = 25
"""How often the loop is asked meanwhile how late it is."""

TOO_LATE = 0.004
"""Seconds that the loop may be late on average, which is the load 1.

Lateness tells what the processor's share doesn't: a loop that handles its samples one by one may use 95 % of a core
and be in time, since it would handle them in larger and cheaper batches if there were more.
"""

log = logging.getLogger("controller_app.pacing")


def start(parts: Parts) -> None:
    """Pace all rooms for as long as the process lives."""
    gevent.spawn(_forever, parts)


def pace(parts: Parts, lateness: float, seconds: float) -> None:
    """Adjust every room to its load and tell its phones where that changed something.

    Args:
        parts: of the running server.
        lateness: seconds that the loop was late, on average.
        seconds: since the last time.
    """
    for room in parts.rooms:
        if room.pace.adjust(max(lateness / TOO_LATE, parts.pumps.share_behind(room, seconds))):
            parts.post.to_phones(room, Pace(room.pace.hertz))


def _forever(parts: Parts) -> None:
    while True:
        began = parts.clock()
        lateness = sum(_lateness(parts.clock) for _ in range(PROBES)) / PROBES
        try:
            pace(parts, lateness, parts.clock() - began)
        except Exception:
            log.exception("Pacing failed; the next try follows.")


def _lateness(clock: Callable[[], float]) -> float:
    due = clock() + EVERY / PROBES
    gevent.sleep(EVERY / PROBES)
    return clock() - due
