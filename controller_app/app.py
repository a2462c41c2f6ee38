"""Application factory: builds every part and joins them."""

import logging
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import gevent
import socketio
from flask import Flask
from flask_socketio import SocketIO

from controller_app.core.host_token import HostToken
from controller_app.core.passes import Passes
from controller_app.core.rooms import Rooms
from controller_app.errors import BadSetting
from controller_app.folders import STATIC, TEMPLATES
from controller_app.machine import locales, secret, visuals
from controller_app.machine.location import Location
from controller_app.machine.public_tree import KIT, VISUALS, PublicTree
from controller_app.machine.visuals import Collection
from controller_app.settings import Settings
from controller_app.web.context import ServerContext
from controller_app.web.http.assets import Assets
from controller_app.web.http.flask_app import FlaskApp
from controller_app.web.http.guard import Admission, Guard, same_origin
from controller_app.web.http.pages import pages
from controller_app.web.http.proxies import Proxies
from controller_app.web.http.request_handler import MAX_BODY_BYTES
from controller_app.web.http.translation import Translation
from controller_app.web.readiness import Readiness
from controller_app.web.relay.notifier import Notifier
from controller_app.web.relay.pump import Pumps
from controller_app.web.relay.recordings import Recorders
from controller_app.web.roles.base import RoleNamespace
from controller_app.web.roles.display import DisplayNamespace
from controller_app.web.roles.page_errors import Complaints
from controller_app.web.roles.phone import PhoneNamespace
from controller_app.web.roles.recorder import RecorderNamespace
from controller_app.web.tasks import expiry as sweep
from controller_app.web.tasks import hot_reload as saves
from controller_app.web.tasks import pacing
from controller_app.web.tls_contexts import TlsContexts
from controller_app.wire.engineio import clock as steady
from controller_app.wire.engineio import polling, session
from controller_app.wire.gateway import Gateway
from controller_app.wire.packets import StrictPacket
from controller_app.wire.websocket import connection as websocket

PING_INTERVAL_S = 5
"""Seconds between pings; with PING_TIMEOUT_S, a dead peer is noticed within 15 s."""

PING_TIMEOUT_S = 5
"""Seconds that a peer has to answer a ping."""

ROLES: tuple[type[RoleNamespace], ...] = (PhoneNamespace, DisplayNamespace, RecorderNamespace)
"""Whose connections are taken; a message to any other namespace is refused."""


@dataclass(frozen=True)
class Controller:
    """The application, joined and ready to be served."""

    flask: Flask
    sio: socketio.Server
    context: ServerContext


def create_app(
    settings: Settings,
    clock: Callable[[], float] = time.monotonic,
    roles: Sequence[type[RoleNamespace]] = ROLES,
) -> Controller:
    """Build every part and join them.

    Raises:
        BadSetting: an option can't work on this computer.
    """
    for folder in settings.visuals:
        if not folder.is_dir():
            raise BadSetting("--visuals", f"there is no folder {folder}.")
    collection = Collection(STATIC / VISUALS, *settings.visuals, language=settings.language)
    first = visuals.pick(collection.cards, settings.visual)
    sentences = locales.load(STATIC / "locales", settings.language)
    location = Location(settings)

    flask = FlaskApp(__name__, template_folder=str(TEMPLATES), static_folder=None)
    sockets = _socketio(flask, settings)
    sio: socketio.Server = sockets.server  # type: ignore[attr-defined]
    passes = Passes(secret.load(settings.instance))
    rooms = Rooms(settings, passes, first.name, secrets.randbelow, clock())
    recorders = Recorders()
    notifier = Notifier(sio, recorders)
    context = ServerContext(
        settings=settings,
        location=location,
        visuals=collection.cards,
        rooms=rooms,
        host_token=HostToken(settings.host_token, passes, clock()),
        notifier=notifier,
        pumps=Pumps(settings.frames_per_second),
        recorders=recorders,
        complaints=Complaints(notifier, clock, settings.dev),
        gateway=Gateway(sio, settings, clock, [handlers.role for handlers in roles]),
        readiness=Readiness(),
        proxies=Proxies(settings.trusted_proxy),
        admission=Admission(location.goes_by, same_origin(location.goes_by, settings.public_url)),
        tls_contexts=TlsContexts(location.certificate, location.addresses()) if location.certificate else None,
        clock=clock,
    )
    for handlers in roles:
        sockets.on_namespace(handlers(context))
    assets = Assets(PublicTree(STATIC, collection.homes), settings.dev, clock)
    flask.register_blueprint(pages(context, assets, Translation(sentences)))
    gevent.spawn(assets.prepare)
    client_of, hsts_host = context.proxies.client_of, location.links.hsts_host
    flask.wsgi_app = Guard(flask.wsgi_app, context.admission, client_of, hsts_host)  # type: ignore[method-assign]
    sweep.start(context)
    if settings.dev:
        saves.start(context, assets, collection, STATIC / VISUALS / KIT)
    if settings.pace:
        pacing.start(context)
    return Controller(flask, sio, context)


def _socketio(flask: Flask, settings: Settings) -> SocketIO:
    websocket.install()
    session.install()
    steady.install()
    polling.install(settings.messages_burst)
    quiet = logging.getLogger("controller_app.library")
    quiet.setLevel(logging.CRITICAL)  # the libraries log tracebacks for malformed packets, which the gateway answers
    options: dict[str, Any] = {
        "async_mode": "gevent",
        "serializer": StrictPacket,
        "logger": quiet,
        "engineio_logger": quiet,
        "cors_allowed_origins": [],  # no test and no headers of the library: the admission has tested the Origin
        "async_handlers": False,  # a phone's events stay in order, and a slow one slows itself
        "allow_upgrades": False,  # a seat is tied to one socket
        "manage_session": False,
        "http_compression": False,
        "ping_interval": PING_INTERVAL_S,
        "ping_timeout": PING_TIMEOUT_S,
        "max_http_buffer_size": MAX_BODY_BYTES,
    }
    return SocketIO(flask, **options)
