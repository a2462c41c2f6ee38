"""Expiry of rooms, seats and idle connections, once a second."""

import logging
from functools import partial

from controller_app.core.protocol import PHONE, Left
from controller_app.machine.process import garbage
from controller_app.web.context import ServerContext
from controller_app.web.tasks.periodic import every
from controller_app.wire.gateway import Gateway

SWEEP_INTERVAL_S = 1.0

GC_INTERVAL_S = 15.0
"""Between two looks for memory that ended connections left; while nobody goes, nobody is held up for it."""

WARNING_INTERVAL_S = 60.0
"""How often a search for codes or tokens may cause a line in the log."""

log = logging.getLogger("controller_app.sweep")


def start(context: ServerContext) -> None:
    """Sweep for as long as the process lives."""
    context.readiness.watch(partial(_search, context))
    every(SWEEP_INTERVAL_S, partial(sweep, context), log)
    every(SWEEP_INTERVAL_S, SearchWarning(context).check, log)
    every(GC_INTERVAL_S, GarbageCollection(context.gateway).check, log)


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


class SearchWarning:
    """Log line while somebody tries codes or tokens."""

    def __init__(self, context: ServerContext) -> None:
        self._context = context
        self._said_at = float("-inf")

    def check(self) -> None:
        """Say so, if it is time to."""
        obstacle, now = _search(self._context), self._context.clock()
        if obstacle and now - self._said_at >= WARNING_INTERVAL_S:
            self._said_at = now
            log.warning("%s Somebody may be searching.", obstacle)


class GarbageCollection:
    """Run of the garbage collector after connections have ended."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self._ended = 0

    def check(self) -> None:
        """Collect, if a connection has ended since the last time."""
        if self._gateway.ended != self._ended:
            self._ended = self._gateway.ended
            garbage.tidy()


def _search(context: ServerContext) -> str:
    """Return what keeps some newcomers waiting while somebody tries codes or tokens; "" while nobody does."""
    if context.rooms.are_guesses_spent(context.clock()):
        return "So many wrong codes come in that phones from addresses which have tried some wait."
    if context.host_token.is_searched(context.clock()):
        return "So many wrong host tokens come in that displays from addresses which have tried some wait."
    return ""
