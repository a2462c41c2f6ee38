"""The outermost layer: which hosts are answered, and the headers on every page, /socket.io included."""

import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

HOST = re.compile(r"[\w.:\[\]-]+")
"""What a Host header may be made of: it goes into the policy, where a blank would begin a new rule."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self' {sockets}",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)

NO_SNIFFING = ("X-Content-Type-Options", "nosniff")

PARTS = ("text/javascript", "text/css", "font/")
"""Kinds of files that a page is made of. A policy on them binds nothing, and a phone would load 20 kB of headers."""

HEADERS = (
    NO_SNIFFING,
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "accelerometer=(self), gyroscope=(self), magnetometer=(self), screen-wake-lock=(self), fullscreen=(self), "
        "camera=(), microphone=(), geolocation=()",
    ),
)
"""No Strict-Transport-Security: on a LAN it would lock people out behind a certificate that they can't pass."""


SECURE_HEADERS = (("Cross-Origin-Opener-Policy", "same-origin"),)
"""Browsers take this one from secure pages only, and complain about it elsewhere."""


class Guard:
    """Answers only requests for hosts that are ours, so that a rebound DNS name or a forged Host gets nothing.

    Flask's own list of trusted hosts is asked only after Socket.IO has taken its requests, so this stands in front.
    """

    def __init__(self, app: WSGIApplication, is_ours: Callable[[str], bool]) -> None:
        """``is_ours``: says of a host name or address, without its port, whether this server goes by it."""
        self._app = app
        self._is_ours = is_ours

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Pass a request on, or refuse it."""
        host = environ.get("HTTP_HOST", "")
        if not HOST.fullmatch(host) or not self._is_ours(host_name(host)):
            return _refuse(start_response)

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Callable[[bytes], object]:
            if dict(headers).get("Content-Type", "").startswith(PARTS):
                return start_response(status, [*headers, NO_SNIFFING], exc_info)
            policy = POLICY.format(sockets=f"ws://{host} wss://{host}")  # old Safaris don't count these as 'self'
            more = SECURE_HEADERS if environ.get("wsgi.url_scheme") == "https" else ()
            return start_response(status, [*headers, *HEADERS, *more, ("Content-Security-Policy", policy)], exc_info)

        return self._app(environ, start)


def host_name(host: str) -> str:
    """Return a Host header without its port, in lower case; "" if it is not one."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def same_origin(is_ours: Callable[[str], bool], public_url: str) -> Callable[[str | None, WSGIEnvironment], bool]:
    """Return the test that Engine.IO puts to the Origin of a browser: our own pages only."""
    public = public_url.rstrip("/").lower()

    def is_same(origin: str | None, environ: WSGIEnvironment) -> bool:
        if origin is None:  # not a browser's page, or a page that asks its own server
            return True
        scheme, _, host = origin.lower().partition("://")
        if public and f"{scheme}://{host}" == public:
            return True
        return is_ours(host_name(host)) and host == environ.get("HTTP_HOST", "").lower()

    return is_same


def _refuse(start_response: StartResponse) -> Iterable[bytes]:
    text = b"This server does not go by that name. Open the address that the screen shows.\n"
    start_response("400 Bad Request", [("Content-Type", "text/plain"), ("Content-Length", str(len(text)))])
    return [text]
