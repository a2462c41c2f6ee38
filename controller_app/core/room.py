"""Room and its seats: who has which seat, and which seat is freed for a newcomer."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from controller_app.core import names
from controller_app.core.event_budget import RoomEvents, SeatEvents
from controller_app.core.frames import LatestSamples
from controller_app.core.pace import RoomPace
from controller_app.core.passes import SeatPass
from controller_app.core.play import VisualState
from controller_app.core.protocol import COLOURS, SHAPES, Role, SeatCard
from controller_app.core.taps import TapMemory
from controller_app.errors import RoomFull

MAX_NUMBER = 9_999
"""The highest number of a seat that messages can name."""

SHORT_STAY_S = 10.0
"""Seconds below which a phone came only for a moment."""

LONG_AGO = float("-inf")


@dataclass(frozen=True)
class Visitor:
    """A connection that wants in: its id, the network of its address, and when it came."""

    connection: str
    network: str
    now: float


@dataclass
class Seat:
    """A phone's place in a room. Its number gives colour and shape, its key the name."""

    number: int
    key: int
    connection: str | None = None
    away_since: float = 0.0
    generation: int = 0
    """How often it has gone to another phone."""
    offer: str = ""
    """What brings another phone here while its own is away; "" if that is not wanted."""
    taps: TapMemory = field(default_factory=TapMemory)
    network: str = ""
    """Of the address of the phone that joined; counted while it has the seat."""
    joined_at: float = 0.0
    """When its phone came for the first time; long ago for one that brought a pass."""
    has_played: bool = False
    """Whether its phone has sent anything."""
    events: SeatEvents = field(default_factory=lambda: SeatEvents(RoomEvents(0.0), 0.0))

    @property
    def worth(self) -> int:
        """How much a seat whose phone is away is worth keeping: 0 came for a moment and said nothing, 1 came for a
        moment, 2 anything else.
        """
        if self.away_since - self.joined_at >= SHORT_STAY_S:
            return 2
        return 1 if self.has_played else 0

    def card(self) -> SeatCard:
        """Return what everybody may know of it."""
        turn = (self.number - 1) // len(COLOURS)
        return SeatCard(
            number=self.number,
            colour=COLOURS[(self.number - 1) % len(COLOURS)],
            shape=SHAPES[(self.number - 1 + turn) % len(SHAPES)],
            name=names.name_of(self.key),
            away=self.connection is None,
            id=f"{self.key:012x}",
        )


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

    def known_seat(self, held: SeatPass | None) -> Seat | None:
        """Return the seat that a pass stands for, if nobody else has got it since."""
        seat = self._by_key.get(held.key) if held else None
        if not seat or not held or seat.generation > held.generation:
            return None
        seat.generation = held.generation  # a restart forgets; who took the seat over may come after who had it
        return seat

    def offered_seat(self, offer: str) -> Seat | None:
        """Return the seat that is on offer under these letters."""
        return next((seat for seat in self.seats.values() if offer and seat.offer == offer), None)

    def new_seat(
        self, visitor: Visitor, held: SeatPass | None, is_expecting: bool, below: Callable[[int], int]
    ) -> Seat:
        """Return a seat where the pass says, or one with the first free number that nobody may come back to.

        A phone whose number has gone to another one keeps its key, and with it its name: it is the same phone.

        Args:
            visitor: whose phone it is for.
            held: a pass of this room.
            is_expecting: phones that a restart forgot may still come back.
            below: gives a random integer from 0 up to, not including, its argument.
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

    def make_room(self, limit: int, has_pass: bool) -> Seat | None:
        """Free a seat whose phone is away, if ``limit`` seats are taken; return it.

        Where all phones are here, a phone with a valid pass is seated beyond the limit, up to twice as many.

        Seats of phones that came only for a moment go first, silent ones before others; then the one whose phone is
        away longest. Otherwise a phone that joins and drops could take seat after seat from those that are away.

        Raises:
            RoomFull: all phones are here, and there is no pass.
        """
        if len(self.seats) < limit:
            return None
        away = [seat for seat in self.seats.values() if not seat.connection]
        if not away and has_pass and len(self.seats) < 2 * limit:
            return None
        if not away:
            raise RoomFull(
                f"Room {self.code} is full: {len(self.seats)} phones are in. Try again when someone has left."
            )
        least = min(away, key=lambda seat: (seat.worth, seat.away_since))
        self.free(least)
        return least

    def seats_of(self, network: str) -> int:
        """Return how many seats the phones of an address have."""
        return sum(seat.network == network for seat in self.seats.values())

    def seat(self, seat: Seat, phone: str, *, fresh: bool = False, freed: Seat | None = None) -> "Joining":
        """Give a seat to a phone's connection, and free another seat that this costs."""
        replaced = seat.connection or (freed.connection if freed else None)
        seat.connection, seat.offer = phone, ""
        self.frames.drop(seat.number)  # what an earlier page of this phone sent counts differently
        return Joining(self, seat, fresh, replaced, freed)

    def free(self, seat: Seat) -> None:
        """Free a seat for good."""
        if self.seats.pop(seat.number, None):
            del self._by_key[seat.key]
            self._names[seat.key % names.WAYS] -= 1
        self.frames.drop(seat.number)

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
