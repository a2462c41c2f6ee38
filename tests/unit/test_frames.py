"""The newest sample of each seat."""

from controller_app.core.frames import LatestSamples
from controller_app.core.protocol import Frame, Pad, Tilt


def tilt(seq: int) -> Tilt:
    return Tilt(seq, 0, 0, 0, 0, 10_000, 0)


def test_the_newest_sample_of_each_seat_wins() -> None:
    frames = LatestSamples()
    frames.tilt(1, tilt(1))
    frames.tilt(2, tilt(7))
    frames.tilt(1, tilt(2))
    frames.pad(2, Pad(1, 0, 5, 5, True))

    frame = frames.take()

    assert frame is not None
    assert frame.tilts == [(1, tilt(2)), (2, tilt(7))]
    assert frame.pads == [(2, Pad(1, 0, 5, 5, True))]


def test_one_seat_can_be_taken_before_the_others() -> None:
    frames = LatestSamples()
    frames.tilt(1, tilt(1))
    frames.tilt(2, tilt(7))
    frames.pad(2, Pad(1, 0, 5, 5, True))

    assert frames.take_of(2) == Frame([(2, tilt(7))], [(2, Pad(1, 0, 5, 5, True))])
    assert frames.take_of(2) is None
    assert frames.take() == Frame([(1, tilt(1))], [])


def test_nothing_is_sent_twice() -> None:
    frames = LatestSamples()
    frames.tilt(1, tilt(1))
    frames.take()

    assert frames.take() is None


def test_every_sample_wakes_whoever_takes_frames() -> None:
    woken: list[int] = []
    frames = LatestSamples()
    frames.wake = lambda: woken.append(1)
    frames.tilt(1, tilt(1))
    frames.pad(1, Pad(1, 0, 5, 5, True))

    assert len(woken) == 2


def test_a_free_seat_leaves_no_sample_behind() -> None:
    frames = LatestSamples()
    frames.tilt(1, tilt(1))
    frames.drop(1)

    assert frames.take() is None


def test_who_takes_at_another_pace_gets_everything_too() -> None:
    frames = LatestSamples()
    twin = frames.split()
    frames.tilt(1, tilt(1))
    frames.take()
    frames.tilt(1, tilt(2))
    frames.tilt(2, tilt(5))
    frames.drop(2)

    taken = twin.take()

    assert taken is not None
    assert taken.tilts == [(1, tilt(2))]

    frames.join(twin)
    frames.tilt(1, tilt(3))

    assert twin.take() is None
