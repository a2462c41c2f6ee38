"""Seats wait 10 minutes for their phones and rooms for their displays, by a moved clock."""

from tests.faults.conftest import Hold
from tests.faults.peers import PeerDisplay, PeerPhone, WatchedServer
from tests.support.clients import until

NEARLY = 590.0  # seconds
THE_REST = 11.0


def test_a_phone_that_was_locked_for_ten_minutes_sits_where_it_sat(watched: WatchedServer, hold: Hold) -> None:
    screen = hold(PeerDisplay(watched.port))
    first = PeerPhone(watched.port, screen.room).sit()
    second = hold(PeerPhone(watched.port, screen.room)).sit()
    first.close()
    screen.wait_for("away")

    watched.later(NEARLY)
    again = PeerPhone(watched.port, screen.room, first.seat_pass).sit()
    assert again.card == first.card
    assert not screen.all("left")

    again.close()
    until(lambda: len(screen.all("away")) == 2, lambda: "the phone to be away again")
    watched.later(NEARLY + THE_REST)
    assert screen.wait_for("left") == {"number": first.number}
    late = hold(PeerPhone(watched.port, screen.room, first.seat_pass)).sit()
    assert late.card == first.card, "its seat is free still, so it is its own again"
    assert not second.gone


def test_a_room_without_phones_waits_ten_minutes_for_its_display(watched: WatchedServer) -> None:
    screen = PeerDisplay(watched.port)
    phone = PeerPhone(watched.port, screen.room).sit()
    screen.close()
    phone.wait_for("display_here", lambda told: not told["here"])
    phone.close()
    until(lambda: watched.counts()["connections"] == 0, lambda: "both to be away")

    watched.later(NEARLY)
    again = PeerDisplay(watched.port, screen.host_pass)
    assert again.room == screen.room
    assert [seat["number"] for seat in again.opened["seats"]] == [phone.number]

    again.close()
    until(lambda: watched.counts()["connections"] == 0, lambda: "the display to be away again")
    watched.later(NEARLY + THE_REST)
    until(lambda: watched.counts()["rooms"] == 0, lambda: "the room to end")


def test_a_room_with_phones_waits_four_hours_and_then_their_places_wait_in_their_passes(
    watched: WatchedServer, hold: Hold
) -> None:
    screen = PeerDisplay(watched.port)
    phone = hold(PeerPhone(watched.port, screen.room)).sit()
    screen.close()
    phone.wait_for("display_here", lambda told: not told["here"])

    watched.later(4 * 3600 - THE_REST)
    again = PeerDisplay(watched.port, screen.host_pass)
    assert [seat["number"] for seat in again.opened["seats"]] == [phone.number]
    phone.wait_for("display_here", lambda told: told["here"])
    again.close()
    until(lambda: len(phone.all("display_here")) == 3, lambda: "the display to be away again")

    watched.later(4 * 3600.0)
    assert phone.wait_for("ended")["reason"] == "room_closed"
    until(lambda: watched.counts()["rooms"] == 0, lambda: "the room to end")
    last = hold(PeerDisplay(watched.port, screen.host_pass))
    assert last.room == screen.room
    assert hold(PeerPhone(watched.port, screen.room, phone.seat_pass)).sit().card == phone.card
