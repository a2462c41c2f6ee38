"""What arrives too late is not shown, and its phone hears of that."""

from hypothesis import given
from hypothesis import strategies as st

from controller_app.core.frames import LatestSamples
from controller_app.core.protocol import Frame, Pad, Tilt
from controller_app.core.sample_filter import LATE_MS, NOTICE_INTERVAL_S, STALE_MS, SampleFilter

NOW = 100.0  # seconds


def tilt(at: int) -> Tilt:
    return Tilt(1, at, 0, 0, 0, 10_000, 0)


def streamed(*ages: int, gap: float = 0.0) -> tuple[Frame | None, list[int]]:
    """Stream samples of these ages in milliseconds, ``gap`` seconds apart; return what is shown and what was told."""
    told: list[int] = []
    frames = LatestSamples()
    samples = frames.subscribe(lambda: None)
    sample_filter = SampleFilter(frames, 3, told.append)
    for place, age in enumerate(ages):
        now = NOW + place * gap
        sample_filter.put(tilt(round(now * 1000) - age), now)
    return samples.take(), told


def test_a_sample_in_time_is_shown_and_nobody_is_told() -> None:
    frame, told = streamed(0, 20, LATE_MS)

    assert frame is not None
    assert not told


def test_a_late_sample_is_shown_and_its_phone_told() -> None:
    frame, told = streamed(STALE_MS)

    assert frame is not None
    assert told == [STALE_MS]


def test_a_stale_sample_is_not_shown() -> None:
    frame, told = streamed(STALE_MS + 1)

    assert frame is None
    assert told == [STALE_MS + 1]


def test_a_stale_thumb_is_not_shown_either() -> None:
    frames, told = LatestSamples(), list[int]()
    samples = frames.subscribe(lambda: None)
    SampleFilter(frames, 3, told.append).put(Pad(1, round(NOW * 1000) - STALE_MS - 1, 0, 0, True), NOW)

    assert samples.take() is None
    assert told == [STALE_MS + 1]


def test_a_sample_of_unknown_age_counts_as_new() -> None:
    frames, told = LatestSamples(), list[int]()
    samples = frames.subscribe(lambda: None)
    SampleFilter(frames, 3, told.append).put(tilt(0), NOW)

    assert samples.take() is not None
    assert not told


@given(st.lists(st.integers(LATE_MS + 1, 10 * STALE_MS), min_size=1, max_size=40))
def test_a_phone_is_told_four_times_a_second_at_most(ages: list[int]) -> None:
    gap = 0.02
    _, told = streamed(*ages, gap=gap)

    assert 1 <= len(told) <= 1 + len(ages) * gap / NOTICE_INTERVAL_S
