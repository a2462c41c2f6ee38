"""A seat whose phone is away goes to another phone, on purpose and once."""

from typing import Any

import pytest

from controller_app.core.passes import Passes
from controller_app.core.rooms import Rooms
from controller_app.core.seat import Seat
from controller_app.errors import BadMessage, SeatTaken
from tests.support.fakes import SECRET, counting, small_settings


class Hall:
    """A room with a phone whose battery is empty, and one that is fine."""

    def __init__(self, **changes: Any) -> None:
        self.rooms = Rooms(small_settings(**changes), Passes(SECRET), "lights", counting())
        self.room = self.rooms.open(None, "display", now=0).room
        self.empty = self.rooms.join(self.room.code, None, "empty", now=0).seat
        self.fine = self.rooms.join(self.room.code, None, "fine", now=0).seat
        self.old_pass = self.rooms.seat_pass(self.room, self.empty)
        self.empty.phone_gone("empty", now=1)

    def take(self, offer: str, phone: str = "other", seat_pass: str | None = None) -> Seat:
        return self.rooms.join(self.room.code, seat_pass, phone, now=2, offer=offer).seat


@pytest.fixture
def hall() -> Hall:
    return Hall()


def test_another_phone_gets_that_very_seat(hall: Hall) -> None:
    card = hall.empty.card()
    joined = hall.rooms.join(hall.room.code, None, "other", now=2, offer=hall.rooms.offer(hall.room, card.number))

    assert joined.seat is hall.empty
    assert not joined.fresh
    assert joined.seat.connection == "other"
    assert (joined.seat.card().name, joined.seat.card().colour) == (card.name, card.colour)


def test_the_old_pass_does_not_open_it_any_more(hall: Hall) -> None:
    hall.take(hall.rooms.offer(hall.room, hall.empty.number))
    back = hall.rooms.join(hall.room.code, hall.old_pass, "empty", now=3)

    assert back.fresh
    assert back.seat.number == 3
    assert hall.empty.connection == "other"


def test_after_a_restart_the_seat_belongs_to_who_took_it_whoever_comes_first() -> None:
    for takes_it_back_first in (False, True):
        hall = Hall()
        new_pass = hall.rooms.seat_pass(hall.room, hall.take(hall.rooms.offer(hall.room, hall.empty.number)))
        host_pass = hall.rooms.host_pass(hall.room)
        later = Rooms(small_settings(), Passes(SECRET), "lights", counting())
        later.open(host_pass, "display", now=0)

        for seat_pass in (new_pass, hall.old_pass) if takes_it_back_first else (hall.old_pass, new_pass):
            later.join(hall.room.code, seat_pass, seat_pass, now=1)

        assert next(iter(later)).seats[hall.empty.number].connection == new_pass


def test_an_offer_is_good_once(hall: Hall) -> None:
    offer = hall.rooms.offer(hall.room, hall.empty.number)
    taken = hall.take(offer)

    with pytest.raises(SeatTaken, match="Scan the code"):
        hall.take(offer, "third")
    again = hall.take(offer, "other, reloaded", hall.rooms.seat_pass(hall.room, taken))
    assert again is taken


def test_an_offer_ends_when_the_seats_own_phone_is_back(hall: Hall) -> None:
    offer = hall.rooms.offer(hall.room, hall.empty.number)
    assert hall.rooms.join(hall.room.code, hall.old_pass, "empty again", now=2).seat is hall.empty

    with pytest.raises(SeatTaken):
        hall.take(offer)
    assert hall.empty.connection == "empty again"


def test_a_phone_that_had_a_seat_moves_and_leaves_it_free(hall: Hall) -> None:
    own = hall.rooms.seat_pass(hall.room, hall.fine)
    joined = hall.rooms.join(
        hall.room.code, own, "fine, moved", now=2, offer=hall.rooms.offer(hall.room, hall.empty.number)
    )

    assert joined.seat is hall.empty
    assert joined.freed is hall.fine
    assert joined.replaced == "fine"
    assert list(hall.room.seats) == [hall.empty.number]


def test_only_a_seat_that_is_away_can_be_offered(hall: Hall) -> None:
    for number in (hall.fine.number, 99):
        with pytest.raises(BadMessage, match="is not away"):
            hall.rooms.offer(hall.room, number)


def test_offers_cannot_be_guessed_for_long() -> None:
    hall = Hall(guesses_burst=3, guesses_per_second=0.01)
    offer = hall.rooms.offer(hall.room, hall.empty.number)
    own = hall.rooms.seat_pass(hall.room, hall.fine)
    for wrong in ("CCCCCC", "DDDDDD", "FFFFFF"):
        assert hall.take(wrong, "fine", own) is hall.fine

    assert hall.take(offer, "fine", own) is hall.fine, "a right guess after many wrong ones must not be told from those"
