"""A stop tells everyone, takes no new visitors, and is over within 5 s."""

import signal
import time

import pytest
import requests

from tests.faults.conftest import Hold
from tests.support.clients import Display, Phone
from tests.support.raw import RawDisplay, RawPhone, RawSocket
from tests.support.running import RunningServer

LEAST_BUFFER = 2048  # bytes
PLAYERS = 20
TAPS = 24  # each; some 29 kB in all: more than the system takes for it, and not so much that it is cut off


class Hall:
    """A display, a phone, and another display whose connection is full of what it hasn't read."""

    def __init__(self, server: RunningServer, hold: Hold) -> None:
        self.server = server
        self.display = hold(Display(server.http))
        self.phone = hold(Phone(server.http, self.display.room))
        self.stuck = hold(RawDisplay(server.port, LEAST_BUFFER))
        players = [hold(RawPhone(server.port, self.stuck.room)) for _ in range(PLAYERS)]
        for number in range(TAPS):
            for player in players:
                player.send_event(f'["tap",[{number},0,0,0]]')
        for player in players:
            player.ask('["clock",{}]')


@pytest.fixture
def hall(server: RunningServer, hold: Hold) -> Hall:
    return Hall(server, hold)


def test_a_client_that_does_not_read_does_not_delay_a_stop(hall: Hall, hold: Hold) -> None:
    watcher = hold(RawSocket(hall.server.port))
    began = time.monotonic()

    assert hall.server.stop(within=5.0) == 0
    took = time.monotonic() - began

    assert took > 1.0
    assert hall.phone.wait_for("ended")["reason"] == "server_restarting"
    assert hall.display.wait_for("ended")["reason"] == "server_restarting"
    assert watcher.end() == (1001, "The server stops.")
    unread = b"".join(iter(lambda: hall.stuck.sip(65_536), b""))
    assert b"tapped" in unread
    assert b"server_restarting" not in unread, "it was not stuck, so nothing was tried"


def test_who_comes_during_a_stop_is_told_to_come_later(hall: Hall) -> None:
    with requests.Session() as known:
        assert known.get(f"{hall.server.http}/readyz", timeout=5).json() == {"ready": True, "obstacle": ""}
        hall.server.process.send_signal(signal.SIGTERM)
        hall.phone.wait_for("ended")

        asked = known.get(f"{hall.server.http}/readyz", timeout=5)
        lives = known.get(f"{hall.server.http}/healthz", timeout=5)
        with pytest.raises(requests.ConnectionError):
            requests.get(f"{hall.server.http}/", timeout=5)

    assert asked.status_code == 503
    assert asked.json() == {"ready": False, "obstacle": "The server stops."}
    assert lives.status_code == 200
    assert hall.server.process.wait(6.0) == 0


def test_a_second_signal_is_immediate(hall: Hall) -> None:
    began = time.monotonic()
    hall.server.process.send_signal(signal.SIGTERM)
    hall.phone.wait_for("ended")
    hall.server.process.send_signal(signal.SIGTERM)

    assert hall.server.process.wait(5.0) == 0
    assert time.monotonic() - began < 1.4  # a stop that waits takes 1.5 s
