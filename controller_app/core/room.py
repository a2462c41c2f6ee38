"""Room: its display, watchers and seats, and which seat a phone gets."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from controller_app.core import codes, names
from controller_app.core.event_budget import RoomEvents, SeatEvents
from controller_app.core.frames import LatestSamples
from controller_app.core.pace import RoomPace
from controller_app.core.passes import HostPass, SeatPass
from controller_app.core.play import VisualState
from controller_app.core.protocol import Role, SeatCard
from controller_app.core.seat import Seat, Visitor
from controller_app.errors import BadMessage, RoomFull

MAX_NUMBER = 9_999
"""The highest number of a seat that messages can name."""

OFFER_LENGTH = 6
"""Letters of an offer: 15.3 million ways, and wrong ones count as guesses."""

LONG_AGO = float("-inf")


@dataclass
class Room:
    """One display and its phones. ``birth`` tells it from an earlier room of the same code."""

    code: str
    birth: int
    play: VisualState
    display: str | None = None
    display_away_since: float = 0.0
    watchers: dict[str, Role] = field(default_factory=dict)
    """Connections that watch beside the display, with their roles. They keep no room open."""
    seats: dict[int, Seat] = field(default_factory=dict)
    highest: int = 0
    """The highest number that a seat ever had, as far as it is known."""
    rebuilt_at: float | None = None
    """When it was made again from a pass."""
    expected: int = 0
    """The highest number of a seat before that, as far as passes told: its phone may come back."""
    awaits_display: bool = False
    """Made again from a phone's pass; the display's, which knows the highest number, is still to come."""
    frames: LatestSamples = field(default_factory=LatestSamples)
    pace: RoomPace = field(default_factory=RoomPace)
    events: RoomEvents = field(default_factory=lambda: RoomEvents(0.0))
    network: str = ""
    """Of its display's address; "" until that has come."""
    _by_key: dict[int, Seat] = field(default_factory=dict)
    _names: Counter[int] = field(default_factory=Counter)
    """How many seats have each name: three hundred phones that join at once must not look through all seats."""

    @property
    def is_vacant(self) -> bool:
        """Whether nobody has anything here to come back to, but a display its code."""
        return not self.display and not self.seats

    @property
    def quiet_since(self) -> float:
        """When the last of display and phones went away, in seconds of ``now``. Only where none is here."""
        return max([self.display_away_since, *(seat.away_since for seat in self.seats.values())])

    def cards(self) -> list[SeatCard]:
        """Return all seats, by number."""
        return [self.seats[number].card() for number in sorted(self.seats)]

    def phones(self) -> list[str]:
        """Return the connections of all phones that are here."""
        return [seat.connection for seat in self.seats.values() if seat.connection]

    def display_came(self, display: str, held: HostPass | None, network: str) -> str | None:
        """Let a display show the room, which its pass may tell of; return the display that this replaces."""
        if held and held.birth == self.birth:
            self.highest = max(self.highest, held.highest)
            if self.rebuilt_at is not None:
                self.expected = max(self.expected, held.highest)
        self.awaits_display = False
        self.network = network
        replaced, self.display = self.display, display
        return replaced

    def display_gone(self, display: str, now: float) -> bool:
        """Note that a display's connection ended; False if another one has taken its place."""
        if self.display != display:
            return False
        self.display, self.display_away_since = None, now
        return True

    def is_expecting(self, now: float, seat_idle_seconds: float) -> bool:
        """Say whether phones that a restart forgot may still come back to their seats."""
        return self.rebuilt_at is not None and now - self.rebuilt_at < seat_idle_seconds

    def seat_for(self, held: SeatPass | None) -> Seat | None:
        """Return the seat that a pass stands for, if nobody else has got it since."""
        seat = self._by_key.get(held.key) if held else None
        if not seat or not held or seat.generation > held.generation:
            return None
        seat.generation = held.generation  # a restart forgets; who took the seat over may come after who had it
        return seat

    def offer(self, number: int, below: Callable[[int], int]) -> str:
        """Let another phone take the seat of one that is away; return what that one has to bring.

        Raises:
            BadMessage: nobody has this seat, or its phone is here.
        """
        seat = self.seats.get(number)
        if seat is None or seat.connection:
            raise BadMessage(f"Seat {number} is not away, so nobody else can take it.")
        seat.offer = seat.offer or codes.make(OFFER_LENGTH, (), below)
        return seat.offer

    def offered_seat(self, offer: str) -> Seat | None:
        """Return the seat that is on offer under these letters."""
        return next((seat for seat in self.seats.values() if offer and seat.offer == offer), None)

    def take_over(self, seat: Seat, visitor: Visitor, own: Seat | None) -> "Joining":
        """Give a seat on offer to a phone, which gives up a seat of its own."""
        seat.generation += 1
        seat.network = visitor.network
        freed = own if own is not seat else None
        joining = self.assign(seat, visitor.connection, freed=freed)
        if freed:
            self.free(freed)
        return joining

    def add_seat(
        self,
        visitor: Visitor,
        held: SeatPass | None,
        max_seats: int,
        is_expecting: bool,
        below: Callable[[int], int],
    ) -> "Joining":
        """Give a phone a seat that was not there before; where all are taken, of one that is away.

        Args:
            visitor: whose phone it is for.
            held: a pass of this room.
            max_seats: that newcomers may take.
            is_expecting: phones that a restart forgot may still come back.
            below: gives a random integer from 0 up to, not including, its argument.

        Raises:
            RoomFull: all phones are here, and there is no pass.
        """
        freed = self._free_longest_away(max_seats, held is not None)
        seat = self._new_seat(visitor, held, is_expecting, below)
        return self.assign(seat, visitor.connection, fresh=True, freed=freed)

    def assign(self, seat: Seat, phone: str, *, fresh: bool = False, freed: Seat | None = None) -> "Joining":
        """Give a seat to a phone's connection. ``freed``: another seat that this costs."""
        replaced = seat.connection or (freed.connection if freed else None)
        seat.connection, seat.offer = phone, ""
        self.frames.drop(seat.number)  # what an earlier page of this phone sent counts differently
        return Joining(self, seat, fresh, replaced, freed)

    def free(self, seat: Seat) -> None:
        """Free a seat for good."""
        if self.seats.get(seat.number) is seat:
            del self.seats[seat.number]
            del self._by_key[seat.key]
            self._names[seat.key % names.WAYS] -= 1
        seat.connection = None
        self.frames.drop(seat.number)

    def seats_of(self, network: str) -> int:
        """Return how many seats the phones of an address have."""
        return sum(seat.network == network for seat in self.seats.values())

    def _new_seat(
        self, visitor: Visitor, held: SeatPass | None, is_expecting: bool, below: Callable[[int], int]
    ) -> Seat:
        """Return a seat where the pass says, or one with the first free number that nobody may come back to.

        A phone whose number has gone to another one keeps its key, and with it its name: it is the same phone.
        """
        events = SeatEvents(self.events, visitor.now)
        if held and self._by_key.get(held.key):
            held = None  # its seat has gone to another phone
        if held and held.number not in self.seats:
            number = held.number
        else:
            first = self.expected + 1 if is_expecting and self.expected < MAX_NUMBER // 2 else 1
            number = next(number for number in count(first) if number not in self.seats)
        if held:
            seat = Seat(number, held.key, generation=held.generation, joined_at=LONG_AGO, events=events)
        else:
            seat = Seat(number, self._new_key(below), joined_at=visitor.now, events=events)
        seat.network = visitor.network
        self.highest = max(self.highest, seat.number)
        self.seats[seat.number] = self._by_key[seat.key] = seat
        self._names[seat.key % names.WAYS] += 1
        return seat

    def _free_longest_away(self, max_seats: int, has_pass: bool) -> Seat | None:
        """Free a seat whose phone is away, if ``max_seats`` are taken; return it.

        Where all phones are here, a phone with a valid pass is seated beyond the limit, up to twice as many.

        Seats of phones that came only for a moment go first, silent ones before others; then the one whose phone is
        away longest. Otherwise a phone that joins and drops could take seat after seat from those that are away.

        Raises:
            RoomFull: all phones are here, and there is no pass.
        """
        if len(self.seats) < max_seats:
            return None
        away = [seat for seat in self.seats.values() if not seat.connection]
        if not away and has_pass and len(self.seats) < 2 * max_seats:
            return None
        if not away:
            raise RoomFull(
                f"Room {self.code} is full: {len(self.seats)} phones are in. Try again when someone has left."
            )
        least = min(away, key=lambda seat: (seat.worth, seat.away_since))
        self.free(least)
        return least

    def _new_key(self, below: Callable[[int], int]) -> int:
        """Return a key whose name nobody in the room has."""
        while self._names[(key := below(2**48)) % names.WAYS]:
            pass
        return key


@dataclass(frozen=True)
class Joining:
    """What came of joining.

    ``fresh``: the seat was not there before. ``replaced``: the seat's earlier connection. ``freed``: the seat that
    had to make room, since its phone was away and all seats were taken, or since that phone moved to another one.
    """

    room: Room
    seat: Seat
    fresh: bool
    replaced: str | None
    freed: Seat | None
