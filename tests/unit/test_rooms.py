"""Rooms, seats, and who sits where: plain calls, ``now`` as 0, 1, 2."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controller_app.core.entry_limits import RETURNS_BURST
from controller_app.core.passes import Passes
from controller_app.core.protocol import COLOURS, SHAPES, Tilt
from controller_app.core.room import Room
from controller_app.core.rooms import Rooms
from controller_app.core.seat import Seat
from controller_app.errors import RoomFull, RoomNotFound, RoomReturning, TooManyGuesses, TooManyJoins, TooManyReturns
from controller_app.settings import ADDRESS_LIMITS
from tests.support.fakes import SECRET, counting, small_settings


def rooms(**changes: Any) -> Rooms:
    return Rooms(small_settings(**changes), Passes(SECRET), "lights", counting())


def open_room(hall: Rooms) -> Room:
    return hall.open(None, "display", now=0).room


def test_a_display_opens_a_room_with_a_code() -> None:
    room = open_room(rooms())

    assert len(room.code) == 4
    assert room.play.visual == "lights"
    assert room.display == "display"


def test_a_seat_that_is_freed_twice_takes_nobody_elses() -> None:
    hall = rooms()
    room = open_room(hall)
    gone = hall.join(room.code, None, "gone", now=1).seat
    room.free(gone)
    heir = hall.join(room.code, None, "heir", now=2)

    room.free(gone)

    assert heir.seat.number == gone.number
    assert room.seats == {heir.seat.number: heir.seat}
    assert hall.join(room.code, hall.seat_pass(room, heir.seat), "heir", now=3).seat is heir.seat


def test_a_public_room_has_a_longer_code() -> None:
    assert len(open_room(rooms(public_url="https://play.example.org")).code) == 6


def test_a_phone_joins_by_a_code_in_any_form() -> None:
    hall = rooms()
    room = open_room(hall)
    typed = " ".join(room.code.lower())

    assert hall.join(typed, None, "phone", now=1).room is room


def test_a_code_that_is_not_open_is_told_so() -> None:
    with pytest.raises(RoomNotFound, match="Room YYYY is not open"):
        rooms().join("YYYY", None, "phone", now=0)


def test_what_cannot_be_a_code_is_told_so() -> None:
    with pytest.raises(RoomNotFound, match="not open"):
        rooms().join("<script>", None, "phone", now=0)


def test_once_too_many_codes_were_wrong_newcomers_wait_and_phones_with_a_pass_do_not() -> None:
    hall = rooms(guesses_burst=5, guesses_per_second=0.5)
    room = open_room(hall)
    open_room(hall)  # with one room there is nothing to search for
    known = hall.join(room.code, None, "known", now=0)
    for _ in range(5):
        with pytest.raises(RoomNotFound):
            hall.join("YYYY", None, "guesser", now=0)

    for code in ("YYYY", room.code):  # a right code must not be told from a wrong one
        with pytest.raises(TooManyGuesses):
            hall.join(code, None, "newcomer", now=1)

    assert hall.join(room.code, hall.seat_pass(room, known.seat), "known again", now=1).seat is known.seat
    assert hall.join(room.code, None, "newcomer", now=2).room is room


def test_right_codes_are_no_guesses() -> None:
    hall = rooms(guesses_burst=1, phones_per_room=10)
    room = open_room(hall)

    assert len({hall.join(room.code, None, f"phone {n}", now=0).seat.number for n in range(10)}) == 10


def test_64_phones_differ_in_colour_or_shape_and_all_in_name() -> None:
    hall = rooms(phones_per_room=64)
    room = open_room(hall)
    cards = [hall.join(room.code, None, f"phone {n}", now=0).seat.card() for n in range(64)]

    assert len({(card.colour, card.shape) for card in cards}) == len(COLOURS) * len(SHAPES)
    assert len({card.name for card in cards}) == 64
    assert [card.number for card in cards] == list(range(1, 65))


def test_neighbours_share_neither_colour_nor_shape() -> None:
    hall = rooms(phones_per_room=64)
    room = open_room(hall)
    cards = [hall.join(room.code, None, f"phone {n}", now=0).seat.card() for n in range(16)]

    assert all(a.colour != b.colour and a.shape != b.shape for a, b in pairwise(cards[:8]))


def test_the_room_says_no_to_one_phone_too_many() -> None:
    hall = rooms()
    room = open_room(hall)
    for n in range(3):
        hall.join(room.code, None, f"phone {n}", now=0)

    with pytest.raises(RoomFull, match="3 phones are in"):
        hall.join(room.code, None, "phone 4", now=0)


def test_the_server_says_no_to_one_room_too_many() -> None:
    hall = rooms()
    hall.open(None, "one", now=0)
    hall.open(None, "two", now=0)

    with pytest.raises(RoomFull):
        hall.open(None, "three", now=0)


def test_a_phone_that_comes_back_keeps_its_seat() -> None:
    hall = rooms()
    room = open_room(hall)
    hall.join(room.code, None, "first", now=0)
    joined = hall.join(room.code, None, "second", now=0)
    card = joined.seat.card()
    seat_pass = hall.seat_pass(room, joined.seat)
    joined.seat.phone_gone("second", now=1)

    again = hall.join(room.code, seat_pass, "second again", now=2)

    assert again.seat.card() == card
    assert not again.fresh
    assert len(room.seats) == 2


def test_the_newest_connection_of_a_phone_wins() -> None:
    hall = rooms()
    room = open_room(hall)
    joined = hall.join(room.code, None, "old", now=0)

    again = hall.join(room.code, hall.seat_pass(room, joined.seat), "new", now=1)

    assert again.replaced == "old"
    assert not again.seat.phone_gone("old", now=2), "the old connection's end changes nothing"
    assert again.seat.connection == "new"


def test_a_seat_pass_for_another_room_seats_a_newcomer() -> None:
    hall = rooms()
    here, there = open_room(hall), hall.open(None, "another", now=0).room
    elsewhere = hall.seat_pass(there, hall.join(there.code, None, "phone", now=0).seat)

    joined = hall.join(here.code, elsewhere, "phone", now=0)

    assert joined.room is here
    assert joined.fresh


def test_the_pass_of_a_seat_that_was_given_away_gets_another_seat() -> None:
    hall = rooms()
    room = open_room(hall)
    gone = hall.join(room.code, None, "gone", now=0)
    old_pass = hall.seat_pass(room, gone.seat)
    room.free(gone.seat)
    other = hall.join(room.code, None, "other", now=1)

    back = hall.join(room.code, old_pass, "back", now=2)

    assert other.seat.number == 1
    assert back.seat.number == 2
    assert other.seat.connection == "other"


def test_in_a_full_room_the_phone_that_is_away_longest_makes_room() -> None:
    hall = rooms()
    room = open_room(hall)
    seats = [hall.join(room.code, None, f"phone {n}", now=0).seat for n in range(3)]
    seats[2].phone_gone("phone 2", now=1)
    seats[1].phone_gone("phone 1", now=2)

    joined = hall.join(room.code, None, "newcomer", now=3)

    assert joined.freed is seats[2]
    assert joined.seat.number == 3
    assert joined.seat.card().name != seats[2].card().name


def test_what_an_earlier_page_sent_is_forgotten_when_a_phone_comes_back() -> None:
    hall = rooms()
    room = open_room(hall)
    seat = hall.join(room.code, None, "old page", now=0).seat
    samples = room.frames.subscribe(lambda: None)
    room.frames.put(seat.number, Tilt(5000, 0, 0, 0, 0, 10_000, 0))

    hall.join(room.code, hall.seat_pass(room, seat), "new page", now=1)

    assert samples.take() is None


def test_long_after_a_restart_a_phone_does_not_bring_an_ended_room_back() -> None:
    before, after = rooms(), rooms(room_idle_seconds=10.0)
    room = open_room(before)
    seat = before.join(room.code, None, "phone", now=0).seat

    with pytest.raises(RoomNotFound):
        after.join(room.code, before.seat_pass(room, seat), "phone", now=11)


def test_a_seat_is_free_after_its_time() -> None:
    hall = rooms(seat_idle_seconds=10.0)
    room = open_room(hall)
    seat = hall.join(room.code, None, "phone", now=0).seat
    seat.phone_gone("phone", now=5)

    assert hall.expire(now=14.9) == ([], [])
    assert hall.expire(now=15.0) == ([], [(room, seat)])
    assert not room.seats


def test_a_display_that_comes_back_gets_its_room() -> None:
    hall = rooms()
    room = open_room(hall)
    host_pass = hall.host_pass(room)
    room.display_gone("display", now=1)

    again = hall.open(host_pass, "display again", now=2)

    assert again.room is room
    assert again.replaced is None


def test_of_two_displays_with_one_pass_the_newest_shows() -> None:
    hall = rooms()
    room = open_room(hall)

    again = hall.open(hall.host_pass(room), "second", now=1)

    assert again.replaced == "display"
    assert not room.display_gone("display", now=2)
    assert room.display == "second"


def test_a_room_outlives_its_display_for_a_while() -> None:
    hall = rooms(room_idle_seconds=10.0)
    room = open_room(hall)
    room.display_gone("display", now=5)

    assert hall.expire(now=14.9) == ([], [])
    assert hall.expire(now=15.0) == ([room], [])
    assert len(hall) == 0


def test_a_room_with_phones_in_it_waits_longer_for_its_display() -> None:
    hall = rooms(room_idle_seconds=10.0, busy_room_seconds=100.0)
    room = open_room(hall)
    hall.join(room.code, None, "phone", now=0)
    room.display_gone("display", now=5)

    assert hall.expire(now=104.9) == ([], [])
    assert hall.expire(now=105.0) == ([room], [])


def test_a_room_whose_phones_go_after_its_display_waits_for_both() -> None:
    hall = rooms(room_idle_seconds=10.0, seat_idle_seconds=20.0)
    room = open_room(hall)
    seat = hall.join(room.code, None, "phone", now=0).seat
    room.display_gone("display", now=5)
    seat.phone_gone("phone", now=60)

    assert hall.expire(now=69.9) == ([], [])
    assert hall.expire(now=70.0)[0] == [room]


def test_a_phone_that_looks_for_its_room_again_and_again_is_not_searching_for_codes() -> None:
    hall = rooms(guesses_burst=1, room_idle_seconds=10.0)
    room = open_room(hall)
    seat_pass = hall.seat_pass(room, hall.join(room.code, None, "phone", now=0).seat)
    room.display_gone("display", now=0)
    hall.expire(now=100_000)

    for now in range(100_000, 100_050):
        with pytest.raises(RoomNotFound):
            hall.join(room.code, seat_pass, "phone", now=now)
    assert not hall.are_guesses_spent(now=100_050)


def test_a_phone_that_left_and_comes_again_is_the_same_also_under_another_number() -> None:
    hall = rooms()
    room = open_room(hall)
    first = hall.join(room.code, None, "first", now=0).seat
    held, card = hall.seat_pass(room, first), first.card()
    room.free(first)

    again = hall.join(room.code, held, "again", now=1).seat
    assert again.card() == card
    room.free(again)
    other = hall.join(room.code, None, "other", now=2).seat
    moved = hall.join(room.code, held, "moved", now=3).seat

    assert (other.number, moved.number) == (1, 2)
    assert moved.card().id == first.card().id != other.card().id
    assert hall.join(room.code, held, "second page", now=4).replaced == "moved"
    assert hall.join(room.code, hall.seat_pass(room, moved), "third page", now=5).replaced == "second page"
    assert len(room.seats) == 2


def test_who_had_a_seat_that_another_phone_took_over_is_somebody_else() -> None:
    hall = rooms()
    room = open_room(hall)
    seat = hall.join(room.code, None, "flat", now=0).seat
    held = hall.seat_pass(room, seat)
    seat.phone_gone("flat", now=1)
    hall.join(room.code, None, "charged", now=2, offer=hall.offer(room, seat.number))

    back = hall.join(room.code, held, "back", now=3).seat
    assert back is not seat
    assert back.card().id != seat.card().id


def test_after_a_restart_the_display_rebuilds_the_room() -> None:
    before, after = rooms(), rooms()
    room = open_room(before)

    again = after.open(before.host_pass(room), "display", now=0).room

    assert again.code == room.code
    assert again.birth == room.birth


def test_after_a_restart_phones_may_come_first() -> None:
    before, after = rooms(), rooms()
    room = open_room(before)
    before.join(room.code, None, "first", now=0)
    seat = before.join(room.code, None, "second", now=0).seat

    joined = after.join(room.code, before.seat_pass(room, seat), "second", now=0)
    display = after.open(before.host_pass(room), "display", now=1)

    assert joined.seat.card() == seat.card()
    assert joined.room.display == "display"
    assert display.room is joined.room


def test_after_a_restart_a_newcomer_takes_no_seat_that_a_phone_may_come_back_to() -> None:
    before, after = rooms(), rooms(seat_idle_seconds=10.0)
    room = open_room(before)
    asleep = before.join(room.code, None, "asleep", now=0).seat
    there = after.open(before.host_pass(room), "display", now=0).room

    newcomer = after.join(room.code, None, "newcomer", now=1).seat
    back = after.join(room.code, before.seat_pass(room, asleep), "awake", now=9).seat
    late = after.join(room.code, None, "late", now=10).seat
    there.free(back)
    later = after.join(room.code, None, "later", now=10).seat

    assert (back.number, back.key) == (asleep.number, asleep.key)
    assert [newcomer.number, late.number, later.number] == [2, 3, 1]


def test_after_a_restart_a_newcomer_waits_for_the_display_that_knows_which_seats_are_kept() -> None:
    before, after = rooms(), rooms()
    room = open_room(before)
    first, second = (before.join(room.code, None, name, now=0).seat for name in ("first", "second"))
    after.join(room.code, before.seat_pass(room, first), "first", now=0)

    with pytest.raises(RoomReturning, match="tries again"):
        after.join(room.code, None, "newcomer", now=1)
    after.open(before.host_pass(room), "display", now=2)

    assert after.join(room.code, None, "newcomer", now=3).seat.number == 3
    assert after.join(room.code, before.seat_pass(room, second), "second", now=4).seat.number == 2


def test_a_pass_for_an_earlier_room_of_the_same_code_is_worth_nothing() -> None:
    draws = iter([0, 0, 0, 0, 5])
    before = rooms()
    after = Rooms(small_settings(), Passes(SECRET), "lights", lambda _: next(draws, 1))
    old = Rooms(small_settings(), Passes(SECRET), "lights", lambda _: 0).open(None, "gone", now=0).room
    later = after.open(None, "somebody else", now=0).room

    opened = after.open(before.host_pass(old), "display", now=1)

    assert later.code == old.code
    assert opened.room is not later
    assert later.display == "somebody else"


@given(st.lists(st.tuples(st.sampled_from(["join", "gone", "back", "leave"]), st.integers(0, 5)), max_size=60))
def test_no_two_phones_ever_share_a_seat(steps: list[tuple[str, int]]) -> None:
    hall = rooms(phones_per_room=4)
    room = open_room(hall)
    seats: dict[int, Seat] = {}
    kept: dict[int, str] = {}
    for now, (step, phone) in enumerate(steps):
        if step in ("join", "back"):
            try:
                joined = hall.join(room.code, kept.get(phone), f"{phone} at {now}", now)
            except RoomFull:
                continue
            seats = {other: seat for other, seat in seats.items() if seat is not joined.freed}
            seats[phone] = joined.seat
            kept[phone] = hall.seat_pass(room, joined.seat)
        elif phone in seats and step == "gone":
            seats[phone].phone_gone(seats[phone].connection or "", now)
        elif phone in seats and step == "leave":
            room.free(seats.pop(phone))

    numbers = [seat.number for seat in seats.values()]
    assert sorted(numbers) == sorted(set(numbers)) == sorted(room.seats)
    assert len({seat.card().name for seat in room.seats.values()}) == len(room.seats)


# What one address may have


LIMITS = ADDRESS_LIMITS["off"]


def limited(monkeypatch: pytest.MonkeyPatch, **limits: int) -> None:
    monkeypatch.setitem(ADDRESS_LIMITS, "generous", replace(LIMITS, **limits))


def test_an_address_gets_no_more_rooms_than_its_share(monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, rooms=1)
    hall = rooms()
    room = hall.open(None, "one", now=0, network="2001:db8::/64").room

    with pytest.raises(RoomFull, match="This network has 1 rooms open"):
        hall.open(None, "two", now=0, network="2001:db8::/64")
    assert hall.open(None, "three", now=0, network="192.0.2.1").room is not room


def test_a_room_that_nobody_is_in_makes_room_for_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, rooms=1)
    hall = rooms()
    vacant = hall.open(None, "one", now=0).room
    vacant.display_gone("one", now=1)

    assert hall.open(None, "two", now=1).room is not vacant
    assert hall.expire(now=1)[0] == [vacant]


def test_an_empty_room_goes_soon_after_its_display() -> None:
    hall = rooms(empty_room_seconds=30.0)
    empty, played = hall.open(None, "one", now=0).room, hall.open(None, "two", now=0).room
    hall.join(played.code, None, "phone", now=0)
    empty.display_gone("one", now=0)
    played.display_gone("two", now=0)

    assert hall.expire(now=29)[0] == []
    assert hall.expire(now=30)[0] == [empty]


def test_after_a_restart_strangers_keep_no_room_from_its_display_and_its_phones() -> None:
    before = rooms(rooms=2)
    room = open_room(before)
    host_pass = before.host_pass(room)
    seat_pass = before.seat_pass(room, before.join(room.code, None, "phone", now=0).seat)
    after = rooms(rooms=2)
    for stranger in ("one", "two"):
        after.open(None, stranger, now=0)

    assert after.join(room.code, seat_pass, "phone", now=1).room.code == room.code
    assert after.open(host_pass, "display", now=2).room.code == room.code
    with pytest.raises(RoomFull):
        after.open(None, "three", now=3)


def test_passes_bring_back_no_more_than_twice_the_rooms() -> None:
    before = rooms(rooms=5)
    passes = [before.host_pass(before.open(None, f"display {n}", now=0).room) for n in range(5)]
    after = rooms(rooms=2)
    for n in range(4):
        after.open(passes[n], f"display {n}", now=0)

    with pytest.raises(RoomFull):
        after.open(passes[4], "one too many", now=0)


def test_strangers_keep_no_seat_from_a_phone_with_a_pass() -> None:
    before = rooms()
    room = open_room(before)
    passes = [before.seat_pass(room, before.join(room.code, None, f"phone {n}", now=0).seat) for n in range(3)]
    after = rooms()
    after.open(before.host_pass(room), "display", now=0)
    for stranger in range(3):
        after.join(room.code, None, f"stranger {stranger}", now=0)

    for n, seat_pass in enumerate(passes):
        assert after.join(room.code, seat_pass, f"phone {n}", now=1).seat.number == n + 1
    with pytest.raises(RoomFull):
        after.join(room.code, None, "one more", now=1)


def test_an_address_gets_no_more_seats_in_a_room_than_its_share(monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, seats=2)
    hall = rooms(phones_per_room=10)
    room = open_room(hall)
    first = hall.join(room.code, None, "one", now=0, network="192.0.2.1").seat
    hall.join(room.code, None, "two", now=0, network="192.0.2.1")

    with pytest.raises(RoomFull, match="this network"):
        hall.join(room.code, None, "three", now=0, network="192.0.2.1")
    hall.join(room.code, None, "four", now=0, network="192.0.2.2")
    assert hall.join(room.code, hall.seat_pass(room, first), "one", now=0, network="192.0.2.1").seat is first


def test_an_address_that_joins_too_often_waits_and_is_told_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, joins_per_minute=6, joins_burst=2)
    hall = rooms(phones_per_room=10)
    room = open_room(hall)
    for n in range(2):
        hall.join(room.code, None, f"phone {n}", now=0, network="192.0.2.1")

    with pytest.raises(TooManyJoins, match="tries again in 10 seconds") as refusal:
        hall.join(room.code, None, "phone 3", now=0, network="192.0.2.1")
    assert refusal.value.after == 10
    hall.join(room.code, None, "somebody else", now=0, network="192.0.2.2")
    hall.join(room.code, None, "phone 3", now=10, network="192.0.2.1")


def test_a_pass_that_comes_again_and_again_waits() -> None:
    hall = rooms()
    room = open_room(hall)
    seat_pass = hall.seat_pass(room, hall.join(room.code, None, "phone", now=0).seat)
    for n in range(RETURNS_BURST):
        hall.join(room.code, seat_pass, f"phone {n}", now=0)

    with pytest.raises(TooManyReturns, match="came back too often"):
        hall.join(room.code, seat_pass, "once more", now=0)
    assert hall.join(room.code, seat_pass, "later", now=10).seat.number == 1


def test_wrong_codes_of_an_address_are_its_own_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, guesses_per_minute=6, guesses_burst=3)
    hall = rooms(guesses_burst=100)
    room, _ = open_room(hall), open_room(hall)
    for _ in range(3):
        with pytest.raises(RoomNotFound):
            hall.join("YYYY", None, "crook", now=0, network="192.0.2.1")

    for code in ("YYYY", room.code):
        with pytest.raises(TooManyGuesses, match="tries again in 10 seconds"):
            hall.join(code, None, "crook", now=0, network="192.0.2.1")
    assert hall.join(room.code, None, "visitor", now=0, network="192.0.2.2").room is room


def test_a_search_from_everywhere_locks_out_no_address_that_tries_right_codes() -> None:
    hall = rooms(guesses_burst=10, guesses_per_second=0.001, phones_per_room=100)
    room, _ = open_room(hall), open_room(hall)
    for n in range(10):
        with pytest.raises(RoomNotFound):
            hall.join("YYYY", None, "crook", now=0, network=f"198.51.100.{n}")

    assert hall.are_guesses_spent(now=0)
    for n in range(50):
        hall.join(room.code, None, f"visitor {n}", now=0, network="192.0.2.1")


# Seats that make room, and their numbers


def test_a_phone_that_joins_and_drops_takes_no_seat_from_one_that_is_away() -> None:
    hall = rooms()
    room = open_room(hall)
    owner = hall.join(room.code, None, "owner", now=0).seat
    owner.has_played = True
    owner.phone_gone("owner", now=60)

    for n in range(20):
        joined = hall.join(room.code, None, f"crook {n}", now=61 + n)
        joined.seat.phone_gone(f"crook {n}", now=61 + n)

    assert room.seats[owner.number] is owner


def test_of_two_short_visits_the_silent_one_makes_room() -> None:
    hall = rooms(phones_per_room=2)
    room = open_room(hall)
    player, silent = (hall.join(room.code, None, name, now=0).seat for name in ("player", "silent"))
    player.has_played = True
    player.phone_gone("player", now=1)
    silent.phone_gone("silent", now=5)

    assert hall.join(room.code, None, "newcomer", now=6).freed is silent


def test_numbers_are_given_again_also_after_a_restart() -> None:
    before = rooms(phones_per_room=10)
    room = open_room(before)
    for n in range(5):
        before.join(room.code, None, f"phone {n}", now=0)
    after = rooms(phones_per_room=10, address_limits="off")
    there = after.open(before.host_pass(room), "display", now=0).room

    numbers = set()
    for n in range(1000):
        seat = after.join(there.code, None, f"crook {n}", now=0).seat
        numbers.add(seat.number)
        there.free(seat)

    assert numbers == {6}, "none that somebody may come back to, and not one more"


def test_the_highest_number_comes_down_again() -> None:
    hall = rooms(phones_per_room=10)
    room = open_room(hall)
    seats = [hall.join(room.code, None, f"phone {n}", now=0).seat for n in range(5)]
    for seat in seats[1:]:
        room.free(seat)
    hall.expire(now=1)

    assert room.highest == 1
