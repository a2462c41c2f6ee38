"""A display without the host pass gets a room of its own and no right in another."""

import json

import pytest

from controller_app.core.passes import HostPass, Passes
from controller_app.core.protocol import DISPLAY_NAMESPACE, PHONE_NAMESPACE
from tests.faults.conftest import Hold
from tests.faults.peers import Peer, PeerDisplay, PeerPhone
from tests.support.clients import until
from tests.support.running import RunningServer


@pytest.fixture
def screen(server: RunningServer, hold: Hold) -> PeerDisplay:
    return hold(PeerDisplay(server.port))


@pytest.fixture
def phone(server: RunningServer, screen: PeerDisplay, hold: Hold) -> PeerPhone:
    return hold(PeerPhone(server.port, screen.room)).sit()


def test_no_pass_that_is_not_the_rooms_own_opens_it(
    server: RunningServer, screen: PeerDisplay, phone: PeerPhone, hold: Hold
) -> None:
    forged = Passes(b"a key that somebody made up").sign(HostPass(screen.room, 0))
    signature = screen.host_pass.rpartition(".")[2]
    passes = [None, "", screen.room, forged, phone.seat_pass, f"{forged.rpartition('.')[0]}.{signature}"]
    others = [hold(PeerDisplay(server.port, host)) for host in passes]

    assert screen.room not in {other.room for other in others}
    assert len({other.room for other in others}) == len(others)
    assert not screen.all("ended")
    assert not phone.all("display_here")


def test_another_display_reaches_no_phone_and_no_picture(
    server: RunningServer, screen: PeerDisplay, phone: PeerPhone, hold: Hold
) -> None:
    other = hold(PeerDisplay(server.port))
    visual = next(card["name"] for card in other.opened["visuals"] if card != other.opened["visual"])

    other.emit("tell", {"phone": phone.number, "text": "Hear me"})
    other.emit("show", {"visual": visual})
    other.wait_for("shown")
    for wish in ({"visual": visual, "room": screen.room}, {"phone": phone.number, "room": screen.room}):
        other.emit("show" if "visual" in wish else "tell", wish)
    until(lambda: len(other.all("refused")) == 2, lambda: "both to be refused: no message names a room")
    phone.tap(1)
    screen.wait_for("tapped")

    assert not phone.all("tell")
    assert not phone.all("shown")
    assert not screen.all("shown")
    assert not other.all("tapped")
    assert not other.all("frame")


def test_a_phone_is_no_display(server: RunningServer, screen: PeerDisplay, hold: Hold) -> None:
    crook = hold(Peer(server.port, PHONE_NAMESPACE, {"room": screen.room}))
    crook.wait_for("seated")
    for event in ("show", "tell", "opened", "ended", "joined"):
        crook.emit(event, {"visual": "mirror"})

    crook.wait_for("ended", lambda told: told["reason"] == "misbehaved")
    assert not screen.all("shown")


def test_connecting_as_the_other_role_too_changes_nobodys_rights(
    server: RunningServer, screen: PeerDisplay, hold: Hold
) -> None:
    crook = hold(Peer(server.port, PHONE_NAMESPACE, {"room": screen.room}))
    crook.wait_for("seated")
    crook.send(f"40{DISPLAY_NAMESPACE},{json.dumps({'host': None})}")
    crook.wait_for("opened", lambda told: told["room"] != screen.room)
    crook.send(f'42{DISPLAY_NAMESPACE},["show",{{"visual":"mirror"}}]')

    crook.wait_for("shown")
    assert not screen.all("shown")
