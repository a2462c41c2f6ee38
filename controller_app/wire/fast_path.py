"""Fast path of samples: from a frame's bytes to core/frames.py without a greenlet."""

from collections.abc import Callable, MutableMapping
from typing import Any

import msgspec

from controller_app.core.limits import TokenBucket
from controller_app.core.protocol import PHONE_NAMESPACE, Pad, Tilt
from controller_app.core.sample_filter import SampleFilter

TILT_HEAD = f'42{PHONE_NAMESPACE},["{Tilt.event}",'.encode()
PAD_HEAD = f'42{PHONE_NAMESPACE},["{Pad.event}",'.encode()
TAIL = b"]"

_tilt = msgspec.json.Decoder(Tilt).decode
_pad = msgspec.json.Decoder(Pad).decode


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
        # One msgspec pass parses and range-checks in C: no json.loads, no packet object, no request context.
        try:
            if payload.startswith(TILT_HEAD):
                tilt = _tilt(payload[len(TILT_HEAD) : -1])
                if not payload.endswith(TAIL) or not self._bucket.take(now := self._clock()):
                    return False
                self._filter.tilt(tilt, now)
                return True
            if payload.startswith(PAD_HEAD):
                pad = _pad(payload[len(PAD_HEAD) : -1])
                if not payload.endswith(TAIL) or not self._bucket.take(now := self._clock()):
                    return False
                self._filter.pad(pad, now)
                return True
        except msgspec.DecodeError:
            return False
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
