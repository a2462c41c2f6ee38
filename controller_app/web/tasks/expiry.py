"""Expiry of rooms, seats and idle connections, once a second."""

import logging
from functools import partial
from itertools import count

import gevent

from controller_app.core.protocol import PHONE, Left
from controller_app.machine.process import garbage as memory
from controller_app.web.context import ServerContext

EVERY = 1.0
"""Seconds between two sweeps."""

TIDY_EVERY = 15
"""Sweeps between two looks for memory that ended connections left; while nobody goes, nobody is held up for it."""

LINE_INTERVAL_S = 60.0
"""How often a search for codes or tokens may cause a line in the log."""

log = logging.getLogger("controller_app.sweep")


def start(context: ServerContext) -> None:
    """Sweep for as long as the process lives."""
    context.readiness.watch(partial(_search, context))
    gevent.spawn(_forever, context)


def sweep(context: ServerContext) -> None:
    """Sweep once, and tell those concerned."""
    context.gateway.reap()
    context.host_token.forget(context.clock())
    closed, freed = context.rooms.expire(context.clock())
    for room in closed:
        for phone in room.phones():
            context.notifier.end(PHONE, phone, "room_closed")
        for watcher, role in room.watchers.items():
            context.notifier.end(role, watcher, "room_closed")
    for room, seat in freed:
        context.notifier.to_watchers(room, Left(seat.number))


def _search(context: ServerContext) -> str:
    """Return what keeps some newcomers waiting while somebody tries codes or tokens; "" while nobody does."""
    if context.rooms.are_guesses_spent(context.clock()):
        return "So many wrong codes come in that phones from addresses which have tried some wait."
    if context.host_token.is_searched(context.clock()):
        return "So many wrong host tokens come in that displays from addresses which have tried some wait."
    return ""


def _forever(context: ServerContext) -> None:
    ended, said_at = 0, float("-inf")
    for number in count(1):
        gevent.sleep(EVERY)
        try:
            sweep(context)
            obstacle = _search(context)
            if obstacle and context.clock() - said_at >= LINE_INTERVAL_S:
                said_at = context.clock()
                log.warning("%s Somebody may be searching.", obstacle)
            if number % TIDY_EVERY == 0 and ended != context.gateway.ended:
                ended = context.gateway.ended
                memory.tidy()
        except Exception:
            log.exception("A sweep failed; the next one follows.")
