"""One address can't take the rooms, seats or sessions of others, behind a proxy either."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
import websocket

from controller_app.core.protocol import DISPLAY_NAMESPACE, PHONE_NAMESPACE
from controller_app.settings import ADDRESS_LIMITS
from tests.faults.conftest import Hold
from tests.faults.peers import PeerDisplay, PeerPhone
from tests.support.clients import PATIENCE, Display, until
from tests.support.raw import Raw
from tests.support.running import RunningServer

GENEROUS, STRICT = ADDRESS_LIMITS["generous"], ADDRESS_LIMITS["strict"]
CROOK = "127.0.2.1"
PUBLIC = "https://play.example.org"


@pytest.fixture
def public(tmp_path: Path) -> Iterator[RunningServer]:
    """A server on the internet, behind a proxy on this computer."""
    options = ("--public-url", PUBLIC, "--trusted-proxy", "127.0.0.1")
    server = RunningServer(tmp_path / "instance", *options, https=False).start()
    yield server
    assert server.stop() == 0
    assert "Traceback" not in server.output, server.output


class Forwarded:
    """A connection that comes through the proxy, for a visitor of that address."""

    def __init__(
        self, server: RunningServer, visitor: str, namespace: str, auth: dict[str, str], host: str = "play.example.org"
    ) -> None:
        url = f"ws://127.0.0.1:{server.port}/socket.io/?EIO=4&transport=websocket"
        forwarded = {"X-Forwarded-For": visitor}
        self._socket = websocket.create_connection(
            url, timeout=PATIENCE, header=forwarded, host=host, suppress_origin=True
        )
        self._socket.recv()
        self._socket.send(f"40{namespace},{json.dumps(auth)}")
        texts = iter(lambda: str(self._socket.recv()), "")
        self.told = next(text for text in texts if "opened" in text or "seated" in text or "reason" in text)

    @property
    def room(self) -> str:
        return str(json.loads(self.told.partition(",")[2])[1]["room"])

    def close(self) -> None:
        self._socket.shutdown()  # type: ignore[no-untyped-call]


def test_the_rooms_of_one_address_leave_room_for_other_displays(server: RunningServer, hold: Hold) -> None:
    for _ in range(GENEROUS.rooms):
        hold(PeerDisplay(server.port, source=CROOK))
    assert hold(Display(server.http)).room, "a display of another address"
    refused = hold(Raw(server.port, DISPLAY_NAMESPACE, "{}", source=CROOK))
    assert "This network has" in refused.read_until("reason")


def test_rooms_that_their_displays_left_make_room_at_once(server: RunningServer, hold: Hold) -> None:
    for _ in range(3 * GENEROUS.rooms):
        PeerDisplay(server.port, source=CROOK).close()

    assert hold(PeerDisplay(server.port, source=CROOK)).room
    assert requests.get(f"{server.http}/healthz", timeout=5).json()["rooms"] <= GENEROUS.rooms


def test_sessions_that_join_nothing_end_for_newer_ones(server: RunningServer, hold: Hold) -> None:
    url = f"{server.http}/socket.io/?EIO=4&transport=polling"
    with requests.Session() as crook:
        sids = [json.loads(crook.get(url, timeout=5).text[1:])["sid"] for _ in range(GENEROUS.sessions + 20)]
        ended = [crook.get(f"{url}&sid={sid}", timeout=5).status_code for sid in sids[:20]]
        latest = crook.post(f"{url}&sid={sids[-1]}", data="40/display,", timeout=5)

    assert ended == [400] * 20
    assert latest.status_code == 200
    assert hold(Display(server.http)).room


def test_visitors_behind_a_trusted_proxy_are_told_apart(public: RunningServer, hold: Hold) -> None:
    for _ in range(STRICT.rooms):
        assert "opened" in hold(Forwarded(public, "192.0.2.1", DISPLAY_NAMESPACE, {})).told
    assert "This network has" in hold(Forwarded(public, "192.0.2.1", DISPLAY_NAMESPACE, {})).told
    display = hold(Forwarded(public, "198.51.100.9, 192.0.2.2", DISPLAY_NAMESPACE, {}))
    assert "opened" in display.told
    assert "seated" in hold(Forwarded(public, "2001:db8::1", PHONE_NAMESPACE, {"room": display.room})).told


def test_a_visitor_cannot_speak_for_another_address(server: RunningServer, hold: Hold) -> None:
    """Nobody is trusted here, so the header is a stranger's word."""
    for number in range(GENEROUS.rooms):
        hold(Forwarded(server, f"192.0.2.{number}", DISPLAY_NAMESPACE, {}, host="127.0.0.1"))
    assert "This network has" in hold(Forwarded(server, "192.0.2.200", DISPLAY_NAMESPACE, {}, host="127.0.0.1")).told


def test_joins_and_drops_of_a_stranger_cost_no_absent_phone_its_seat(server: RunningServer, hold: Hold) -> None:
    display = hold(PeerDisplay(server.port))
    owner = hold(PeerPhone(server.port, display.room)).sit()
    owner.tap(1)
    until(lambda: display.all("tapped"), lambda: "its tap")
    number, seat_pass, name = owner.number, owner.seat_pass, owner.card["name"]
    owner.close()
    for _ in range(GENEROUS.seats + 20):
        PeerPhone(server.port, display.room, source=CROOK).sit().close()

    back = hold(PeerPhone(server.port, display.room, seat=seat_pass)).sit()
    assert (back.number, back.card["name"]) == (number, name)
