"""How often phones may send."""

from hypothesis import given
from hypothesis import strategies as st

from controller_app.core.pace import CALM_MEASUREMENTS, MAX_HERTZ, MIN_HERTZ, RoomPace


def steps(pace: RoomPace, load: float, count: int) -> int:
    for _ in range(count):
        pace.adjust(load)
    return pace.hertz


def test_a_quiet_room_sends_as_fast_as_sensors_speak() -> None:
    assert steps(RoomPace(), load=0.2, count=10) == MAX_HERTZ


def test_too_much_to_do_slows_at_once() -> None:
    assert steps(RoomPace(), load=1.0, count=1) <= 42


def test_it_never_gets_slower_than_a_hand_needs() -> None:
    assert steps(RoomPace(), load=5.0, count=50) == MIN_HERTZ


def test_it_recovers_step_by_step() -> None:
    pace = RoomPace()
    steps(pace, load=1.0, count=20)

    assert steps(pace, load=0.1, count=CALM_MEASUREMENTS - 1) == MIN_HERTZ
    assert steps(pace, load=0.1, count=1) == 12
    assert steps(pace, load=0.1, count=8 * CALM_MEASUREMENTS) == MAX_HERTZ


def test_it_waits_for_what_slowing_down_did() -> None:
    pace = RoomPace()

    assert steps(pace, load=2.0, count=1) == steps(pace, load=2.0, count=1) == 42
    assert steps(pace, load=2.0, count=1) == 29


def test_it_settles_where_the_load_is_right() -> None:
    pace = RoomPace()
    paces = []
    for _ in range(60):
        used = min(0.99, 1000 * pace.hertz / 40_000)  # of a server that can do 40,000 samples a second
        pace.adjust(0.1 * used / (1 - used))  # as a queue grows
        paces.append(pace.hertz)

    assert 20 <= paces[-1] < 40
    assert len(set(paces[-10:])) == 1, "it doesn't swing"


@given(st.lists(st.floats(0, 10), max_size=100))
def test_the_pace_stays_within_its_bounds_and_says_when_it_changes(loads: list[float]) -> None:
    pace = RoomPace()
    told = pace.hertz
    for load in loads:
        if pace.adjust(load):
            told = pace.hertz
        assert MIN_HERTZ <= pace.hertz <= MAX_HERTZ
        assert told == pace.hertz
