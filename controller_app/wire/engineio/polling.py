"""Long-polling requests with many messages, for browsers that refuse WebSockets."""

from types import SimpleNamespace

from engineio import socket as engine_socket
from engineio.packet import CLOSE, MESSAGE, PONG, Packet
from engineio.payload import Payload

SEPARATOR = "\x1e"
"""Between two packets of one body (Engine.IO 4, HTTP long-polling)."""


class TextPayload(Payload):  # type: ignore[misc]
    """The body of a POST: messages as text, a pong, a goodbye.

    The library's class would decode every message as JSON, decode a JSONP form, and answer each of a hundred upgrades
    in a body with a packet that waits for a poll: megabytes for kilobytes, past the gateway and its limits.
    """

    def decode(self, encoded_payload: str) -> None:
        """Split a body into packets.

        Raises:
            ValueError: there are too many.
        """
        texts = encoded_payload.split(SEPARATOR, self.max_decode_packets) if encoded_payload else []
        if len(texts) > self.max_decode_packets:
            raise ValueError("too many packets in a payload")
        self.packets = [_packet_of(text) for text in texts]


def _packet_of(text: str) -> Packet:
    if text in ("1", "3"):
        return Packet(CLOSE if text == "1" else PONG)
    if text.startswith("4"):
        return Packet(MESSAGE, text[1:])
    return Packet(MESSAGE, text.encode())  # the gateway counts and refuses bytes


def install(most: int) -> None:
    """Read what clients post as ``TextPayload``.

    Args:
        most: packets in one body. The library ends a connection at 16, which a phone that streams reaches as soon as
            one request takes a while (python-engineio, issue 142). The gateway counts them all the same.
    """
    if not hasattr(engine_socket, "payload"):
        raise RuntimeError("Engine.IO reads long-polling bodies in a new way; this seam has to follow it.")
    TextPayload.max_decode_packets = most
    engine_socket.payload = SimpleNamespace(Payload=TextPayload)
