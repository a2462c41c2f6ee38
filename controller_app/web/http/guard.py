"""Outermost WSGI layer: host and origin checks, and headers of every answer."""

import logging
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from controller_app.core.addresses import NETWORK_KEY, network_of
from controller_app.core.origin import Origin
from controller_app.web.http.content_policy import HEADER, STRICT, content_policy

IsSameOrigin = Callable[[str | None, WSGIEnvironment], bool]

NO_SNIFFING = ("X-Content-Type-Options", "nosniff")

PARTS = ("text/javascript", "text/css", "font/")
"""Kinds of files that a page is made of. A policy binds those only that become workers, and a phone would load 20 kB of
headers."""

HEADERS = (
    NO_SNIFFING,
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "accelerometer=(self), gyroscope=(self), magnetometer=(self), screen-wake-lock=(self), fullscreen=(self), "
        "camera=(), microphone=(), geolocation=()",
    ),
)

HSTS = ("Strict-Transport-Security", "max-age=31536000")
"""HTTPS only for a year (RFC 6797), for the host of an ``https://`` public URL alone: on a LAN it would lock people out
behind a certificate that they can't pass. Without includeSubDomains: names below that host may be other computers,
which may have no HTTPS."""

SECURE_HEADERS = (("Cross-Origin-Opener-Policy", "same-origin"),)
"""Browsers take this one from secure pages only, and complain about it elsewhere."""


NOT_OURS = (
    "This server does not go by that name. Open the address that the screen shows. "
    "If the name is this computer's, start the server with it as --name."
)

SOCKETS = "/socket.io/"
"""Where Engine.IO is, and nothing below: its library would take every path that begins so for a handshake."""

NO_CLIENT = (
    "This server hands out no Socket.IO client here: in Node install socket.io-client from npm, "
    "in a page of this server import /static/vendor/socket.io.esm.min.js."
)
"""Servers of Socket.IO's own in Node have the client at /socket.io/socket.io.js, and lessons begin with that."""

MAX_TOLD = 5
"""Names about which the terminal says something: strangers may ask for any."""

MAX_NAME = 253
"""Characters of a host name (RFC 1035, section 2.3.4)."""

log = logging.getLogger("controller_app.guard")


class Admission:
    """Which requests are answered: those for our hosts, from our own pages, in forms that our pages use."""

    def __init__(self, is_ours: Callable[[str], bool], is_same_origin: IsSameOrigin) -> None:
        """Admit requests.

        Args:
            is_ours: says of a host name or address, without its port, whether this server goes by it.
            is_same_origin: says of a browser's Origin, None where it sent none, whether it is one of our pages.
        """
        self._is_ours = is_ours
        self._is_same_origin = is_same_origin
        self._told: set[str] = set()

    def refusal(self, environ: WSGIEnvironment) -> tuple[str, str] | None:
        """Return the status and the sentence with which a request is refused; None if it is answered."""
        name = host_name(environ.get("HTTP_HOST", ""))
        if not self._is_ours(name):
            self._tell(name)
            return "400 Bad Request", NOT_OURS
        path = environ.get("PATH_INFO", "")
        if not path.startswith("/socket.io"):
            return None
        if path.startswith(SOCKETS) and path != SOCKETS:
            return "404 Not Found", NO_CLIENT
        if not self._is_same_origin(environ.get("HTTP_ORIGIN"), environ):
            return "403 Forbidden", "Only pages of this server may connect to it."
        if "j" in parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True):
            # Answers in the form of scripts could be read by any other site's page.
            return "400 Bad Request", "JSONP is not offered here."
        return None

    def _tell(self, name: str) -> None:
        """Say in the terminal, once for a name, how it can become ours."""
        if not name or name in self._told or len(self._told) >= MAX_TOLD:
            return
        self._told.add(name)
        log.info(
            "A browser asked for %s, which is not a name of this server, and was refused. If it is this computer's, "
            "start with --name %s.",
            name[:MAX_NAME],
            name[:MAX_NAME],
        )


class Guard:
    """The outermost WSGI layer: asks the admission first, notes the client's network, adds headers to answers.

    Flask's own list of trusted hosts is asked only after Socket.IO has taken its requests, so this stands in front.
    An answer that names no policy of ``content_policy`` for itself gets the strict one.
    """

    def __init__(
        self,
        app: WSGIApplication,
        admission: Admission,
        client_of: Callable[[WSGIEnvironment], str],
        hsts_host: str = "",
    ) -> None:
        """Stand in front of an application.

        Args:
            app: what answers the requests that are let in.
            admission: says which ones those are.
            client_of: gives the address of the client that sent a request.
            hsts_host: the host that browsers are told to open over HTTPS only; "" is none.
        """
        self._app = app
        self._admission = admission
        self._client_of = client_of
        self._hsts_host = hsts_host

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Pass a request on, or refuse it."""
        is_upgraded = "wsgi.websocket" in environ  # the handshake asked the admission before its 101
        refusal = None if is_upgraded else self._admission.refusal(environ)
        if refusal:
            return _refuse(start_response, *refusal)
        environ[NETWORK_KEY] = network_of(self._client_of(environ))
        host = environ["HTTP_HOST"]

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Callable[[bytes], object]:
            told = [(name, value) for name, value in headers if name != HEADER]
            policy = dict(headers).get(HEADER)
            if dict(headers).get("Content-Type", "").startswith(PARTS):
                more = [content_policy(policy, host)] if policy else []
                return start_response(status, [*told, NO_SNIFFING, *more], exc_info)
            more = [*SECURE_HEADERS] if environ.get("wsgi.url_scheme") == "https" else []
            if self._hsts_host and host_name(host) == self._hsts_host:
                more.append(HSTS)
            return start_response(status, [*told, *HEADERS, *more, content_policy(policy or STRICT, host)], exc_info)

        return self._app(environ, start)


def host_name(host: str) -> str:
    """Return a Host header without its port, in lower case; "" if it is not one.

    It goes into the policy, where a blank would begin a new rule, so its form is checked whole, port included.
    """
    read = Origin.parse(f"http://{host}")
    return read.host if read else ""


def same_origin(is_ours: Callable[[str], bool], public_url: str) -> IsSameOrigin:
    """Return the test that Engine.IO puts to the Origin of a browser: our own pages only, scheme included."""
    public = Origin.read(public_url)

    def is_same(origin: str | None, environ: WSGIEnvironment) -> bool:
        if origin is None:  # not a browser's page, or a page that asks its own server
            return True
        page = Origin.parse(origin)
        if page is None or page == public:
            return page is not None
        if public and page.host == public.host and page.scheme != public.scheme:
            return False  # the proxy in front speaks HTTP with us, so our own scheme says nothing about that host
        asked = f"{environ.get('wsgi.url_scheme')}://{environ.get('HTTP_HOST', '')}"
        return is_ours(page.host) and page == Origin.parse(asked)

    return is_same


def _refuse(start_response: StartResponse, status: str, sentence: str) -> Iterable[bytes]:
    text = f"{sentence}\n".encode()
    start_response(status, [("Content-Type", "text/plain"), ("Content-Length", str(len(text)))])
    return [text]
