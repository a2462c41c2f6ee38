"""Streams and events between real clients of a real server."""

from collections.abc import Callable
from contextlib import suppress

import pytest
import socketio

from controller_app.core.protocol import PHONE_NAMESPACE
from tests.support.clients import Client, Display, Phone, until
from tests.support.running import RunningServer

OpenDisplay = Callable[..., Display]
Join = Callable[..., Phone]
TRANSPORTS = ["websocket", "polling"]


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_a_tilt_reaches_the_display(display: OpenDisplay, phone: Join, transport: str) -> None:
    screen = display()
    hand = phone(screen.room, transport=transport)

    hand.tilt(1, x=1234)

    frame = screen.wait_for("frame")
    assert frame == [[[hand.number, [1, 0, 1234, 0, 0, 10_000, 0]]], []]


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_a_pad_reaches_the_display(display: OpenDisplay, phone: Join, transport: str) -> None:
    screen = display()
    hand = phone(screen.room, transport=transport)

    hand.emit("pad", [1, 0, 2500, 7500, True])

    assert screen.wait_for("frame") == [[], [[hand.number, [1, 0, 2500, 7500, True]]]]


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_of_many_tilts_the_newest_arrives_last_and_none_twice(
    display: OpenDisplay, phone: Join, transport: str
) -> None:
    screen = display()
    hand = phone(screen.room, transport=transport)

    for seq in range(100):
        hand.tilt(seq)

    until(lambda: any(tilt[0] == 99 for tilt in screen.tilts_of(hand.number)), lambda: "the newest tilt")
    seqs = [tilt[0] for tilt in screen.tilts_of(hand.number)]
    assert seqs == sorted(set(seqs))


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_every_tap_arrives_once_and_in_order(display: OpenDisplay, phone: Join, transport: str) -> None:
    screen = display()
    hand = phone(screen.room, transport=transport)

    for number in range(50):
        hand.tap(number)

    until(lambda: len(screen.all("tapped")) >= 50, lambda: "50 taps")
    assert [tap[1][0] for tap in screen.all("tapped")] == list(range(50))
    assert {tap[0] for tap in screen.all("tapped")} == {hand.number}


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_a_tap_arrives_after_the_tilt_before_it(display: OpenDisplay, phone: Join, transport: str) -> None:
    screen = display()
    hand = phone(screen.room, transport=transport)

    for number in range(20):
        hand.tilt(number, x=number)
        hand.tap(number)

    until(lambda: len(screen.all("tapped")) >= 20, lambda: "20 taps")
    newest = -1
    for event, data in screen.heard:
        if event == "frame":
            newest = data[0][0][1][0]
        elif event == "tapped":
            assert newest == data[1][0]


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_a_tap_that_is_sent_again_is_shown_once(display: OpenDisplay, phone: Join, transport: str) -> None:
    screen = display()
    old = phone(screen.room, transport=transport)
    assert old.ask("tap", [7, 0, 5000, 5000]) is True
    old.close()

    new = phone(screen.room, seat=old.seat_pass, transport=transport)
    answers = [new.ask("tap", [number, 0, 5000, 5000]) for number in (7, 8, 7, 6)]

    assert answers == [True, True, True, False]  # the 6th never came, and is too late now
    screen.wait_for("tapped", lambda told: told[1][0] == 8)
    assert [tap[1][0] for tap in screen.all("tapped")] == [7, 8]


def test_a_tap_from_more_than_two_seconds_ago_is_not_shown(display: OpenDisplay, phone: Join) -> None:
    screen = display()
    hand = phone(screen.room)
    now = hand.ask("clock")

    assert hand.ask("tap", [1, now - 3000, 5000, 5000]) is False
    assert hand.ask("tap", [2, hand.ask("clock"), 5000, 5000]) is True
    screen.wait_for("tapped")
    assert [tap[1][0] for tap in screen.all("tapped")] == [2]


def test_a_tap_that_no_display_could_show_may_be_sent_again(display: OpenDisplay, phone: Join) -> None:
    screen = display()
    hand = phone(screen.room)
    screen.close()
    hand.wait_for("display_here", lambda told: not told["here"])
    assert hand.ask("tap", [1, 0, 5000, 5000]) is False

    back = display(host=screen.opened["host_pass"])

    assert hand.ask("tap", [1, 0, 5000, 5000]) is True
    back.wait_for("tapped")


def test_another_room_hears_nothing(display: OpenDisplay, phone: Join) -> None:
    here, there = display(), display()
    hand, other = phone(here.room), phone(there.room)

    hand.tilt(1)
    hand.tap(1)
    here.wait_for("tapped")
    other.tap(7)
    there.wait_for("tapped")

    assert here.room != there.room
    assert not there.all("frame")
    assert there.all("tapped") == [[other.number, [7, 0, 5000, 5000]]]


def test_the_display_hears_who_joins_goes_and_comes_back(display: OpenDisplay, phone: Join) -> None:
    screen = display()
    hand = phone(screen.room)
    assert screen.wait_for("joined")["seat"] == hand.seated["seat"]

    hand.close()
    assert screen.wait_for("away") == {"number": hand.number}

    again = phone(screen.room, seat=hand.seat_pass)
    assert again.seated["seat"] == hand.seated["seat"]
    assert screen.wait_for("back") == {"number": hand.number}
    assert len(screen.all("joined")) == 1


def test_a_phone_that_leaves_frees_its_seat(display: OpenDisplay, phone: Join) -> None:
    screen = display()
    hand = phone(screen.room)

    hand.emit("leave", {})

    assert screen.wait_for("left") == {"number": hand.number}
    assert phone(screen.room).number == hand.number


def test_the_newest_page_of_a_phone_wins_and_the_older_is_told(display: OpenDisplay, phone: Join) -> None:
    screen = display()
    old = phone(screen.room)
    new = phone(screen.room, seat=old.seat_pass)

    assert old.wait_for("ended")["reason"] == "replaced"
    with suppress(socketio.exceptions.BadNamespaceError):  # where the goodbye was quicker
        old.tilt(500)
    new.tilt(1)
    screen.wait_for("frame")

    assert new.number == old.number
    assert [tilt[0] for tilt in screen.tilts_of(new.number)] == [1]
    assert not screen.all("away")


def test_a_display_that_comes_back_finds_its_room_and_its_phones(display: OpenDisplay, phone: Join) -> None:
    screen = display()
    hand = phone(screen.room)
    screen.close()
    hand.wait_for("display_here", lambda told: not told["here"])

    again = display(host=screen.opened["host_pass"])

    assert again.room == screen.room
    assert again.opened["seats"] == [hand.seated["seat"]]
    hand.wait_for("display_here", lambda told: told["here"])
    hand.tilt(1)
    again.wait_for("frame")


def test_of_two_displays_with_one_pass_the_newest_shows(display: OpenDisplay, phone: Join) -> None:
    old = display()
    hand = phone(old.room)
    new = display(host=old.opened["host_pass"])

    assert old.wait_for("ended")["reason"] == "replaced"
    hand.tilt(1)
    new.wait_for("frame")

    assert not old.all("frame")
    assert not [told for told in hand.all("display_here") if not told["here"]]


def test_a_visual_changes_for_everyone(display: OpenDisplay, phone: Join) -> None:
    screen = display()
    hand = phone(screen.room)
    other = next(card for card in screen.opened["visuals"] if card["name"] != screen.opened["visual"]["name"])

    for_phones = {**other, "sentences": other["sentences"] if other["phone_page"] else {}}

    screen.emit("show", {"visual": other["name"]})

    assert hand.wait_for("shown") == {"visual": for_phones}
    assert screen.wait_for("shown") == {"visual": other}
    assert phone(screen.room).seated["visual"] == for_phones


def test_a_visual_tells_one_phone_and_no_other(display: OpenDisplay, phone: Join) -> None:
    screen = display()
    one, two = phone(screen.room), phone(screen.room)

    screen.emit("tell", {"phone": two.number, "buzz": 30, "text": "Well aimed"})
    told = two.wait_for("tell")

    assert told == {"phone": two.number, "buzz": 30, "flash": False, "text": "Well aimed", "colour": ""}
    assert not one.all("tell")


def test_the_clock_is_answered_to_both_roles(display: OpenDisplay, phone: Join) -> None:
    screen = display()
    hand = phone(screen.room)

    first, second = hand.ask("clock"), screen.ask("clock")

    assert isinstance(first, int)
    assert first <= second


def test_a_code_that_is_not_open_is_refused_with_a_reason(server: RunningServer) -> None:
    refused = Client(server.http, PHONE_NAMESPACE, {"room": "xxxx"}, fails=True)
    refused.close()

    [told] = refused.all("connect_error")
    assert told["data"] == {"reason": "not_found", "message": told["message"], "after": 0, "cause": "", "seconds": 0}
    assert told["message"] == "Room XXXX is not open. Look at the code on the screen."
