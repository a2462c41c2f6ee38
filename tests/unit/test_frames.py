"""The newest sample of each seat."""

from controller_app.core.frames import LatestSamples, Subscription
from controller_app.core.protocol import FRAME, Pad, Tilt


def tilt(seq: int) -> Tilt:
    return Tilt(seq, 0, 0, 0, 0, 10_000, 0)


def subscribed() -> tuple[LatestSamples, Subscription]:
    frames = LatestSamples()
    return frames, frames.subscribe(lambda: None)


def test_the_newest_sample_of_each_seat_wins() -> None:
    frames, samples = subscribed()
    frames.put(1, tilt(1))
    frames.put(2, tilt(7))
    frames.put(1, tilt(2))
    frames.put(2, Pad(1, 0, 5, 5, True))

    frame = samples.take()

    assert frame is not None
    assert list(frame.samples) == [[(1, tilt(2)), (2, tilt(7))], [(2, Pad(1, 0, 5, 5, True))]]


def test_one_seat_can_be_taken_before_the_others() -> None:
    frames, samples = subscribed()
    frames.put(1, tilt(1))
    frames.put(2, tilt(7))
    frames.put(2, Pad(1, 0, 5, 5, True))

    assert samples.take_of(2) == FRAME(*[[(2, tilt(7))], [(2, Pad(1, 0, 5, 5, True))]])
    assert samples.take_of(2) is None
    assert samples.take() == FRAME(*[[(1, tilt(1))], []])


def test_nothing_is_sent_twice() -> None:
    frames, samples = subscribed()
    frames.put(1, tilt(1))
    samples.take()

    assert samples.take() is None


def test_every_sample_is_told_to_every_subscriber() -> None:
    told: list[str] = []
    frames = LatestSamples()
    frames.subscribe(lambda: told.append("display"))
    frames.subscribe(lambda: told.append("recorder"))
    frames.put(1, tilt(1))
    frames.put(1, Pad(1, 0, 5, 5, True))

    assert told == ["display", "recorder"] * 2


def test_a_free_seat_leaves_no_sample_behind() -> None:
    frames, samples = subscribed()
    frames.put(1, tilt(1))
    frames.drop(1)

    assert samples.take() is None


def test_each_subscriber_takes_everything_at_its_own_pace() -> None:
    frames, samples = subscribed()
    others = frames.subscribe(lambda: None)
    frames.put(1, tilt(1))
    samples.take()
    frames.put(1, tilt(2))
    frames.put(2, tilt(5))
    frames.drop(2)

    taken = others.take()

    assert taken is not None
    assert list(taken.samples) == [[(1, tilt(2))], []]

    frames.unsubscribe(others)
    frames.put(1, tilt(3))

    assert others.take() is None
    assert samples.take() is not None
