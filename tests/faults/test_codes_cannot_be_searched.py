"""Wrong codes are limited by address and in all; right ones from elsewhere get in."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from controller_app.core.protocol import PHONE_NAMESPACE
from controller_app.settings import ADDRESS_LIMITS, Settings
from controller_app.wire.gateway import MAX_REFUSALS
from tests.faults.conftest import Hold
from tests.support.clients import Client, Display, Phone, until
from tests.support.raw import Raw
from tests.support.running import RunningServer

BURST = Settings().guesses_burst
OWN_BURST = ADDRESS_LIMITS["generous"].guesses_burst
CROOKS = ["127.0.1.1", "127.0.1.2", "127.0.1.3"]
VISITOR = "127.0.1.9"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    """Two rooms are open: with one on a LAN there is no code to find."""
    running = RunningServer(tmp_path / "instance", "--host", "127.0.0.1").start()
    yield running
    assert running.stop() == 0
    assert "Traceback" not in running.output, running.output


def guess(server: RunningServer, code: str, source: str) -> list[str]:
    """Try a code as often as one connection may; return the reasons given."""
    guesser = Raw(server.port, PHONE_NAMESPACE, f'{{"room":"{code}"}}', source=source)
    reasons = []
    for attempt in range(1, MAX_REFUSALS):
        reasons.append(json.loads(guesser.read_until("reason").partition(",")[2])["data"]["reason"])
        if attempt < MAX_REFUSALS - 1:
            guesser.send(f'40{PHONE_NAMESPACE},{{"room":"{code}"}}')
    guesser.close()
    return reasons


def search(server: RunningServer, code: str, source: str) -> list[str]:
    """Guess until that is refused, but no longer than twice what all may; return the reasons given."""
    reasons: list[str] = []
    while "busy" not in reasons and len(reasons) < 2 * BURST:
        reasons += guess(server, code, source)
    return reasons


def wrong(*displays: Display) -> str:
    return next(code for code in ("CCCC", "DDDD", "FFFF") if code not in {display.room for display in displays})


def test_a_search_stops_and_does_not_lock_out_the_right_codes(server: RunningServer, hold: Hold) -> None:
    display, other = hold(Display(server.http)), hold(Display(server.http))
    known = hold(Phone(server.http, display.room))
    code = wrong(display, other)

    tries = {crook: search(server, code, crook) for crook in CROOKS}
    reasons = [reason for tried in tries.values() for reason in tried]
    refused = Raw(server.port, PHONE_NAMESPACE, f'{{"room":"{display.room}"}}', source=CROOKS[0])
    told = json.loads(hold(refused).read_until("reason").partition(",")[2])["data"]
    ready = requests.get(f"{server.http}/readyz", timeout=5)

    assert reasons.count("not_found") in range(BURST, BURST + 100), "a bound for all addresses together"
    assert max(tried.count("not_found") for tried in tries.values()) in range(OWN_BURST, OWN_BURST + 50)
    assert told["reason"] == "busy", "a right code must not be told from a wrong one"
    assert "tries again in" in told["message"]
    assert told["after"] >= 2000
    assert (ready.status_code, "wrong codes" in ready.json()["obstacle"]) == (503, True)
    until(lambda: "wrong codes" in server.output, lambda: "a line in the log")

    newcomer = Raw(server.port, PHONE_NAMESPACE, f'{{"room":"{display.room}"}}', source=VISITOR)
    assert "seated" in hold(newcomer).read_until("seated")
    assert hold(Phone(server.http, display.room, seat=known.seat_pass)).number == known.number


def test_with_one_room_on_a_lan_nobody_waits_for_wrong_codes(server: RunningServer, hold: Hold) -> None:
    display = hold(Display(server.http))
    for _ in range(OWN_BURST // (MAX_REFUSALS - 1) + 10):
        guess(server, wrong(display), "127.0.0.1")

    assert hold(Phone(server.http, display.room)).number == 1


def test_a_hall_that_mistypes_gets_in(server: RunningServer, hold: Hold) -> None:
    display, other = hold(Display(server.http)), hold(Display(server.http))
    people = (OWN_BURST - 1) // (MAX_REFUSALS - 1)
    misses = [reason for _ in range(people) for reason in guess(server, wrong(display, other), "127.0.0.1")]

    assert set(misses) == {"not_found"}
    assert hold(Phone(server.http, display.room)).number == 1


def test_wrong_offers_of_a_seated_phone_count_as_well(server: RunningServer, hold: Hold) -> None:
    display, other = hold(Display(server.http)), hold(Display(server.http))
    passes = [hold(Phone(server.http, display.room)).seat_pass for _ in range(20)]
    for number in range(OWN_BURST + 20):
        auth = json.dumps({"room": display.room, "seat": passes[number % 20], "offer": "CCCCCC"})
        Raw(server.port, PHONE_NAMESPACE, auth).close()

    refused = hold(Client(server.http, PHONE_NAMESPACE, {"room": other.room}, fails=True))
    assert refused.wait_for("connect_error")["data"]["reason"] == "busy"
    assert hold(Phone(server.http, display.room, seat=passes[0])).number == 1
