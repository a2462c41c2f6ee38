"""Setting the computer's clock ends no connection."""

import json
import signal
from collections.abc import Iterator
from pathlib import Path

import engineio.base_socket
import engineio.socket
import pytest
import requests

from controller_app.core.protocol import PHONE_NAMESPACE
from tests.faults.conftest import Hold
from tests.support.clients import PATIENCE, Display, Phone, until
from tests.support.running import RunningServer

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGUSR1"), reason="the test sets the clock by signals")


class SteppingServer(RunningServer):
    """One whose wall clock can be set."""

    module = "tests.faults.stepping"

    def set_clock(self, number: int, says: str) -> None:
        self.process.send_signal(number)
        until(lambda: says in self.output, lambda: says)


class PollingPhone:
    """A phone that answers a ping when it is told to. Over long-polling, where whatever is sent asks the ping's age."""

    def __init__(self, server: RunningServer, room: str) -> None:
        self._address = f"{server.http}/socket.io/?EIO=4&transport=polling"
        self._http = requests.Session()
        (opening,) = self.poll()
        self._address += "&sid=" + json.loads(opening[1:])["sid"]
        self.send(f'40{PHONE_NAMESPACE},{{"room":"{room}"}}')
        self.read_until("seated")

    def poll(self) -> list[str]:
        answer = self._http.get(self._address, timeout=PATIENCE)
        assert answer.status_code == 200, answer.text
        return answer.text.split("\x1e")

    def send(self, packet: str) -> None:
        assert self._http.post(self._address, packet, timeout=PATIENCE).text.lower() == "ok"

    def read_until(self, part: str) -> None:
        while not any(part in packet for packet in self.poll()):
            pass

    def wait_for_ping(self) -> None:
        while "2" not in self.poll():
            pass

    def close(self) -> None:
        self._http.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SteppingServer]:
    running = SteppingServer(tmp_path / "instance", https=False)
    running.start()
    yield running
    running.stop(signal.SIGKILL)

    assert "Traceback" not in running.output, running.output


def test_a_step_of_an_hour_disconnects_nobody(server: SteppingServer, hold: Hold) -> None:
    """Takes some 5 s: a ping a step."""
    display = hold(Display(server.http))
    phone = hold(Phone(server.http, display.room))
    slow = hold(PollingPhone(server, display.room))

    steps = ((signal.SIGUSR1, "+1 h"), (signal.SIGUSR2, "+0 h"), (signal.SIGUSR2, "-1 h"))
    for number, (step, says) in enumerate(steps, 1):
        slow.wait_for_ping()
        server.set_clock(step, f"The clock is {says}.")
        display.emit("tell", {"phone": 2, "text": says})
        slow.read_until(says)
        phone.tap(number)
        slow.send("3")

    slow.wait_for_ping()
    until(lambda: len(display.all("tapped")) == len(steps), lambda: "all taps")
    assert not phone.gone
    assert not display.gone


def test_the_seam_is_where_it_was() -> None:
    """Engine.IO asks its modules' ``time`` for the time, and for nothing else."""
    for module in (engineio.socket, engineio.base_socket):
        source = Path(str(module.__file__)).read_text(encoding="utf-8")
        assert "time.time()" in source
        assert source.count("time.time()") == source.count("time.") - source.count("import time.")
