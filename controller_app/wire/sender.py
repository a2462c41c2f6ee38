"""Sender: finished text past the library's queue, where nothing waits in it."""

import msgspec
import socketio
from engineio.packet import MESSAGE, Packet
from geventwebsocket.exceptions import WebSocketError

from controller_app.core.protocol import Message
from controller_app.wire.backlog import give_up, is_too_long
from controller_app.wire.closing import websocket_of

_encode = msgspec.json.Encoder().encode


def text_of(namespace: str, message: Message) -> bytes:
    """Return a message as the text of a WebSocket: an Engine.IO message with a Socket.IO event in it."""
    return b'%d2%s,["%s",%s]' % (MESSAGE, namespace.encode(), message.event.encode(), _encode(message))


class Sender:
    """The way out to one connection. Nothing here waits."""

    __slots__ = ("_engine_id", "_namespace", "_server", "_socket", "_websocket")

    def __init__(self, server: socketio.Server, namespace: str, connection: str) -> None:
        """``connection`` may have gone by now."""
        self._server = server
        self._engine_id = server.manager.eio_sid_from_sid(connection, namespace)
        self._namespace = namespace
        self._socket = server.eio.sockets.get(self._engine_id)
        self._websocket = websocket_of(server, self._engine_id)

    @property
    def is_behind(self) -> bool:
        """Whether something sent earlier is still waiting to leave."""
        sending = self._websocket is not None and self._websocket.is_sending
        return sending or (self._socket is not None and self._socket.queue.qsize() > 0)

    def send(self, message: Message) -> bool:
        """Send a message after whatever waits to leave; False if the connection is gone, or too slow and now ended."""
        return self.send_text(text_of(self._namespace, message))

    def send_text(self, text: bytes) -> bool:
        """Send what ``text_of`` made: many connections can be told the same with it."""
        if self._socket is None or self._socket.closed:
            return False
        if self._websocket is not None and not self.is_behind:
            return self._send_at_once(text)
        if is_too_long(self._socket.queue):
            give_up(self._server, self._engine_id)
            return False
        # Past the library's own send, which may find that a ping was not answered, and would then run handlers of
        # the end of this connection inside whatever is being told to it.
        self._socket.queue.put(Packet(MESSAGE, text[1:].decode()))
        return True

    def _send_at_once(self, text: bytes) -> bool:
        try:
            self._websocket.send_at_once(text)
        except WebSocketError:
            return False
        return True
