"""Fast path of samples: from a frame's bytes to core/frames.py without a greenlet."""

from collections.abc import Callable, MutableMapping
from typing import Any

import msgspec

from controller_app.core.limits import TokenBucket
from controller_app.core.protocol import PHONE_NAMESPACE, STREAMS
from controller_app.core.sample_filter import SampleFilter

HEADS = {stream: f'42{PHONE_NAMESPACE},["{stream.event}",'.encode() for stream in STREAMS}
"""What the text of a sample begins with: a message of Engine.IO, an event of Socket.IO, for the phones' namespace."""

DECODERS = tuple((head, len(head), msgspec.json.Decoder(stream).decode) for stream, head in HEADS.items())
"""For each stream its head, where the sample begins, and what decodes it: one pass in C parses and range-checks."""

TAIL = ord("]")


class SampleSink:
    """Takes the samples of one seat's connection. What it doesn't take goes the ordinary way and is answered there."""

    __slots__ = ("_bucket", "_clock", "_filter")

    def __init__(self, sample_filter: SampleFilter, bucket: TokenBucket, clock: Callable[[], float]) -> None:
        """``bucket`` is the connection's own, so that samples and events count together."""
        self._filter = sample_filter
        self._bucket = bucket
        self._clock = clock

    def __call__(self, payload: bytes) -> bool:
        """Take an Engine.IO message if it is a sample within limits; False leaves it to others."""
        # No json.loads, no packet object, no request context.
        for head, start, decode in DECODERS:
            if payload.startswith(head):
                try:
                    sample = decode(payload[start:-1])
                except msgspec.DecodeError:
                    return False
                if payload[-1] != TAIL or not self._bucket.take(now := self._clock()):
                    return False
                self._filter.put(sample, now)
                return True
        return False


def bind(
    environ: MutableMapping[str, Any],
    sink: Callable[[bytes], bool] | None,
    gate: Callable[[bytes], bool] | None = None,
) -> bool:
    """Give a connection's samples to a sink, and its events through a gate; False if it polls and has no short way."""
    websocket = environ.get("wsgi.websocket")
    if websocket is None:
        return False
    websocket.sink, websocket.gate = sink, gate
    return True
