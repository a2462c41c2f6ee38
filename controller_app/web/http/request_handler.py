"""HTTP requests of one connection: heads and bodies of bounded size, in bounded time."""

import errno
import logging
import ssl
from contextlib import suppress
from http.client import HTTPException
from io import BytesIO
from socket import SHUT_WR
from typing import Any, ClassVar

import gevent
from gevent.pywsgi import Input

from controller_app.web.connection_limit import Connection
from controller_app.web.http.request_head import MAX_HEAD_BYTES, BadRequest, HeadReader, body_length
from controller_app.web.tls_contexts import LOCAL_ADDRESS_KEY, local_address
from controller_app.wire.websocket.handshake import Handshake

MAX_BODY_BYTES = 16_384
"""The longest body: a long-polling request with several messages of ``MESSAGE_BYTES``."""

LINGER_S = 1.0
MAX_LINGER_BYTES = 262_144
"""What is still read of a body after the answer; closing with bytes unread sends a reset, which overtakes it."""

log = logging.getLogger("controller_app.requests")


class RequestHandler(Handshake):
    """Serves requests one after the other; logs none of them, since addresses are not logged."""

    ignored_socket_errors = (
        *Handshake.ignored_socket_errors,
        errno.ETIMEDOUT,
        errno.EHOSTUNREACH,
        ssl.SSL_ERROR_EOF,  # a phone on long-polling over TLS left while its answer was written
    )

    idle_s: ClassVar[float] = 30.0
    """Seconds in which the next request has to begin: phones keep several connections for a page."""

    request_s: ClassVar[float] = 10.0
    """Seconds in which the rest of a request has to arrive, head and body together."""

    takes_bodies_at: ClassVar[str] = "/socket.io/"
    """Where a POST has a body; elsewhere none is read."""

    connection: Connection | None = None
    """Its entry in the limit of connections; None where nobody counts."""

    _body_length = 0
    _body = b""
    _leaves_body = False

    def read_requestline(self) -> Any:
        """Wait for the next request, but not for ever."""
        if self.connection:
            self.connection.wait()
        with gevent.Timeout(self.idle_s, False):  # type: ignore[arg-type]
            return super().read_requestline()
        return None

    def read_request(self, raw_requestline: str) -> Any:
        """Read the rest of the head, and the body.

        Raises:
            ValueError: it is not a request that is answered here.
        """
        if self.connection:
            self.connection.begin()
        too_slow = BadRequest("408 Request Timeout", f"This request did not arrive within {self.request_s:g} s.")
        with gevent.Timeout(self.request_s, too_slow):
            super().read_request(raw_requestline)
            if self.request_version == "HTTP/0.9":
                raise BadRequest("400 Bad Request", "HTTP/1.1 is spoken here.")
            self._body = self._read_body()
        if self._leaves_body:
            self.close_connection = True
        if self.connection:
            self.connection.serve()
        return True

    def MessageClass(self, file: Any, *_: object) -> Any:
        """Parse the header fields."""
        headers = super().MessageClass(HeadReader(file, MAX_HEAD_BYTES - len(self.requestline)))
        self._body_length = body_length(headers)
        return headers

    def get_environ(self) -> dict[str, Any]:
        """Return the WSGI environment, with a body that has arrived whole."""
        environ: dict[str, Any] = super().get_environ()
        self.wsgi_input = Input(BytesIO(self._body), len(self._body))  # type: ignore[arg-type]
        if environ["wsgi.input_terminated"]:  # not of a WebSocket, which goes on reading
            environ["wsgi.input"] = self.wsgi_input
        if self._leaves_body:
            environ.pop("CONTENT_LENGTH", None)
        environ[LOCAL_ADDRESS_KEY] = local_address(self.socket)
        return environ

    def handle_one_response(self) -> None:
        """Answer, then let others have their turn: pipelined requests would keep the loop to themselves."""
        super().handle_one_response()
        if self._leaves_body:
            self._linger()
        gevent.sleep(0)

    def log_request(self) -> None:
        """Say nothing: addresses are not logged."""

    def log_error(self, msg: str, *args: Any) -> None:
        """Keep noise for those who look for it: port scanners, frames after a close, TLS on the HTTP port."""
        log.debug(msg, *args)

    def _read_body(self) -> bytes:
        length, self._leaves_body = self._body_length, False
        if not length:
            return b""
        if self._connection_upgrade_requested():
            raise BadRequest("400 Bad Request", "A request for a WebSocket has no body.")
        if self.command != "POST" or not self.path.startswith(self.takes_bodies_at):
            self._leaves_body = True
            return b""
        if length > MAX_BODY_BYTES:
            raise BadRequest("413 Content Too Large", f"A body may have {MAX_BODY_BYTES} bytes.")
        if self.headers.get("expect", "").lower() == "100-continue":
            self.socket.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        body = self.rfile.read(length)
        if len(body) < length:
            raise BadRequest("400 Bad Request", "The body is shorter than its Content-Length.")
        return bytes(body)

    def _handle_client_error(self, error: Exception) -> None:
        """Answer what is no request of ours; pywsgi would print a traceback for some of them."""
        if isinstance(error, HTTPException):  # more than 100 header fields
            error = BadRequest("431 Request Header Fields Too Large", "This request has too many header fields.")
        elif not isinstance(error, BadRequest):
            log.debug("Not a request: %r", error)
            error = BadRequest("400 Bad Request", "This is not a request in the form of HTTP/1.1.")
        with suppress(OSError):  # nobody there any more
            self.socket.sendall(error.response())
            self._linger()

    def _linger(self) -> None:
        """Read what the client still sends, so that the answer reaches it."""
        left = MAX_LINGER_BYTES
        with gevent.Timeout(LINGER_S, False), suppress(OSError, ValueError):  # type: ignore[arg-type]
            self.socket.shutdown(SHUT_WR)
            while left > 0 and (data := self.rfile.read1(16_384)):
                left -= len(data)
