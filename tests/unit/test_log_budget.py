"""The budget of the log: bounded whoever floods it, and our own faults are still said."""

import logging

from hypothesis import given
from hypothesis import strategies as st

from controller_app.machine.process.log_budget import (
    CLIENT_BURST,
    CLIENT_PER_SECOND,
    FAULT_BURST,
    FAULT_PER_SECOND,
    LogBudget,
)
from tests.support.fakes import FakeClock


def written(budget: LogBudget, level: int, count: int = 1) -> list[int]:
    """Log so many entries; return, for each that is written, how many it says are missing before it."""
    records = [logging.LogRecord("a", level, "", 0, "Well.", (), None) for _ in range(count)]
    return [vars(record)["left_out"] for record in records if budget.filter(record)]


def test_a_burst_is_written_and_then_the_rate() -> None:
    clock = FakeClock()
    budget = LogBudget(clock)

    assert len(written(budget, logging.INFO, 10_000)) == CLIENT_BURST
    clock.now += 60
    assert len(written(budget, logging.INFO, 10_000)) == round(60 * CLIENT_PER_SECOND)


def test_the_next_entry_says_how_many_were_left_out() -> None:
    clock = FakeClock()
    budget = LogBudget(clock)
    written(budget, logging.INFO, CLIENT_BURST + 1234)
    clock.now += 60

    assert written(budget, logging.INFO, 2) == [1234, 0]
    assert budget.left_out == 1234


def test_what_clients_cause_leaves_our_own_faults_their_lines() -> None:
    budget = LogBudget(FakeClock())
    written(budget, logging.INFO, 10_000)

    assert len(written(budget, logging.ERROR, 10_000)) == FAULT_BURST


def test_our_own_faults_leave_clients_theirs() -> None:
    budget = LogBudget(FakeClock())
    written(budget, logging.WARNING, 10_000)

    assert len(written(budget, logging.INFO, 10_000)) == CLIENT_BURST


@given(st.lists(st.tuples(st.floats(0, 100), st.sampled_from([logging.INFO, logging.ERROR])), max_size=400))
def test_every_entry_is_written_or_counted_and_never_more_than_the_budget(log: list[tuple[float, int]]) -> None:
    clock = FakeClock()
    budget = LogBudget(clock)
    told = []
    for wait, level in log:
        clock.now += wait
        told += written(budget, level)

    assert len(told) + budget.left_out == len(log)
    assert sum(told) <= budget.left_out
    most = CLIENT_BURST + FAULT_BURST + clock.now * (CLIENT_PER_SECOND + FAULT_PER_SECOND)
    assert len(told) <= most + 1e-6
