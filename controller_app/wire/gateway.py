"""Gateway: admission control for every message of every connection."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

import socketio
from engineio.packet import MESSAGE
from socketio.packet import CONNECT, CONNECT_ERROR, DISCONNECT, EVENT

from controller_app.core.addresses import NETWORK_KEY
from controller_app.core.limits import TokenBucket
from controller_app.core.protocol import MESSAGE_BYTES, Ended, Message, Refused, Role
from controller_app.errors import BadMessage, ControllerError, TooManyMessages
from controller_app.settings import Settings
from controller_app.wire.backlog import give_up, is_too_long
from controller_app.wire.client import ClientState
from controller_app.wire.closing import hang_up
from controller_app.wire.engineio.session import drop
from controller_app.wire.packets import StrictPacket, incoming_events, shown
from controller_app.wire.sender import Sender
from controller_app.wire.session_limit import SessionLimit

MAX_REFUSALS = 5
"""Refusals after which a connection is closed."""

UNCONNECTED_TIMEOUT_S = 10.0
"""How long a connection may be in no namespace; it answers pings, so Engine.IO would keep it for ever."""

POLICY_VIOLATION = 1008
"""The WebSocket's close code for whoever does not keep to the rules (RFC 6455, 7.4.1)."""

log = logging.getLogger("controller_app.door")


class Gateway:
    """Stands between Engine.IO and Socket.IO, in the place of the library's own handlers."""

    def __init__(
        self, server: socketio.Server, settings: Settings, clock: Callable[[], float], roles: Iterable[Role]
    ) -> None:
        """``clock`` gives seconds, monotonic. ``roles``: whose messages come in; there is no other namespace."""
        self._server = server
        self._settings = settings
        self._clock = clock
        self._allowed = incoming_events(roles)
        self._clients: dict[str, ClientState] = {}
        self._idle = SessionLimit(settings.per_address.sessions)
        self.ended = 0
        """Connections that have ended so far."""
        server.eio.on("connect", self.on_connect)
        server.eio.on("message", self.on_message)
        server.eio.on("disconnect", self.on_disconnect)

    def bucket(self, engine_id: str) -> TokenBucket:
        """Return a connection's bucket; every message takes a token, whichever way it goes."""
        return self._client(engine_id).bucket

    def poll_through(self, engine_id: str, gate: Callable[[bytes], bool]) -> None:
        """Ask a gate for each message of a connection that polls."""
        self._client(engine_id).gate = gate

    def too_many(self, engine_id: str) -> None:
        """Note that a message was dropped; say so now and then, and end a connection that doesn't stop."""
        client = self._client(engine_id)
        if not client.ended:
            self._too_many(engine_id, client)

    def refuse(self, engine_id: str, error: ControllerError) -> None:
        """Tell a connection that a message of its was not carried out; close it if that happens too often."""
        client = self._client(engine_id)
        if client.ended:
            return
        self._tell(engine_id, Refused(error.code, error.sentence))
        log.info("A message was refused: %s", error.sentence)
        self.strike(engine_id)

    def strike(self, engine_id: str) -> None:
        """Count something that a connection should not have done, such as guessing a room's code."""
        client = self._client(engine_id)
        client.strikes += 1
        if client.strikes >= MAX_REFUSALS and not client.ended:
            self._end(engine_id, client)

    def reap(self) -> None:
        """End the connections that have taken no part in anything for ``UNCONNECTED_TIMEOUT_S``."""
        now = self._clock()
        for engine_id, client in list(self._clients.items()):
            if self._takes_part(engine_id):
                client.last_active_at = now
            elif not client.ended and now - client.last_active_at >= UNCONNECTED_TIMEOUT_S:
                client.ended = True
                hang_up(self._server, engine_id, POLICY_VIOLATION, "Nothing was joined.")

    # Called by Engine.IO

    def on_connect(self, engine_id: str, environ: dict[str, Any]) -> object:
        """Note a connection, and end the oldest idle session where there are too many."""
        self._clients[engine_id] = self._new_client()
        surplus = self._idle.add(engine_id, environ.get(NETWORK_KEY, ""))
        if surplus:
            drop(self._server, surplus)
        return self._server._handle_eio_connect(engine_id, environ)

    def on_message(self, engine_id: str, data: object) -> None:
        """Let a message in, or refuse it. Nothing that a client sends makes this raise."""
        client = self._clients.get(engine_id)
        if client is None or client.ended:  # its last messages may come after its goodbye
            return
        if client.gate and isinstance(data, str) and not client.gate(f"{MESSAGE}{data}".encode()):
            return
        if not client.bucket.take(self._clock()):
            self._too_many(engine_id, client)
            return
        connection = self._server.eio.sockets.get(engine_id)
        if connection is not None and is_too_long(connection.queue):  # it asks, and doesn't read the answers
            client.ended = True
            give_up(self._server, engine_id)
            return
        try:
            self._let_in(engine_id, client, data)
        except ControllerError as error:
            self.refuse(engine_id, error)
        except Exception:  # ours, not the client's: it isn't held against it
            log.exception("A message made the server stumble.")

    def on_disconnect(self, engine_id: str, reason: str) -> None:
        """Tell the namespaces, and forget the connection."""
        try:
            self._server._handle_eio_disconnect(engine_id, reason)
        except Exception:
            log.exception("A connection's end made the server stumble.")
        finally:
            self._clients.pop(engine_id, None)
            self._idle.remove(engine_id)
            # Engine.IO keeps an ended session for a while, and a POST to one ends in a KeyError of its own.
            self._server.eio.sockets.pop(engine_id, None)
            self.ended += 1

    def _let_in(self, engine_id: str, client: ClientState, data: object) -> None:
        if isinstance(data, str) and len(data) > MESSAGE_BYTES:  # by long-polling it can be longer
            raise BadMessage(f"A message is longer than {MESSAGE_BYTES} bytes.")
        packet = StrictPacket.read(data, self._allowed)
        server, namespace = self._server, packet.namespace
        here = server.manager.sid_from_eio_sid(engine_id, namespace) is not None
        if packet.packet_type == CONNECT:
            self._connect(engine_id, client, packet, here)
        elif here and packet.packet_type == DISCONNECT:
            server._handle_disconnect(engine_id, namespace)
        elif here and packet.packet_type == EVENT:
            server._handle_event(engine_id, namespace, packet.id, packet.data)
        elif here:
            server._handle_ack(engine_id, namespace, packet.id, packet.data)
        elif not client.ever_joined:  # otherwise it is what was on its way when we disconnected it
            raise BadMessage(f"A message came before a connection to {namespace}.")

    def _connect(self, engine_id: str, client: ClientState, packet: StrictPacket, here: bool) -> None:
        namespace = packet.namespace
        if namespace not in self._allowed:
            answer = StrictPacket(CONNECT_ERROR, {"message": "Invalid namespace"}, namespace)
            self._server._send_packet(engine_id, answer)
            raise BadMessage(f"There is no namespace {shown(namespace)}.")
        if here:
            raise BadMessage(f"This connection is connected to {namespace} already.")
        if namespace in client.joined_namespaces:  # one that comes and goes would take seat after seat
            raise BadMessage(f"This connection was connected to {namespace} before. Open another one.")
        if not self._server.eio.sockets[engine_id].check_ping_timeout():
            return  # it has ended just now; half-way through a connect its seat would be taken for ever
        client.ever_joined = True
        self._server._handle_connect(engine_id, namespace, packet.data)
        if self._server.manager.sid_from_eio_sid(engine_id, namespace) is not None:
            client.joined_namespaces.add(namespace)
            self._idle.remove(engine_id)

    def _too_many(self, engine_id: str, client: ClientState) -> None:
        now = self._clock()
        if client.exceeds_for_long(now):
            self._end(engine_id, client)
        elif client.may_be_told(now):
            error = TooManyMessages(
                f"More than {self._settings.messages_per_second:g} messages a second came. Some were dropped."
            )
            self._tell(engine_id, Refused(error.code, error.sentence))
            log.info("Messages were dropped: %s", error.sentence)

    def _end(self, engine_id: str, client: ClientState) -> None:
        client.ended = True
        sentence = "This connection sent what it should not, so it was closed. Reload the page."
        self._tell(engine_id, Ended("misbehaved", sentence))
        hang_up(self._server, engine_id, POLICY_VIOLATION, "misbehaved")

    def _takes_part(self, engine_id: str) -> bool:
        manager = self._server.manager
        return any(manager.sid_from_eio_sid(engine_id, namespace) is not None for namespace in self._allowed)

    def _tell(self, engine_id: str, message: Message) -> None:
        for namespace in self._allowed:
            sid = self._server.manager.sid_from_eio_sid(engine_id, namespace)
            if sid is not None:
                Sender(self._server, namespace, sid).send(message)

    def _client(self, engine_id: str) -> ClientState:
        return self._clients.get(engine_id) or self._new_client()

    def _new_client(self) -> ClientState:
        settings, now = self._settings, self._clock()
        return ClientState(TokenBucket(settings.messages_per_second, settings.messages_burst, now), now)
