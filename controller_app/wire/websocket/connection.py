"""Bounded WebSocket in gevent-websocket's place; samples wake no greenlet.

Bytes come in through an ``Receiver``, inside the loop's callback. Every text is offered to ``sink`` there; what the
sink leaves waits in a bounded inbox until Engine.IO asks for it with a plain, blocking ``receive()``.
"""

from collections.abc import Callable
from socket import SHUT_WR
from ssl import SSLWantReadError, SSLWantWriteError
from time import monotonic
from typing import Any, ClassVar

import gevent
import geventwebsocket.handler
from gevent.lock import BoundedSemaphore
from geventwebsocket.exceptions import WebSocketError
from geventwebsocket.websocket import WebSocket

from controller_app.core.protocol import MESSAGE_BYTES
from controller_app.wire.websocket.frames import BINARY, CLOSE, PING, PONG, TEXT, frame
from controller_app.wire.websocket.receiver import Receiver, early_bytes

NO_ROOM = (BlockingIOError, SSLWantReadError, SSLWantWriteError)
"""What a socket raises that can't take a byte more right now."""

LINGER_TIMEOUT_S = 1.0
"""How long a client's last bytes are read after our close frame."""


class WatchedWebSocket(WebSocket):  # type: ignore[misc]
    """One connection. Engine.IO calls ``receive`` and ``send``, each in its own greenlet, and ``close`` in either."""

    max_message: ClassVar[int] = MESSAGE_BYTES
    """The most bytes in a message; more closes with 1009."""

    allow_binary: ClassVar[bool] = False
    """Whether binary messages are taken; otherwise they close with 1003."""

    send_seconds: ClassVar[float] = 15.0
    """How long a frame may take to leave; a client that doesn't read for so long is gone."""

    def __init__(self, environ: dict[str, Any], stream: Any, handler: Any) -> None:
        super().__init__(environ, stream, handler)
        self._socket = handler.socket
        self._receiver = Receiver(self.max_message, self.allow_binary)
        self._sending = BoundedSemaphore()
        self.ending: tuple[int, str] | None = None
        """Code and reason to close with, whoever closes: a server that ends a connection isn't always first."""
        self._started = False
        self._receiving = False  # a greenlet is inside receive()

    @property
    def sink(self) -> Callable[[bytes], bool] | None:
        """Offered every text, as UTF-8, inside the loop's callback; True takes it. It must be quick and never wait."""
        return self._receiver.sink

    @sink.setter
    def sink(self, sink: Callable[[bytes], bool] | None) -> None:
        self._receiver.sink = sink

    @property
    def gate(self) -> Callable[[bytes], bool] | None:
        """Offered every text that the sink leaves, in the same place; False drops it."""
        return self._receiver.gate

    @gate.setter
    def gate(self, gate: Callable[[bytes], bool] | None) -> None:
        self._receiver.gate = gate

    def admits(self, text: str) -> bool:  # noqa: ARG002
        """Say whether a text may be received; any other closes with 1008."""
        return True

    def receive(self) -> str | bytes | None:
        """Wait for the next message and return it; None once the connection has ended."""
        self._receiving = True
        try:
            if not self._started:
                self._start()
            message = self._next_message()
            if message is None:
                self._linger()
                self._receiver.close()
            return message
        except BaseException:  # this greenlet is being killed
            self._receiver.close()
            raise
        finally:
            self._receiving = False

    def send(self, message: str | bytes, binary: bool | None = None) -> None:
        """Send a text, or bytes as a binary message.

        Raises:
            WebSocketError: the connection has ended.
        """
        if isinstance(message, str):
            self._send(BINARY if binary else TEXT, message.encode())
        else:
            self._send(BINARY, bytes(message))

    @property
    def is_sending(self) -> bool:
        """Whether a frame is on its way that the client has not made room for yet."""
        return self._sending.locked() or self._sending.linkcount() > 0  # whoever waits for its turn comes first

    @property
    def is_gone(self) -> bool:
        """Whether the client has hung up as well, or can't be reached."""
        return bool(self.closed and self._receiver.gone)

    def send_at_once(self, text: bytes) -> None:
        """Send a text in UTF-8 past Engine.IO's queue: no greenlet has to wake for it. Only while not ``is_sending``.

        Never waits, so the loop's callback may call it. What the socket doesn't take follows in a greenlet.

        Raises:
            WebSocketError: the connection has ended.
        """
        if self.closed:
            raise WebSocketError("The connection has ended.")
        data = frame(TEXT, text)
        try:
            rest = data[self._write(data) :]
        except OSError:
            self._hang_up()
            raise WebSocketError("The connection is lost.") from None
        if rest:
            self._sending.acquire()
            gevent.spawn(self._send_rest, rest)

    def close(self, code: int = 1000, message: str | bytes = b"") -> None:
        """Say goodbye and end the connection. Never waits, so anybody may call it, the loop's callback too."""
        if not self.closed:
            code, message = self.ending or (code, message)
            self._say_goodbye(code, message.encode() if isinstance(message, str) else message)
            self._hang_up()

    # In receive()

    def _start(self) -> None:
        self._started = True
        self._socket.settimeout(self.send_seconds)  # only sends wait on this socket
        if not self.closed:
            self._receiver.start(self._socket, early_bytes(self.handler))

    def _next_message(self) -> str | bytes | None:
        receiver = self._receiver
        while not self.closed:
            waiting = receiver.take()
            if waiting:
                message = self._answer(*waiting)
                if message is not None:
                    return message
            elif receiver.fault:
                self.close(receiver.fault.code, receiver.fault.sentence)
            elif receiver.gone:
                self._hang_up()
            else:
                receiver.wait()
        return None

    def _answer(self, opcode: int, payload: bytes) -> str | bytes | None:
        """Return what is for the application, and answer what is for the connection."""
        if opcode == BINARY:
            return payload
        if opcode == TEXT:
            text = payload.decode()
            if self.admits(text):
                return text
            self.close(1008, "this message is not expected here")
        elif opcode == PING:
            self._answer_ping(payload)
        else:
            self.close(int.from_bytes(payload[:2], "big") or 1000)
        return None

    def _answer_ping(self, payload: bytes) -> None:
        try:
            self._send(PONG, payload)
        except WebSocketError:
            return  # the connection has ended, as the loop in _next_message is about to see

    def _linger(self) -> None:
        """Let the client's last bytes arrive: closing with bytes unread sends a reset, which overtakes our goodbye."""
        until = monotonic() + LINGER_TIMEOUT_S
        while not self._receiver.gone and (left := until - monotonic()) > 0:
            self._receiver.wait(left)

    # Sending and ending

    def _send(self, opcode: int, payload: bytes) -> None:
        data = frame(opcode, payload)
        with self._sending:  # frames of two greenlets must not mix
            if self.closed:
                raise WebSocketError("The connection has ended.")
            try:
                self._socket.sendall(data)
            except OSError:
                self._hang_up()
                raise WebSocketError("The connection is lost.") from None
            except BaseException:  # killed half-way through a frame: nothing can follow it
                self._hang_up()
                raise

    def _send_rest(self, rest: bytes) -> None:
        try:
            self._socket.sendall(rest)
        except OSError:
            self._hang_up()
        finally:
            self._sending.release()

    def _write(self, data: bytes) -> int:
        """Write what the socket takes right now and return how many bytes that were; past gevent, which would wait."""
        tls = getattr(self._socket, "_sslobj", None)
        write = tls.write if tls else self._socket._sock.send
        sent = 0
        try:
            while sent < len(data):  # TLS takes a record at a time
                sent += write(data[sent:])
        except NO_ROOM:
            pass
        return sent

    def _say_goodbye(self, code: int, reason: bytes) -> None:
        """Send a close frame if it can leave at once: a client that doesn't read must not hold up whoever closes."""
        if self._sending.locked():
            return  # a frame is stuck half-way; nothing can follow it
        try:
            self._write(frame(CLOSE, code.to_bytes(2, "big") + reason[:123]))
        except OSError:
            return  # nobody there

    def _hang_up(self) -> None:
        """End our half. A greenlet stuck in a send gets an error; the one in receive() wakes and sees to the rest."""
        self.closed = True
        self._receiver.end()
        try:
            self._socket.shutdown(SHUT_WR)
        except OSError:
            self._receiver.gone = True
        self._receiver.wake()
        if not self._receiving:
            self._receiver.close()


class EngineWebSocket(WatchedWebSocket):
    """A connection that speaks Engine.IO 4 without upgrades.

    Engine.IO decodes outside its ``try`` and tries every text as JSON, so what it can't expect ends here.
    """

    def admits(self, text: str) -> bool:
        """Admit what holds a Socket.IO packet, a goodbye, or now and then the answer to a ping."""
        if text == "3":
            return self._receiver.admits_control()
        return text == "1" or (len(text) > 1 and text[0] == "4" and text[1] in "0123456")


def install(max_message: int = MESSAGE_BYTES, kind: type[WatchedWebSocket] = EngineWebSocket) -> None:
    """Put ``kind`` in the place of gevent-websocket's class, for all connections from now on.

    Args:
        max_message: the most bytes in a message.
        kind: the class of which gevent-websocket's handler makes one for each connection.
    """
    if not isinstance(geventwebsocket.handler.WebSocket, type):
        raise RuntimeError("gevent-websocket makes its connections in a new way; this seam has to follow it.")
    kind.max_message = max_message
    geventwebsocket.handler.WebSocket = kind
