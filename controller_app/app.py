"""Builds every part and joins them."""

import logging
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import gevent
import socketio
from flask import Flask
from flask_socketio import SocketIO

from controller_app.core.links import Links
from controller_app.core.passes import Passes
from controller_app.core.rooms import Rooms
from controller_app.errors import BadSetting
from controller_app.machine import certificates, network, secret, visuals
from controller_app.machine.certificates import Certificate
from controller_app.settings import ROOT, Settings
from controller_app.web import pacing, sweep
from controller_app.web.assets import Assets
from controller_app.web.guard import Guard, host_name, same_origin
from controller_app.web.hosts import Hosts
from controller_app.web.pages import pages
from controller_app.web.parts import Parts
from controller_app.web.post import Post
from controller_app.web.pump import Pumps
from controller_app.web.readiness import Readiness
from controller_app.web.sockets import DisplayNamespace, PhoneNamespace
from controller_app.web.wire import polling, websocket
from controller_app.web.wire.door import Door
from controller_app.web.wire.packets import StrictPacket

PING_INTERVAL = 5
"""Seconds between pings; with PING_TIMEOUT, a dead peer is noticed within 15 s."""

PING_TIMEOUT = 5
"""Seconds that a peer has to answer a ping."""

POST_BYTES = 16_384
"""The longest body of a long-polling request: several messages of ``settings.message_bytes``."""

STATIC = ROOT / "static"

EVERYWHERE = ("0.0.0.0", "::")
"""Hosts that stand for all addresses of this computer."""


@dataclass(frozen=True)
class Controller:
    """The application, joined and ready to be served."""

    flask: Flask
    sio: socketio.Server
    parts: Parts
    certificate: Certificate | None
    interfaces: list[network.Interface]
    chosen: network.Interface


def create_app(settings: Settings, clock: Callable[[], float] = time.monotonic) -> Controller:
    """Build every part and join them.

    Raises:
        BadSetting: an option can't work on this computer.
    """
    cards = visuals.load(STATIC / "visuals")
    first = visuals.pick(cards, settings.visual)
    found = network.interfaces()
    chosen = _chosen(settings, found)
    certificate = _certificate(settings, [chosen, *(interface for interface in found if interface.reachable)])
    links = _links(settings, chosen, certificate)

    flask = Flask(__name__, template_folder=str(ROOT / "templates"), static_folder=None)
    hosts = _hosts(settings, found, certificate, clock)
    sockets = _socketio(flask, settings, hosts)
    sio: socketio.Server = sockets.server  # type: ignore[attr-defined]
    rooms = Rooms(settings, Passes(secret.load(settings.instance)), first.name, secrets.randbelow, clock())
    parts = Parts(
        settings=settings,
        links=links,
        visuals=cards,
        rooms=rooms,
        post=Post(sio),
        pumps=Pumps(settings.frames_per_second),
        door=Door(sio, settings, clock),
        readiness=Readiness(),
        clock=clock,
    )
    sockets.on_namespace(DisplayNamespace(parts))
    sockets.on_namespace(PhoneNamespace(parts))
    assets = Assets(STATIC)
    flask.register_blueprint(pages(parts, assets, certificate.authority if certificate else None))
    gevent.spawn(assets.prepare)
    flask.wsgi_app = Guard(flask.wsgi_app, hosts.__contains__)  # type: ignore[method-assign]
    sweep.start(parts)
    if settings.pace:
        pacing.start(parts)
    return Controller(flask, sio, parts, certificate, found, chosen)


def _chosen(settings: Settings, found: list[network.Interface]) -> network.Interface:
    if settings.address or settings.host in EVERYWHERE:
        return network.choose(found, settings.address)
    return next((interface for interface in found if interface.address == settings.host), found[0])


def _certificate(settings: Settings, found: list[network.Interface]) -> Certificate | None:
    if not settings.https_port:
        return None
    if settings.cert or settings.key:
        return certificates.load(settings.cert, settings.key)
    addresses = sorted({"127.0.0.1", *(interface.address for interface in found)})
    # Only names that are a LAN's: to certify a domain is more than people should have to trust this computer with.
    names = sorted(name for name in network.host_names() if name == "localhost" or name.endswith(".local"))
    return certificates.ensure(settings.instance, addresses, names, datetime.now(UTC))


def _links(settings: Settings, chosen: network.Interface, certificate: Certificate | None) -> Links:
    if settings.qr == "https" and not settings.https_port:
        raise BadSetting("--qr", "https needs HTTPS. Leave out --no-https, or take --qr http.")
    names = certificate.names if certificate else ()
    scheme = settings.qr or ("https" if names else "http")
    # A certificate that phones trust is for a name; by the bare address they would warn all the same.
    address = names[0] if names and scheme == "https" and not settings.address else chosen.address
    local = settings.host in EVERYWHERE or settings.host.startswith("127.")
    return Links(address, settings.port, settings.https_port, scheme, _public_url(settings), local)


def _public_url(settings: Settings) -> str:
    url = urlsplit(settings.public_url)
    if settings.public_url and (url.scheme not in ("http", "https") or not url.hostname or url.path.strip("/")):
        expected = "an address such as https://play.example.org, without a path"
        raise BadSetting("--public-url", f"'{settings.public_url}' came, but it has to be {expected}.")
    return settings.public_url.rstrip("/")


def _hosts(
    settings: Settings, found: list[network.Interface], certificate: Certificate | None, clock: Callable[[], float]
) -> Hosts:
    configured = {settings.host, settings.address, host_name(settings.public_url.partition("://")[2])}
    brought = set(certificate.names) if certificate else set()
    present = network.host_names() | {interface.address for interface in found}
    return Hosts(configured | brought | present, _names_and_addresses, clock)


def _names_and_addresses() -> set[str]:
    return network.host_names() | {interface.address for interface in network.interfaces()}


def _socketio(flask: Flask, settings: Settings, hosts: Hosts) -> SocketIO:
    websocket.install(max_message=settings.message_bytes)
    polling.allow_packets(settings.messages_burst)
    quiet = logging.getLogger("controller_app.library")
    quiet.setLevel(logging.CRITICAL)  # the libraries log a traceback for each malformed packet; the door answers those
    options: dict[str, Any] = {
        "async_mode": "gevent",
        "serializer": StrictPacket,
        "logger": quiet,
        "engineio_logger": quiet,
        "cors_allowed_origins": same_origin(hosts.__contains__, settings.public_url),
        "async_handlers": False,  # a phone's events stay in order, and a slow one slows itself
        "allow_upgrades": False,  # a seat is tied to one socket
        "manage_session": False,
        "http_compression": False,
        "ping_interval": PING_INTERVAL,
        "ping_timeout": PING_TIMEOUT,
        "max_http_buffer_size": POST_BYTES,
    }
    return SocketIO(flask, **options)
