"""A seat's memory of its taps."""

from hypothesis import given
from hypothesis import strategies as st

from controller_app.core.protocol import IMPLAUSIBLE_TAP_AGE_MS, MAX_TAP_AGE_MS, MAX_TAPS_REMEMBERED, TAP_WRAP, Tap
from controller_app.core.taps import TapMemory

NOW = 100.0
"""Seconds."""

starts = st.integers(0, TAP_WRAP - 1)


def passed_on(memory: TapMemory, tap: Tap, now: float = NOW) -> bool:
    """Return whether a tap reaches the display now."""
    sent: list[Tap] = []

    def pass_on() -> bool:
        sent.append(tap)
        return True

    answer = memory.accept(tap, now, pass_on)
    assert answer or not sent
    return bool(sent)


def is_known(memory: TapMemory, tap: Tap) -> bool:
    """Return whether the phone is told that the display has a tap, where nothing reaches the display any more."""
    return memory.accept(tap, NOW, lambda: False)


def tap(number: int, at: int = 0) -> Tap:
    return Tap(number % TAP_WRAP, at, 5000, 5000)


@given(starts, st.lists(st.integers(0, 20), max_size=80))
def test_whatever_is_sent_again_each_tap_is_passed_on_once_and_in_order(start: int, steps: list[int]) -> None:
    """A phone goes on from any tap that it keeps: step 0 is the next new one, 20 goes back by 20."""
    memory, sent, shown = TapMemory(), 0, list[int]()
    for back in steps:
        sent = max(0, sent - back)
        if passed_on(memory, tap(start + sent)):
            shown.append(sent)
        sent += 1

    assert shown == sorted(set(shown))


@given(starts, st.integers(1, 200))
def test_new_taps_are_all_passed_on_also_past_the_wrap(start: int, count: int) -> None:
    memory = TapMemory()

    assert all(passed_on(memory, tap(start + number)) for number in range(count))
    assert all(is_known(memory, tap(start + number)) for number in range(max(0, count - MAX_TAPS_REMEMBERED), count))


@given(starts, st.integers(1, 40), starts, st.integers(1, 40))
def test_a_page_that_starts_elsewhere_is_heard_at_once(start: int, first: int, again: int, second: int) -> None:
    apart = (again - start) % TAP_WRAP
    memory = TapMemory()
    if not 100 < apart < TAP_WRAP - 100:
        return
    assert all(passed_on(memory, tap(start + number)) for number in range(first))
    assert all(passed_on(memory, tap(again + number)) for number in range(second))


def test_a_tap_that_was_overtaken_stays_out() -> None:
    memory = TapMemory()
    assert passed_on(memory, tap(7))

    assert not passed_on(memory, tap(6))
    assert not is_known(memory, tap(6))
    assert passed_on(memory, tap(8))


def test_a_tap_that_could_not_be_passed_on_is_when_it_is_sent_again() -> None:
    memory = TapMemory()
    assert not memory.accept(tap(1), NOW, lambda: False)

    assert passed_on(memory, tap(1))
    assert not passed_on(memory, tap(1))
    assert is_known(memory, tap(1))


@given(st.floats(0, IMPLAUSIBLE_TAP_AGE_MS - 1))
def test_a_tap_is_passed_on_for_two_seconds(age: float) -> None:
    at = int(NOW * 1000 - age)

    assert passed_on(TapMemory(), tap(1, at)) == (NOW * 1000 - at <= MAX_TAP_AGE_MS)


def test_a_phone_whose_clock_is_wrong_or_unknown_is_heard_all_the_same() -> None:
    memory, now = TapMemory(), int(NOW * 1000)

    assert passed_on(memory, tap(1, 0))
    assert passed_on(memory, tap(2, now + 10**9))
    assert passed_on(memory, tap(3, now - IMPLAUSIBLE_TAP_AGE_MS))
