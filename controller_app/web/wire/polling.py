"""Long-polling, for phones whose browser refuses WebSockets: many messages may come in one request."""

from engineio.payload import Payload


def allow_packets(most: int) -> None:
    """Let one request carry up to ``most`` packets.

    The library ends a connection at 16, which a phone that streams reaches as soon as one request takes a while
    (python-engineio, issue 142). The door counts them all the same.
    """
    Payload.max_decode_packets = most
