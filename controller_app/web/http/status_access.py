"""Access to the server's figures in public mode: loopback, or the host token."""

from collections.abc import Callable
from wsgiref.types import WSGIEnvironment

from controller_app.core import addresses
from controller_app.machine.location import OWN_NAMES
from controller_app.web.http.guard import host_name

FORWARDED = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_", "HTTP_VIA", "HTTP_X_REAL_IP", "HTTP_CF_CONNECTING_IP")
"""Beginnings of the headers with which a proxy says that it asks for somebody else (RFC 7239, RFC 9110, 7.6.3)."""


def may_see_figures(environ: WSGIEnvironment, is_host_token: Callable[[str], bool]) -> bool:
    """Whether a request in public mode may see how much the server holds, and whether it takes visitors."""
    return is_from_this_machine(environ) or is_host_token(bearer_token(environ))


def is_from_this_machine(environ: WSGIEnvironment) -> bool:
    """Whether a program on this machine asks for itself; a proxy on this machine comes from loopback, too.

    A proxy that sets its own Host header and names nobody can't be told from a health check: README.md says what it
    has to pass on.
    """
    peer = addresses.parse(environ.get("REMOTE_ADDR", ""))
    return (
        peer is not None
        and peer.is_loopback
        and host_name(environ.get("HTTP_HOST", "")) in OWN_NAMES
        and not any(name.startswith(FORWARDED) for name in environ)
    )


def bearer_token(environ: WSGIEnvironment) -> str:
    """Return the token of ``Authorization: Bearer …`` (RFC 6750), read as UTF-8; "" without one."""
    scheme, _, token = environ.get("HTTP_AUTHORIZATION", "").partition(" ")
    sent: bytes = token.strip().encode("latin-1", errors="replace")  # WSGI gives headers as Latin-1 (PEP 3333)
    return sent.decode(errors="replace") if scheme.lower() == "bearer" else ""
