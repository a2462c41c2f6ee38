"""Whoever guesses codes is stopped, on however many connections; who has a seat doesn't notice."""

import json

from controller_app.core.protocol import PHONE_NAMESPACE
from controller_app.settings import Settings
from controller_app.web.wire.door import PATIENCE
from tests.faults.conftest import Hold
from tests.live.clients import Client, Display, Phone
from tests.live.raw import Raw
from tests.running import RunningServer

BURST = Settings().guesses_burst
MOST = 2 * BURST  # guesses before this test gives up


def guess(server: RunningServer, code: str) -> list[str]:
    """Try a code as often as one connection may; return the reasons given."""
    guesser = Raw(server.port, PHONE_NAMESPACE, f'{{"room":"{code}"}}')
    reasons = []
    for attempt in range(1, PATIENCE):
        reasons.append(json.loads(guesser.read_until("reason").partition(",")[2])["data"]["reason"])
        if attempt < PATIENCE - 1:
            guesser.send(f'40{PHONE_NAMESPACE},{{"room":"{code}"}}')
    guesser.close()
    return reasons


def test_a_search_over_many_connections_comes_to_a_stop(server: RunningServer, hold: Hold) -> None:
    display = hold(Display(server.http))
    known = hold(Phone(server.http, display.room))
    wrong = "CCCC" if display.room != "CCCC" else "DDDD"

    reasons: list[str] = []
    while "busy" not in reasons and len(reasons) < MOST:
        reasons += guess(server, wrong)
    newcomer = hold(Client(server.http, PHONE_NAMESPACE, {"room": display.room}, fails=True))
    back = hold(Phone(server.http, display.room, seat=known.seat_pass))

    told = newcomer.wait_for("connect_error")["data"]
    assert reasons.count("not_found") >= BURST
    assert told["reason"] == "busy", "a right code must not be told from a wrong one"
    assert 2000 <= told["after"] < 6000
    assert back.number == known.number
    back.tap(1)
    display.wait_for("tapped")


def test_a_hall_that_mistypes_gets_in(server: RunningServer, hold: Hold) -> None:
    display = hold(Display(server.http))
    wrong = "CCCC" if display.room != "CCCC" else "DDDD"
    people = (BURST - 1) // (PATIENCE - 1)
    misses = [reason for _ in range(people) for reason in guess(server, wrong)]

    assert set(misses) == {"not_found"}
    assert hold(Phone(server.http, display.room)).number == 1
