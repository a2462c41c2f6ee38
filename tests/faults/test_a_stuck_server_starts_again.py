"""A blocked event loop is told and restarted, and everyone comes back to their place."""

import contextlib
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from tests.faults.conftest import Hold
from tests.support.clients import Display, Phone, until
from tests.support.running import START_WITHIN, RunningServer

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="processes are stopped by signals")

STUCK_SECONDS = 1.0


class FaultyServer(RunningServer):
    """One whose loop gets stuck when it is asked to."""

    module = "tests.faults.spinning"

    def spin(self) -> None:
        with contextlib.suppress(requests.RequestException):
            requests.get(f"{self.http}/test/spin", timeout=(5, 0.1))

    def answers(self) -> bool:
        with contextlib.suppress(requests.RequestException):
            return requests.get(f"{self.http}/readyz", timeout=1).ok
        return False


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., FaultyServer]]:
    started: list[FaultyServer] = []

    def start(*options: str) -> FaultyServer:
        server = FaultyServer(tmp_path / "instance", "--stuck-seconds", str(STUCK_SECONDS), *options, https=False)
        started.append(server)
        server.start()
        return server

    yield start
    for server in started:
        server.stop(signal.SIGKILL)
        assert "Traceback" not in server.output, server.output


def test_it_says_where_and_everyone_comes_back(start: Callable[..., FaultyServer], hold: Hold) -> None:
    """Takes some 3 s: to be stuck, and to start."""
    server = start()
    display = hold(Display(server.http))
    hold(Phone(server.http, display.room))
    phone = hold(Phone(server.http, display.room))

    server.spin()
    until(server.answers, lambda: "an answer after a new start", START_WITHIN)

    again = hold(Display(server.http, host=display.opened["host_pass"]))
    back = hold(Phone(server.http, again.room, seat=phone.seat_pass))
    assert again.room == display.room
    assert back.seated["seat"] == phone.seated["seat"]
    assert server.process.poll() is None, "it is another process"
    (line,) = (line for line in server.output.splitlines() if "stuck" in line)
    assert "It starts again, and everyone comes back. It was in: spin (" in line
    assert server.stop() == 0


def test_a_loop_that_is_only_busy_is_not_taken_for_stuck(start: Callable[..., FaultyServer], hold: Hold) -> None:
    server = start()
    display = hold(Display(server.http))

    busy = requests.get(f"{server.http}/test/busy/{3 * STUCK_SECONDS}", timeout=20)

    assert busy.ok
    assert not display.gone
    assert "stuck" not in server.output


def test_under_a_supervisor_it_ends(start: Callable[..., FaultyServer]) -> None:
    server = start("--supervised")

    server.spin()

    assert server.process.wait(START_WITHIN) == 70
    until(lambda: "It ends. It was in: spin (" in server.output, lambda: "where it was stuck")


def test_a_computer_that_sleeps_is_not_stuck(start: Callable[..., FaultyServer], hold: Hold) -> None:
    server = start()
    display = hold(Display(server.http))

    server.process.send_signal(signal.SIGSTOP)
    time.sleep(1.5 * STUCK_SECONDS)
    server.process.send_signal(signal.SIGCONT)
    phone = hold(Phone(server.http, display.room))
    phone.tap(1)
    display.wait_for("tapped")

    time.sleep(STUCK_SECONDS / 4)  # the thread looks a few times more
    assert "stuck" not in server.output
    assert not display.gone
