"""The clock of Engine.IO's pings."""

from controller_app.wire.engineio.clock import MAX_GAP_S, LoopClock
from tests.support.fakes import FakeClock


def test_it_goes_like_any_clock_while_the_loop_runs() -> None:
    real = FakeClock(100.0)
    clock = LoopClock(real)
    began = clock()
    for _ in range(100):
        real.now += 0.25
        clock()

    assert clock() - began == 25.0


def test_it_leaves_out_the_time_in_which_the_process_was_stopped() -> None:
    real = FakeClock(100.0)
    clock = LoopClock(real)
    began = clock()
    real.now += 30.0

    assert clock() - began == MAX_GAP_S
    real.now += 0.25
    assert clock() - began == MAX_GAP_S + 0.25
