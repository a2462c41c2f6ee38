"""Model-based test of rooms: any order of events against a model of the promises."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from math import inf
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from controller_app.core.passes import HostPass, Passes
from controller_app.core.protocol import SeatCard
from controller_app.core.room import Room
from controller_app.core.rooms import Rooms
from controller_app.core.seat import Seat
from controller_app.errors import RoomFull, RoomNotFound, RoomReturning
from tests.support.fakes import SECRET, counting, small_settings

PHONES = 6  # more than a room has seats
SEATS = 4
SCREENS = 2
HELD = 600.0  # seconds that a seat or a room waits for who is away

phone = st.integers(0, PHONES - 1)
screen = st.integers(0, SCREENS - 1)
pick = st.integers(0, 59)


@dataclass
class Place:
    """What one phone knows of its seat in one room, and how long that seat is promised to it."""

    card: SeatCard
    seat_pass: str
    room: Room
    seat: Seat
    connection: str | None
    promised_until: float = inf
    contested: bool = False
    """A restart forgot that another may sit there by now: this one was away for too long, or had come while the display
    was away. Whoever is back first sits there."""
    replaced: list[str] = field(default_factory=list)
    """Older pages of this phone, whose connections have not ended yet."""


@dataclass
class Screen:
    """What one display knows of its room."""

    code: str
    host_pass: str
    room: Room
    connection: str | None
    promised_until: float = inf
    replaced: list[str] = field(default_factory=list)


class Hall(RuleBasedStateMachine):
    """Phones and displays that come, go, sleep and return, while the server is restarted under them."""

    def __init__(self) -> None:
        super().__init__()
        self.below = counting()  # goes on over restarts: 48 random bits don't repeat either
        self.names = (f"connection {number}" for number in count())
        self.now = 0.0
        self.screens: dict[int, Screen] = {}
        self.places: dict[tuple[int, int], Place] = {}  # by phone and screen
        self.lost: list[tuple[int, str]] = []  # screen and pass of phones whose seat another one took over
        self.start()

    def start(self) -> None:
        limits = small_settings(
            phones_per_room=SEATS,
            rooms=SCREENS,
            room_idle_seconds=HELD,
            empty_room_seconds=HELD,
            seat_idle_seconds=HELD,
            address_limits="off",
        )
        self.started = self.now
        self.rooms = Rooms(limits, Passes(SECRET), "lights", self.below, self.now)

    # Displays

    @rule(screen=screen)
    def a_display_comes(self, screen: int) -> None:
        """For the first time, after a reload, or beside the one that is there."""
        known = self.screens.get(screen)
        alive = known and self.room(known.code)
        opening = self.rooms.open(known.host_pass if known else None, name := next(self.names), self.now)

        assert opening.room.display == name
        replaced = []
        if known:
            assert opening.room.code == known.code, "a display lost its room"
            assert opening.replaced == (known.connection if alive else None)
            replaced = known.replaced + ([opening.replaced] if opening.replaced else [])
        code, host_pass = opening.room.code, self.rooms.host_pass(opening.room)
        self.screens[screen] = Screen(code, host_pass, opening.room, name, replaced=replaced)

    @precondition(lambda self: self.shown())
    @rule(pick=pick)
    def a_display_goes(self, pick: int) -> None:
        there = one_of(self.shown(), pick)
        assert there.room.display_gone(there.connection, self.now)
        there.connection, there.promised_until = None, self.now + HELD

    @precondition(lambda self: self.screens_twice())
    @rule(pick=pick)
    def a_replaced_display_goes(self, pick: int) -> None:
        there = one_of(self.screens_twice(), pick)
        assert not there.room.display_gone(there.replaced.pop(), self.now)

    # Phones

    @precondition(lambda self: self.screens)
    @rule(phone=phone, pick=pick)
    def a_phone_comes(self, phone: int, pick: int) -> None:
        """A newcomer; or one that was here before, after a lock, a reload, a re-typed code, on a second page."""
        self.comes(phone, one_of(sorted(self.screens), pick))

    @precondition(lambda self: self.places)
    @rule(pick=pick)
    def a_phone_comes_back(self, pick: int) -> None:
        self.comes(*one_of(sorted(self.places), pick))

    @precondition(lambda self: self.seated())
    @rule(pick=pick)
    def a_phone_is_locked(self, pick: int) -> None:
        place = self.places[one_of(self.seated(), pick)]
        assert place.seat.phone_gone(place.connection or "", self.now)
        place.connection, place.promised_until = None, self.now + HELD

    @precondition(lambda self: self.phones_twice())
    @rule(pick=pick)
    def a_replaced_page_goes(self, pick: int) -> None:
        place = one_of(self.phones_twice(), pick)
        assert not place.seat.phone_gone(place.replaced.pop(), self.now)

    @precondition(lambda self: self.seated())
    @rule(pick=pick)
    def a_phone_leaves(self, pick: int) -> None:
        place = self.places.pop(one_of(self.seated(), pick))
        place.room.free(place.seat)

    @precondition(lambda self: self.away())
    @rule(phone=phone, pick=pick)
    def a_phone_takes_the_seat_of_one_that_is_away(self, phone: int, pick: int) -> None:
        (holder, screen) = at = one_of(self.away(), pick)
        if phone == holder:
            return
        there, taken, own = self.screens[screen], self.places.pop(at), self.places.pop((phone, screen), None)
        room = self.room(there.code)
        assert room
        offer = self.rooms.offer(room, taken.card.number)
        seat_pass = own.seat_pass if own else None
        joining = self.rooms.join(there.code, seat_pass, name := next(self.names), self.now, offer)

        assert identity(joining.seat.card()) == identity(taken.card), "another seat than the one on offer"
        assert joining.replaced == (own.connection if own else None)
        if own is None:
            self.lost.append((screen, taken.seat_pass))
        replaced = [joining.replaced] if joining.replaced else []
        seat_pass = self.rooms.seat_pass(room, joining.seat)
        self.places[phone, screen] = Place(taken.card, seat_pass, room, joining.seat, name, replaced=replaced)

    @precondition(lambda self: self.lost)
    @rule()
    def a_phone_whose_seat_was_taken_over_looks_for_it(self) -> None:
        screen, seat_pass = self.lost.pop()
        room = self.room(self.screens[screen].code)
        if room is None or len(room.seats) == SEATS:
            return
        joining = self.rooms.join(room.code, seat_pass, next(self.names), self.now)

        assert joining.seat.number not in self.promised(screen), "the old pass opened the seat"
        joining.room.free(joining.seat)

    def comes(self, phone: int, screen: int) -> None:
        known, there = self.places.get((phone, screen)), self.screens[screen]
        promised = known is not None and self.now < known.promised_until
        before = self.room(there.code)
        full = before is not None and len(before.phones()) == SEATS
        try:
            joining = self.rooms.join(
                there.code, known.seat_pass if known else None, name := next(self.names), self.now
            )
        except RoomReturning:
            assert known is None, "a phone with a pass had to wait"
            assert before
            assert before.display is None
            return
        except RoomNotFound:
            assert before is None
            assert known is None or self.now > self.started + HELD, "a phone's pass did not bring its room back"
            return
        except RoomFull:
            assert full or (before is None and len(self.rooms) == SCREENS)
            return
        card = joining.seat.card()
        if joining.freed:
            self.give_away(screen, joining.freed)
        if promised:
            assert known
            assert identity(card) == identity(known.card), "a phone lost its seat"
            assert joining.replaced == known.connection
        elif known and known.contested and card.number == known.card.number:
            for place in self.at(screen):
                if place.card.number == card.number:
                    place.promised_until, place.contested = -inf, True
        else:
            assert card.number not in self.promised(screen), "a stranger got a seat"
            assert joining.replaced is None
        replaced = known.replaced + ([joining.replaced] if joining.replaced else []) if known else []
        seat_pass = self.rooms.seat_pass(joining.room, joining.seat)
        self.places[phone, screen] = Place(card, seat_pass, joining.room, joining.seat, name, replaced=replaced)
        if joining.fresh and there.connection:
            there.host_pass = self.rooms.host_pass(joining.room)

    # Time and the server

    @rule(seconds=st.sampled_from([1.0, 60.0, 299.0, HELD, HELD + 1]))
    def time_passes(self, seconds: float) -> None:
        self.now += seconds
        closed, freed = self.rooms.expire(self.now)

        for number, there in self.screens.items():
            if any(room.code == there.code for room in closed):
                assert self.now >= there.promised_until, "a room ended early"
                for place in self.at(number):
                    place.connection, place.promised_until, place.replaced = None, -inf, []
            for place in self.at(number):
                if any(seat is place.seat for _, seat in freed):
                    assert self.now >= place.promised_until, "a seat ended early"

    @precondition(lambda self: self.screens)
    @rule()
    def the_server_is_restarted(self) -> None:
        """Nobody hears of it: a stop that says goodbye and a kill are the same to who comes back."""
        self.start()
        self.lost.clear()  # who comes before the one who took over sits there until that one comes
        for there in self.screens.values():
            there.connection, there.replaced = None, []
            there.promised_until = max(there.promised_until if there.promised_until < inf else 0, self.now + HELD)
        for place in self.places.values():
            if place.connection:
                place.promised_until = self.now + HELD
            place.contested = place.contested or self.now >= place.promised_until
            place.connection, place.replaced = None, []
        for number, there in self.screens.items():
            known = Passes(SECRET).read(there.host_pass, HostPass).highest
            for place in self.at(number):
                if place.card.number > known:
                    place.promised_until, place.contested = -inf, True

    # What always holds

    @invariant()
    def everyone_sits_where_they_sat(self) -> None:
        for (_, screen), place in self.places.items():
            if place.connection:
                room = self.room(self.screens[screen].code)
                assert room
                seat = room.seats[place.card.number]
                assert seat.connection == place.connection
                assert identity(seat.card()) == identity(place.card)

    @invariant()
    def nobody_has_two_figures_and_nobody_unknown_has_one(self) -> None:
        here = [connection for room in self.rooms for connection in room.phones()]
        assert sorted(here) == sorted(place.connection for place in self.places.values() if place.connection)

    @invariant()
    def no_two_figures_look_alike(self) -> None:
        for room in self.rooms:
            cards = room.cards()
            assert [card.number for card in cards] == sorted({card.number for card in cards})
            assert len({card.name for card in cards}) == len(cards) <= SEATS

    def room(self, code: str) -> Room | None:
        return next((room for room in self.rooms if room.code == code), None)

    def shown(self) -> list[Screen]:
        return [there for there in self.screens.values() if there.connection]

    def screens_twice(self) -> list[Screen]:
        return [there for there in self.screens.values() if there.replaced]

    def seated(self) -> list[tuple[int, int]]:
        return sorted(at for at, place in self.places.items() if place.connection)

    def away(self) -> list[tuple[int, int]]:
        """Return whose seats are there, greyed, and can be taken over."""
        return sorted(at for at, place in self.places.items() if place.connection is None and self.is_kept(at, place))

    def is_kept(self, at: tuple[int, int], place: Place) -> bool:
        room = self.room(self.screens[at[1]].code)
        return bool(room and room.display and room.seats.get(place.card.number) is place.seat)

    def phones_twice(self) -> list[Place]:
        return [place for place in self.places.values() if place.replaced]

    def at(self, screen: int) -> list[Place]:
        return [place for (_, at), place in self.places.items() if at == screen]

    def promised(self, screen: int) -> set[int]:
        """Return the numbers of all seats that somebody may count on."""
        return {place.card.number for place in self.at(screen) if self.now < place.promised_until}

    def give_away(self, screen: int, seat: Seat) -> None:
        """Note that a full room gave a seat to somebody else; only one whose phone is away."""
        for place in self.at(screen):
            if place.card.number == seat.number:
                assert place.connection is None, "a phone that is here lost its seat"
                place.promised_until = -inf


def one_of(among: Sequence[Any], pick: int) -> Any:
    return among[pick % len(among)]


def identity(card: SeatCard) -> tuple[int, str, str, str]:
    return card.number, card.colour, card.shape, card.name


TestHall = Hall.TestCase
TestHall.settings = settings(max_examples=300, stateful_step_count=40, deadline=None, derandomize=True)
