"""HTTP and HTTPS listeners in one process, and a stop that says goodbye."""

import errno
import logging
import socket as system
import sys
from contextlib import closing
from typing import Any

import gevent
import socketio
from gevent import pywsgi, socket
from gevent.event import Event

from controller_app.errors import BadSetting
from controller_app.machine.network import ports
from controller_app.machine.process import garbage as memory
from controller_app.settings import Settings
from controller_app.web.connection_limit import Connection, ConnectionLimit
from controller_app.web.context import ServerContext
from controller_app.web.http.guard import Admission
from controller_app.web.http.request_handler import RequestHandler
from controller_app.web.tasks import network_watch as moves
from controller_app.wire.closing import close_all

log = logging.getLogger("controller_app.server")

MAX_ACCEPT_BACKLOG = 512
"""Connections that may wait to be accepted: a hall that scans at once."""

MAX_UNSENT_BYTES = 16_384
"""Bytes that the system keeps for a client before they travel; left to itself it keeps up to 4 MB of old frames."""

VANISHED_TIMEOUT_MS = 10_000
"""Milliseconds after which a peer that acknowledges nothing loses its socket."""

HANDSHAKE_TIMEOUT_S = 10.0
"""Seconds in which a TLS handshake must be done."""

GOING_AWAY = 1001
"""The WebSocket's close code of an endpoint that goes away (RFC 6455, 7.4.1)."""

NOTHING_LEFT = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)
"""Why the system can't give us a connection right now."""

ACCEPT_RETRY_S = 0.05
"""Seconds until it is asked again."""


class Listener(pywsgi.WSGIServer):
    """One listening socket; with a context it speaks TLS."""

    def __init__(self, listener: Any, app: Any, limit: ConnectionLimit, admission: Admission, **tls: Any) -> None:
        # Without a name it would ask the network for one, for seconds where there is none, while it serves already.
        environ = {"SERVER_NAME": listener.getsockname()[0]}
        tls |= {"log": None, "error_log": log, "environ": environ}
        super().__init__(listener, app, spawn=limit, **tls)
        self._limit = limit
        self._admission = admission
        self._connections: dict[Any, Connection] = {}  # by the client's address and port
        self._refusals_said = False

    def do_read(self) -> Any:
        """Accept a connection; where the system has no file left for it, rest for a moment."""
        try:
            return super().do_read()
        except OSError as error:
            if error.errno not in NOTHING_LEFT:
                raise
            self._limit.say(str(error.strerror))
            self.stop_accepting()  # or the loop would ask again at once, and again
            gevent.spawn_later(ACCEPT_RETRY_S, self._go_on)
            return None

    def do_handle(self, client_socket: Any, address: Any) -> None:
        """Serve an accepted connection, unless its address has too many."""
        connection = self._limit.open(client_socket, address[0])
        if connection is None:
            client_socket.close()
            return
        self._connections[address] = connection
        super().do_handle(client_socket, address)

    def do_close(self, client_socket: Any, address: Any) -> None:
        """Close a connection that has been served, or could not be."""
        connection = self._connections.pop(address, None)
        if connection:
            self._limit.close(connection)
        super().do_close(client_socket, address)

    def handle(self, client_socket: Any, address: Any) -> None:
        """Serve the requests of one connection."""
        handler = RequestHandler(client_socket, address, self)
        handler.connection = self._connections.get(address)
        handler.refusal = self._admission.refusal
        handler.handle()

    def wrap_socket_and_handle(self, client_socket: Any, address: Any) -> None:
        """Shake hands and serve; whoever turns away at the handshake costs one calm line in all."""
        try:
            with gevent.Timeout(HANDSHAKE_TIMEOUT_S):
                secured = self.wrap_socket(client_socket, **self.ssl_args)  # type: ignore[misc, arg-type]
        except (OSError, gevent.Timeout) as error:  # ssl.SSLError is an OSError
            self._say_once(error)
            return
        with closing(secured):
            self.handle(secured, address)

    def _go_on(self) -> None:
        if self.started:
            self.start_accepting()

    def _say_once(self, error: BaseException) -> None:
        if not self._refusals_said:
            self._refusals_said = True
            log.info("A device turned away at HTTPS; phones do that until a person accepts the certificate.")
        log.debug("TLS handshake: %s", error)


class Server:
    """The running server: listens, serves, stops."""

    def __init__(self, app: Any, context: ServerContext, sio: socketio.Server) -> None:
        """Bind both ports.

        Raises:
            BadSetting: a port is taken or not allowed, or the host is not this computer's.
        """
        self._parts = context
        self._sio = sio
        settings = context.settings
        limit = ConnectionLimit(settings.per_address, context.proxies.is_trusted)
        context.readiness.watch(lambda: "All places are taken." if limit.all_taken else "")
        listener = listening_socket(context.location.listens, settings, settings.port, "--port")
        self._listeners = [Listener(listener, app, limit, context.admission)]
        if context.tls_contexts is not None:
            listener = listening_socket(context.location.listens, settings, settings.https_port, "--https-port")
            self._listeners.append(Listener(listener, app, limit, context.admission, ssl_context=context.tls_contexts))
        self._done = Event()

    def serve(self) -> None:
        """Serve until ``stop`` is done."""
        for listener in self._listeners:
            listener.start()
        moves.start(self._parts)
        memory.settle()
        self._done.wait()

    def stop(self) -> None:
        """Accept nobody new, tell everyone, let the goodbyes leave, close. A second call is immediate."""
        readiness = self._parts.readiness
        if readiness.stopping:
            self._done.set()
            return
        readiness.stopping = True
        for listener in self._listeners:
            listener.close()  # whoever comes now is refused at once, and the next server can have the port
        self._parts.notifier.say_goodbye(self._parts.rooms)
        close_all(self._sio, GOING_AWAY, "The server stops.", self._parts.settings.stop_seconds)
        self._done.set()


def listening_socket(host: str, settings: Settings, port: int, option: str) -> Any:
    """Return a socket that listens; what it is told here, accepted sockets inherit.

    Raises:
        BadSetting: the port is taken or not allowed, or the host is not this computer's.
    """
    family = system.AF_INET6 if ":" in host else system.AF_INET
    try:
        listener = socket.socket(family, system.SOCK_STREAM)
    except OSError as error:  # such as a system without IPv6
        raise _cannot_listen(error, host, settings, port, option) from None
    if host == "::":
        listener.setsockopt(system.IPPROTO_IPV6, system.IPV6_V6ONLY, 0)  # IPv4 too; systems differ by themselves
    if sys.platform == "win32":
        listener.setsockopt(system.SOL_SOCKET, system.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listener.setsockopt(system.SOL_SOCKET, system.SO_REUSEADDR, 1)
    # Without it the second of two small writes waits 44 ms for an acknowledgement (Nagle).
    listener.setsockopt(system.IPPROTO_TCP, system.TCP_NODELAY, 1)
    listener.setsockopt(system.SOL_SOCKET, system.SO_KEEPALIVE, 1)
    if hasattr(system, "TCP_NOTSENT_LOWAT"):  # Linux and macOS
        listener.setsockopt(system.IPPROTO_TCP, system.TCP_NOTSENT_LOWAT, MAX_UNSENT_BYTES)
    if hasattr(system, "TCP_USER_TIMEOUT"):  # Linux: frees the sockets of peers that vanish or never read
        listener.setsockopt(system.IPPROTO_TCP, system.TCP_USER_TIMEOUT, VANISHED_TIMEOUT_MS)
    try:
        listener.bind((host, port))
        listener.listen(MAX_ACCEPT_BACKLOG)
    except OSError as error:
        listener.close()
        raise _cannot_listen(error, host, settings, port, option) from None
    return listener


def _cannot_listen(error: OSError, host: str, settings: Settings, port: int, option: str) -> BadSetting:
    if error.errno == errno.EADDRINUSE:
        other = ports.another(settings, near=port)
        return BadSetting(
            option, f"port {port} is taken by another program, or this one runs already. Try another, such as {other}."
        )
    if error.errno == errno.EACCES:
        return BadSetting(option, f"port {port} needs administrator's rights here. Take one above 1023.")
    if error.errno == errno.EADDRNOTAVAIL or isinstance(error, system.gaierror):
        return BadSetting("--host", f"{host} is not an address of this computer. 0.0.0.0 listens on all it has.")
    return BadSetting(option, f"can't listen on {host} port {port}: {error.strerror}.")
