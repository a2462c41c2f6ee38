"""Pump: sends at once under low load, merges under high load, bounds what waits."""

import time
from collections.abc import Iterator

import gevent
import pytest

from controller_app.core.frames import LatestSamples
from controller_app.core.protocol import Tilt
from controller_app.web.relay.pump import LoopTimer, Pump
from tests.support.fakes import FakeOut


def tilt(seq: int) -> Tilt:
    return Tilt(seq, 0, 0, 0, 0, 10_000, 0)


@pytest.fixture
def frames() -> LatestSamples:
    return LatestSamples()


@pytest.fixture
def out() -> FakeOut:
    return FakeOut()


@pytest.fixture
def pump(frames: LatestSamples, out: FakeOut) -> Iterator[Pump]:
    made = Pump(frames, out, 125.0, turn=lambda: 0.0)
    yield made
    made.stop()


def rest() -> None:
    for _ in range(5):
        gevent.sleep(0.001)


@pytest.mark.usefixtures("pump")
def test_a_sample_leaves_by_itself(frames: LatestSamples, out: FakeOut) -> None:
    frames.put(1, tilt(1))
    rest()

    assert [frame.samples[0] for frame in out.frames] == [[(1, tilt(1))]]


@pytest.mark.usefixtures("pump")
def test_samples_that_come_together_leave_together(frames: LatestSamples, out: FakeOut) -> None:
    frames.put(1, tilt(1))
    frames.put(2, tilt(1))
    frames.put(1, tilt(2))
    rest()

    assert [frame.samples[0] for frame in out.frames] == [[(1, tilt(2)), (2, tilt(1))]]


@pytest.mark.usefixtures("pump")
def test_a_display_that_is_behind_gets_nothing_until_it_has_caught_up(frames: LatestSamples, out: FakeOut) -> None:
    out.is_behind = True
    for seq in range(1000):
        frames.put(1, tilt(seq))
        if seq % 100 == 0:
            gevent.sleep(0)
    assert not out.frames

    out.is_behind = False
    gevent.sleep(0.05)

    assert [frame.samples[0] for frame in out.frames] == [[(1, tilt(999))]]


def test_once_the_loop_is_busy_samples_merge_into_fewer_frames(frames: LatestSamples, out: FakeOut) -> None:
    pump = Pump(frames, out, 0.1, turn=lambda: 1.0)
    for seq in range(20):
        frames.put(1, tilt(seq))
        gevent.sleep(0.001)
    pump.stop()

    assert [frame.samples[0] for frame in out.frames] == [[(1, tilt(0))]]


def test_a_loop_that_is_only_just_busy_merges_for_moments_only(frames: LatestSamples, out: FakeOut) -> None:
    pump = Pump(frames, out, 0.01, turn=lambda: 0.003)  # the least gap would be 100 s
    for seq in range(50):
        frames.put(1, tilt(seq))
        gevent.sleep(0.001)
    gevent.sleep(0.1)
    pump.stop()

    assert 2 <= len(out.frames) < 50
    assert out.frames[-1].samples[0] == [(1, tilt(49))]


def test_a_flush_sends_at_once_even_to_a_slow_display(frames: LatestSamples, out: FakeOut, pump: Pump) -> None:
    out.is_behind = True
    frames.put(1, tilt(1))

    pump.flush()
    pump.flush()

    assert len(out.frames) == 1


def test_before_an_event_a_display_that_is_behind_gets_that_seat_alone(
    frames: LatestSamples, out: FakeOut, pump: Pump
) -> None:
    for number in (1, 2, 3):
        frames.put(number, tilt(number))
    out.is_behind = True
    pump.flush_of(2)
    out.is_behind = False
    pump.flush_of(3)

    assert [[number for number, _ in frame.samples[0]] for frame in out.frames] == [[2], [1, 3]]


def test_a_stopped_pump_sends_nothing_and_collects_no_more(frames: LatestSamples, out: FakeOut, pump: Pump) -> None:
    frames.put(1, tilt(1))
    pump.stop()
    frames.put(2, tilt(1))
    rest()

    assert not out.frames
    assert pump.flush()
    assert [[number for number, _ in frame.samples[0]] for frame in out.frames] == [[1]], "what came before it stopped"


@pytest.mark.usefixtures("pump")
def test_two_pumps_of_one_room_take_nothing_from_each_other(frames: LatestSamples, out: FakeOut) -> None:
    slow = FakeOut()
    other = Pump(frames, slow, 125.0, turn=lambda: 0.0)
    slow.is_behind = True
    frames.put(1, tilt(1))
    rest()
    frames.put(1, tilt(2))
    rest()
    other.flush()
    other.stop()

    assert [frame.samples[0] for frame in out.frames] == [[(1, tilt(1))], [(1, tilt(2))]]
    assert [frame.samples[0] for frame in slow.frames] == [[(1, tilt(2))]]


def test_a_turn_lasts_from_one_look_for_input_to_the_next() -> None:
    turn = LoopTimer()
    gevent.sleep(0.01)
    assert turn() < 0.01

    time.sleep(0.02)
    assert turn() >= 0.02

    gevent.sleep(0.001)
    assert turn() < 0.02
