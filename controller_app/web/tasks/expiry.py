"""Expiry of rooms, seats and idle connections, once a second."""

import logging
from functools import partial
from itertools import count

import gevent

from controller_app.core.protocol import PHONE_NAMESPACE, RECORDER_NAMESPACE, Left
from controller_app.machine.process import garbage as memory
from controller_app.web.context import Parts

EVERY = 1.0
"""Seconds between two sweeps."""

TIDY_EVERY = 15
"""Sweeps between two looks for memory that ended connections left; while nobody goes, nobody is held up for it."""

LINE_INTERVAL_S = 60.0
"""How often a search for codes or tokens may cause a line in the log."""

log = logging.getLogger("controller_app.sweep")


def start(parts: Parts) -> None:
    """Sweep for as long as the process lives."""
    parts.readiness.watch(partial(_search, parts))
    gevent.spawn(_forever, parts)


def sweep(parts: Parts) -> None:
    """Sweep once, and tell those concerned."""
    parts.door.reap()
    parts.host_token.forget(parts.clock())
    closed, freed = parts.rooms.expire(parts.clock())
    for room in closed:
        for phone in room.phones():
            parts.post.end(PHONE_NAMESPACE, phone, "room_closed")
        for recorder in parts.recorders.connections(room):
            parts.post.end(RECORDER_NAMESPACE, recorder, "room_closed")
    for room, seat in freed:
        parts.post.to_display(room, Left(seat.number))


def _search(parts: Parts) -> str:
    """Return what keeps some newcomers waiting while somebody tries codes or tokens; "" while nobody does."""
    if parts.rooms.are_guesses_spent(parts.clock()):
        return "So many wrong codes come in that phones from addresses which have tried some wait."
    if parts.host_token.is_searched(parts.clock()):
        return "So many wrong host tokens come in that displays from addresses which have tried some wait."
    return ""


def _forever(parts: Parts) -> None:
    ended, said_at = 0, float("-inf")
    for number in count(1):
        gevent.sleep(EVERY)
        try:
            sweep(parts)
            obstacle = _search(parts)
            if obstacle and parts.clock() - said_at >= LINE_INTERVAL_S:
                said_at = parts.clock()
                log.warning("%s Somebody may be searching.", obstacle)
            if number % TIDY_EVERY == 0 and ended != parts.door.ended:
                ended = parts.door.ended
                memory.tidy()
        except Exception:
            log.exception("A sweep failed; the next one follows.")
