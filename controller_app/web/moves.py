"""Follows this computer from network to network: new addresses are looked for, shown and told."""

import logging

import gevent

from controller_app.core.protocol import Moved
from controller_app.web.parts import Parts
from controller_app.web.showcase import Showcase

EVERY = 3.0
"""Seconds between two looks, each half a millisecond; two have to agree, so displays follow within some 6 s."""

log = logging.getLogger("controller_app.moves")


def start(parts: Parts, showcase: Showcase | None) -> None:
    """Follow for as long as the process lives."""
    gevent.spawn(_forever, parts, showcase)


def follow(parts: Parts, showcase: Showcase | None) -> None:
    """Look once, and tell those concerned.

    Args:
        parts: of the running server.
        showcase: where HTTPS shows its certificate; None without HTTPS.
    """
    before, place = parts.links, parts.place
    if not place.look():
        return
    if showcase and place.certificate:
        showcase.show(place.certificate, place.addresses())
    if place.links == before:
        return
    log.warning("Another network: phones now open %s (%s).", place.links.base, place.chosen.title)
    for room in parts.rooms:
        parts.post.to_display(room, Moved(place.links.typed, place.links.phone(room.code)))


def _forever(parts: Parts, showcase: Showcase | None) -> None:
    while True:
        gevent.sleep(EVERY)
        try:
            follow(parts, showcase)
        except Exception:
            log.exception("The network could not be looked at; the next look follows.")
