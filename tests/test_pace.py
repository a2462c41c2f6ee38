"""How often phones may send."""

from hypothesis import given
from hypothesis import strategies as st

from controller_app.core.pace import FASTEST, SLOWEST, RoomPace


def steps(pace: RoomPace, load: float, count: int) -> int:
    for _ in range(count):
        pace.adjust(load)
    return pace.hertz


def test_a_quiet_room_sends_as_fast_as_sensors_speak() -> None:
    assert steps(RoomPace(), load=0.2, count=10) == FASTEST


def test_too_much_to_do_slows_at_once() -> None:
    assert steps(RoomPace(), load=1.0, count=1) <= 40


def test_it_never_gets_slower_than_a_hand_needs() -> None:
    assert steps(RoomPace(), load=5.0, count=50) == SLOWEST


def test_it_recovers_step_by_step() -> None:
    pace = RoomPace()
    steps(pace, load=1.0, count=20)

    assert steps(pace, load=0.1, count=1) == 12
    assert steps(pace, load=0.1, count=20) == FASTEST


def test_it_settles_where_the_load_is_right() -> None:
    pace = RoomPace()
    loads = []
    for _ in range(30):
        loads.append(1000 * pace.hertz / 45_000)  # a server that can do 45,000 samples a second
        pace.adjust(loads[-1])

    assert all(0.5 < load < 0.8 for load in loads[-5:])
    assert len({round(load, 3) for load in loads[-5:]}) == 1, "it doesn't swing"


@given(st.lists(st.floats(0, 10), max_size=100))
def test_the_pace_stays_within_its_bounds_and_says_when_it_changes(loads: list[float]) -> None:
    pace = RoomPace()
    told = pace.hertz
    for load in loads:
        if pace.adjust(load):
            told = pace.hertz
        assert SLOWEST <= pace.hertz <= FASTEST
        assert told == pace.hertz
