"""A server that was stopped (SIGSTOP, a sleeping laptop) goes on with its clients."""

import signal
import sys
import time

import pytest

from tests.faults.conftest import Hold
from tests.faults.peers import PeerDisplay, PeerPhone, WatchedServer
from tests.support.clients import until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGSTOP")

PING = 1
PHONES = 10


@pytest.fixture
def options() -> list[str]:
    return ["--ping", str(PING)]


def test_phones_and_display_stay_through_a_stop(watched: WatchedServer, hold: Hold) -> None:
    screen = hold(PeerDisplay(watched.port))
    phones = [hold(PeerPhone(watched.port, screen.room)).sit() for _ in range(PHONES)]
    time.sleep(2 * PING)  # so that pings are under way

    watched.process.send_signal(signal.SIGSTOP)
    time.sleep(8 * PING)
    watched.process.send_signal(signal.SIGCONT)
    time.sleep(3 * PING)

    for number, phone in enumerate(phones):
        phone.tap(number)
    until(lambda: len(screen.all("tapped")) == PHONES, lambda: "a tap of every phone")
    assert not screen.gone
    assert not any(phone.gone for phone in phones)


def test_a_phone_that_vanished_meanwhile_is_noticed_afterwards(watched: WatchedServer, hold: Hold) -> None:
    screen = hold(PeerDisplay(watched.port))
    gone = hold(PeerPhone(watched.port, screen.room)).sit()
    gone.fall_silent()

    watched.process.send_signal(signal.SIGSTOP)
    time.sleep(4 * PING)
    watched.process.send_signal(signal.SIGCONT)

    assert screen.wait_for("away", patience=6 * PING) == {"number": gone.number}
