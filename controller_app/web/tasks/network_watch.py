"""Network watch: follows this computer to new addresses, and tells displays."""

import logging

import gevent

from controller_app.core.protocol import Moved
from controller_app.web.context import Parts

EVERY = 3.0
"""Seconds between two looks, each half a millisecond; two have to agree, so displays follow within some 6 s."""

log = logging.getLogger("controller_app.moves")


def start(parts: Parts) -> None:
    """Follow for as long as the process lives."""
    gevent.spawn(_forever, parts)


def follow(parts: Parts) -> None:
    """Look once, and tell those concerned."""
    before, place = parts.links, parts.place
    if not place.look():
        return
    if parts.showcase and place.certificate:
        parts.showcase.show(place.certificate, place.addresses())
    if place.links == before:
        return
    log.warning("Another network: phones now open %s (%s).", place.links.base, place.chosen.title)
    for room in parts.rooms:
        parts.post.to_display(room, Moved(place.links.typed, place.links.phone(room.code)))


def _forever(parts: Parts) -> None:
    while True:
        gevent.sleep(EVERY)
        try:
            follow(parts)
        except Exception:
            log.exception("The network could not be looked at; the next look follows.")
