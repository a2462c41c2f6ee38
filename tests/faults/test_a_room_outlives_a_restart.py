"""A restart costs no seat and no room, announced or not, in any order of return."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.conftest import Hold
from tests.faults.peers import PeerDisplay, PeerPhone, WatchedServer, at_once
from tests.support.clients import until

PHONES = 50


@pytest.mark.parametrize("phones_first", [False, True], ids=["display first", "phones first"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL], ids=["stopped", "killed"])
def test_everybody_finds_the_same_room_and_the_same_seat(
    tmp_path: Path, hold: Hold, number: int, phones_first: bool
) -> None:
    server = hold(WatchedServer(tmp_path / "instance", https=False))
    server.start()
    screen = hold(PeerDisplay(server.port))
    phones = at_once([lambda: hold(PeerPhone(server.port, screen.room))] * PHONES)
    until(lambda: len(screen.all("joined")) == PHONES, lambda: "all phones")
    cards = [phone.card for phone in phones]
    visual = next(card["name"] for card in screen.opened["visuals"] if card != screen.opened["visual"])

    server.stop(number)
    until(lambda: screen.gone and all(phone.gone for phone in phones), lambda: "everyone to notice")
    server.start()
    if phones_first:
        back = at_once([rejoin(server, screen.room, phone, hold) for phone in phones])
        assert not any(phone.wait_for("seated")["display_here"] for phone in back)
    again = hold(PeerDisplay(server.port, screen.host_pass))
    if not phones_first:
        back = at_once([rejoin(server, screen.room, phone, hold) for phone in phones])

    assert again.room == screen.room
    assert [phone.card for phone in back] == cards
    newcomer = hold(PeerPhone(server.port, screen.room)).sit()
    assert newcomer.number == PHONES + 1
    until(lambda: len(seats_of(again)) == PHONES + 1, lambda: "all figures")
    if phones_first:
        back[0].wait_for("display_here", lambda told: told["here"])
    again.emit("show", {"visual": visual})
    for phone in back:
        phone.wait_for("shown")
        phone.tap(0)
    until(lambda: len(again.all("tapped")) == PHONES, lambda: "a tap of everybody")


def rejoin(server: WatchedServer, room: str, phone: PeerPhone, hold: Hold) -> Callable[[], PeerPhone]:
    return lambda: hold(PeerPhone(server.port, room, phone.seat_pass))


def seats_of(screen: PeerDisplay) -> set[int]:
    """Return the numbers of all figures that a display shows."""
    shown = {seat["number"] for seat in screen.opened["seats"]}
    return shown | {told["seat"]["number"] for told in screen.all("joined")}
