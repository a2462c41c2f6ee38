"""The token bucket."""

from hypothesis import given
from hypothesis import strategies as st

from controller_app.core.limits import TokenBucket


def test_a_burst_passes_and_then_the_rate() -> None:
    bucket = TokenBucket(rate=10, burst=3, now=0.0)

    assert [bucket.take(0.0) for _ in range(4)] == [True, True, True, False]
    assert bucket.take(0.1)
    assert not bucket.take(0.1)


def test_looking_takes_nothing() -> None:
    bucket = TokenBucket(rate=10, burst=1, now=0.0)

    assert bucket.holds(0.0)
    assert bucket.holds(0.0)
    assert bucket.take(0.0)
    assert not bucket.holds(0.05)
    assert bucket.holds(0.1)


def test_an_empty_bucket_tells_when_it_has_a_token_again() -> None:
    bucket = TokenBucket(rate=0.5, burst=2, now=0.0)

    assert bucket.wait(0.0) == 0.0
    assert bucket.take(0.0)
    assert bucket.take(0.0)
    assert bucket.wait(0.0) == 2.0
    assert bucket.wait(1.5) == 0.5
    assert bucket.take(2.0)


def test_a_bucket_tells_how_much_of_it_is_left() -> None:
    bucket = TokenBucket(rate=1, burst=4, now=0.0)
    bucket.take(0.0)

    assert bucket.left(0.0) == 0.75
    assert not bucket.is_full(0.5)
    assert bucket.is_full(1.0)
    assert bucket.left(100.0) == 1.0


@given(st.floats(1, 100), st.integers(1, 50), st.lists(st.floats(0, 2, allow_nan=False), min_size=1, max_size=200))
def test_no_bucket_gives_more_than_its_burst_and_rate(rate: float, burst: int, waits: list[float]) -> None:
    bucket = TokenBucket(rate, burst, now=0.0)
    now = 0.0
    given_out = 0
    for wait in waits:
        now += wait
        given_out += bucket.take(now)

    assert given_out <= burst + rate * now + 1e-6
