"""Staggered return of phones after a restart."""

import random

from hypothesis import given
from hypothesis import strategies as st

from controller_app.core.returns import FIRST_RETURN_MS, waits
from tests.support.fakes import most_in_a_second


@given(st.integers(0, 3000), st.randoms())
def test_fewer_than_60_come_back_in_any_second(phones: int, source: random.Random) -> None:
    spread = waits(phones, source.randrange)

    assert len(spread) == phones
    assert most_in_a_second(spread) < 60


def test_300_phones_are_back_within_ten_seconds_and_none_before_the_server() -> None:
    spread = waits(300, random.randrange)

    assert min(spread) >= FIRST_RETURN_MS
    assert max(spread) <= 8000


def test_who_sits_side_by_side_does_not_come_together() -> None:
    spread = waits(300, random.Random(4).randrange)

    assert spread != sorted(spread)
    assert most_in_a_second(spread[:100]) < 40  # of one room among three
