"""Socket.IO client over WebSocket, in one role."""

from collections.abc import Callable
from typing import Any

import msgspec

from controller_app.clients.websocket_client import Gone, WebSocket
from controller_app.core.protocol import Message

PATH = "/socket.io/?EIO=4&transport=websocket"
END, EVENT, ANSWER, NO = "1", "2", "3", "4"
"""Kinds of Socket.IO packets; each travels behind Engine.IO's 4."""

REFUSED = "connect_error"
"""What is heard instead of anything else where the server lets nobody in; with why, as an ``ended``."""

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


class SocketIoClient:
    """Sends events, and hands what is heard to ``hear`` while somebody listens."""

    def __init__(self, address: str, namespace: str, auth: Message, hear: Callable[[str, Any], None]) -> None:
        """Connect; that the server let this connection in shows in what is heard.

        Raises:
            Gone: there is no such server.
        """
        self._namespace = namespace.encode()
        self._hear = hear
        self._answers: dict[str, Callable[[Any], None]] = {}
        self._asked = 0
        self._socket = WebSocket(address + PATH)
        self._socket.send(b"40%s,%s" % (self._namespace, _encode(auth)))

    def emit(self, event: str, data: Any) -> None:
        """Send an event."""
        self._socket.send(b'42%s,["%s",%s]' % (self._namespace, event.encode(), _encode(data)))

    def ask(self, event: str, data: Any, answer: Callable[[Any], None]) -> None:
        """Send an event, and hand over what the server answers."""
        self._asked += 1
        self._answers[str(self._asked)] = answer
        self._socket.send(b'42%s,%d["%s",%s]' % (self._namespace, self._asked, event.encode(), _encode(data)))

    def listen(self) -> None:
        """Hear what comes, until the connection ends."""
        while True:
            try:
                text = self._socket.receive().decode()
                if text == "2":
                    self._socket.send(b"3")
            except Gone:
                return
            if text.startswith("4") and self._take(text[1], text[2:]):
                return

    def close(self) -> None:
        """Hang up without a word."""
        self._socket.close()

    def _take(self, kind: str, rest: str) -> bool:
        """Take one packet; return whether it is the last."""
        rest = rest[rest.find(",") + 1 :]
        if kind == NO:
            self._hear(REFUSED, _decode(rest)["data"])
        if kind == EVENT:
            event, *data = _decode(rest)
            self._hear(event, data[0] if data else None)
        elif kind == ANSWER:
            number, bracket, values = rest.partition("[")
            answer = self._answers.pop(number, None)
            if answer:
                answer(*_decode(bracket + values))
        return kind in {END, NO}
