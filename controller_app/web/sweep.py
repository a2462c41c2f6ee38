"""Closes rooms that nobody comes back to, and frees seats that nobody sits in."""

import logging

import gevent

from controller_app.core.protocol import PHONE_NAMESPACE, Left
from controller_app.web.parts import Parts

EVERY = 1.0
"""Seconds between two sweeps."""

log = logging.getLogger("controller_app.sweep")


def start(parts: Parts) -> None:
    """Sweep for as long as the process lives."""
    gevent.spawn(_forever, parts)


def sweep(parts: Parts) -> None:
    """Sweep once, and tell those concerned."""
    closed, freed = parts.rooms.expire(parts.clock())
    for room in closed:
        for phone in room.phones():
            parts.post.end(PHONE_NAMESPACE, phone, "room_closed")
    for room, seat in freed:
        parts.post.to_display(room, Left(seat.number))


def _forever(parts: Parts) -> None:
    while True:
        gevent.sleep(EVERY)
        try:
            sweep(parts)
        except Exception:
            log.exception("A sweep failed; the next one follows.")
