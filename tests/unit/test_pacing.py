"""What a late loop says of the load."""

import pytest

from controller_app.core.pace import MAX_HERTZ, RoomPace
from controller_app.web.tasks.pacing import MAX_LATENESS_S, MIN_BUSY_SHARE, loop_load


def test_a_loop_that_is_late_because_it_has_too_much_to_do_slows_phones() -> None:
    pace = RoomPace()
    pace.adjust(loop_load(2 * MAX_LATENESS_S, busy=0.9))

    assert pace.hertz < MAX_HERTZ


@pytest.mark.parametrize("lateness", [0.0, 0.008, 0.0156])
def test_coarse_timers_of_an_idle_computer_slow_nobody(lateness: float) -> None:
    pace = RoomPace()
    for _ in range(100):
        pace.adjust(loop_load(lateness, busy=MIN_BUSY_SHARE / 2))

    assert pace.hertz == MAX_HERTZ
