"""The short way of a sample, and what is left to the ordinary way."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controller_app.core.frames import LatestSamples
from controller_app.core.limits import TokenBucket
from controller_app.core.protocol import Pad, Tilt
from controller_app.core.sample_filter import SampleFilter
from controller_app.wire.fast_path import SampleSink, bind

TILT = b'42/phone,["tilt",[7,0,0,0,0,10000,40]]'
PAD = b'42/phone,["pad",[8,0,2500,7500,true]]'


def never(age: int) -> None:
    raise AssertionError(f"told of {age} ms")


def sink(frames: LatestSamples, burst: float = 10) -> SampleSink:
    return SampleSink(SampleFilter(frames, 3, never), TokenBucket(1, burst, 0.0), lambda: 0.0)


def test_a_seats_samples_go_straight_to_its_rooms_frames() -> None:
    frames = LatestSamples()
    samples = frames.subscribe(lambda: None)
    take = sink(frames)

    assert take(TILT)
    assert take(PAD)

    frame = samples.take()
    assert frame is not None
    assert list(frame.samples) == [[(3, Tilt(7, 0, 0, 0, 0, 10_000, 40))], [(3, Pad(8, 0, 2500, 7500, True))]]


@pytest.mark.parametrize(
    "payload",
    [
        b"3",
        b'42/phone,["tap",[1,0,0,0]]',
        b'42/phone,7["tilt",[7,0,0,0,0,10000,40]]',
        b'42/display,["tilt",[7,0,0,0,0,10000,40]]',
        b'42/phone,["tilt",[7,0,0,0,0,10001,40]]',
        b'42/phone,["tilt",[7,0,0,0,0,10000,40]}',
        b'42/phone,["tilt",[7,0,0,0,0,10000,40],1]',
        b'42/phone,["pad",[8,0,2500,7500]]',
        b'42/phone,["tilt",',
    ],
)
def test_what_is_no_good_sample_goes_the_ordinary_way(payload: bytes) -> None:
    frames = LatestSamples()
    samples = frames.subscribe(lambda: None)

    assert not sink(frames)(payload)
    assert samples.take() is None


def test_samples_over_the_limit_go_the_ordinary_way_and_are_counted_there() -> None:
    take = sink(LatestSamples(), burst=2)

    assert [take(TILT), take(PAD), take(TILT)] == [True, True, False]


@given(st.binary(max_size=80), st.sampled_from([b"", TILT[:17], PAD[:16]]))
def test_bytes_that_are_left_to_the_ordinary_way_leave_no_sample(body: bytes, head: bytes) -> None:
    frames = LatestSamples()
    samples = frames.subscribe(lambda: None)

    is_taken = sink(frames)(head + body)

    assert is_taken or samples.take() is None


class FakeSocket:
    sink: Any = None


def test_a_websocket_is_bound_to_the_sink_and_let_go() -> None:
    websocket, take = FakeSocket(), sink(LatestSamples())
    bind({"wsgi.websocket": websocket}, take)
    assert websocket.sink is take

    bind({"wsgi.websocket": websocket}, None)
    assert websocket.sink is None
