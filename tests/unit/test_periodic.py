import logging
from collections.abc import Callable

import gevent.event
import pytest

from controller_app.web.tasks.periodic import every

log = logging.getLogger("test_periodic")


def run_until(count: int, action: Callable[[int], object]) -> None:
    """Run an action, which is told how often it ran before, until it has run so often."""
    runs: list[int] = []
    done = gevent.event.Event()

    def run() -> None:
        runs.append(len(runs))
        if len(runs) >= count:
            done.set()
        action(runs[-1])

    task = every(0.0, run, log)
    assert done.wait(10)
    task.kill()


def test_an_action_runs_again_and_again() -> None:
    ran: list[int] = []
    run_until(3, ran.append)

    assert ran[:3] == [0, 1, 2]


def test_a_run_that_fails_is_logged_and_the_next_one_follows(caplog: pytest.LogCaptureFixture) -> None:
    run_until(3, lambda before: 1 // before)

    [entry] = caplog.records
    assert entry.getMessage() == "A run of test_periodic failed; the next one follows."
    assert entry.exc_info
    assert entry.exc_info[0] is ZeroDivisionError
