"""Network watch: follows this computer to new addresses, and tells displays."""

import logging
from functools import partial

from controller_app.core.protocol import Moved
from controller_app.web.context import ServerContext
from controller_app.web.tasks.periodic import every

LOOK_INTERVAL_S = 3.0
"""Seconds between two looks, each half a millisecond; two have to agree, so displays follow within some 6 s."""

log = logging.getLogger("controller_app.moves")


def start(context: ServerContext) -> None:
    """Follow for as long as the process lives."""
    every(LOOK_INTERVAL_S, partial(follow, context), log)


def follow(context: ServerContext) -> None:
    """Look once, and tell those concerned."""
    before, location = context.links, context.location
    if not location.look():
        return
    if context.tls_contexts and location.certificate:
        context.tls_contexts.show(location.certificate, location.addresses())
    if location.links == before:
        return
    log.warning("Another network: phones now open %s (%s).", location.links.base, location.chosen.title)
    for room in context.rooms:
        context.notifier.to_watchers(room, Moved(location.links.typed, location.links.phone(room.code)))
