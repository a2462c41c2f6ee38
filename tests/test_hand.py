"""Pretend hands: lively, within the protocol, and the same again for the same seed."""

import math

from hypothesis import given
from hypothesis import strategies as st

from controller_app.core.protocol import Button, Choose, Controls, Press, Tap, Tilt
from controller_app.crowd.hand import LEAN, Hand

ALL = Controls("tilt", buttons=[Button("boost", "Boost")], choices=[Button("yes", "Yes"), Button("no", "No")])
PARSERS = {"tilt": Tilt.parse, "tap": Tap.parse, "press": Press.parse, "choose": Choose.parse}


def minute(seed: int, controls: Controls = ALL) -> list[tuple[str, object]]:
    hand = Hand(seed)
    wishes = []
    for tick in range(60 * 20):
        wishes += [hand.tilt(tick / 20, tick * 50), *hand.whims(tick / 20, tick * 50, controls)]
    return wishes


def test_the_same_seed_does_the_same_and_another_something_else() -> None:
    assert minute(1) == minute(1)
    assert minute(1) != minute(2)


def test_everything_it_sends_is_what_the_protocol_allows() -> None:
    sent = minute(3)

    assert {event for event, _ in sent} == set(PARSERS)
    for event, data in sent:
        PARSERS[event](data)


def test_it_lets_go_of_what_it_presses_and_uses_only_what_is_offered() -> None:
    presses = [data for event, data in minute(4) if event == "press"]
    assert len(presses) > 4
    assert [press["down"] for press in presses[:4]] == [True, False, True, False]  # type: ignore[index]

    assert {event for event, _ in minute(4, Controls("tilt", pad=False))} == {"tilt"}


@given(st.integers(0, 10**6), st.floats(0, 10**5))
def test_it_leans_no_farther_than_a_hand(seed: int, now: float) -> None:
    assert all(abs(angle) <= LEAN + 1e-9 and math.isfinite(angle) for angle in Hand(seed).lean(now))
