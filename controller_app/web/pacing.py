"""Measures how busy the server and its displays are, and tells phones how often to send."""

import logging
import time

import gevent

from controller_app.core.protocol import Pace
from controller_app.web.parts import Parts

EVERY = 0.5
"""Seconds between two measurements."""

LATE = 0.1
"""Seconds that a measurement may come late; later, the loop is overrun whatever the processor says."""

log = logging.getLogger("controller_app.pacing")


def start(parts: Parts) -> None:
    """Pace all rooms for as long as the process lives."""
    gevent.spawn(_forever, parts)


def pace(parts: Parts, server_load: float, seconds: float) -> None:
    """Adjust every room to its load and tell its phones where that changed something.

    Args:
        parts: of the running server.
        server_load: share of one processor core that this process used, 0 to 1.
        seconds: since the last time.
    """
    for room in parts.rooms:
        if room.pace.adjust(max(server_load, parts.pumps.share_behind(room, seconds))):
            parts.post.to_phones(room, Pace(room.pace.hertz))


def _forever(parts: Parts) -> None:
    while True:
        used, began = time.process_time(), parts.clock()
        gevent.sleep(EVERY)
        seconds = parts.clock() - began
        load = 1.0 if seconds > EVERY + LATE else (time.process_time() - used) / seconds
        try:
            pace(parts, load, seconds)
        except Exception:
            log.exception("Pacing failed; the next try follows.")
