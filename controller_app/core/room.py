"""Room and its seats: who sits where, who makes room for whom."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from controller_app.core import names
from controller_app.core.frames import Frames
from controller_app.core.pace import RoomPace
from controller_app.core.passes import SeatPass
from controller_app.core.play import Play
from controller_app.core.protocol import COLOURS, SHAPES, SeatCard
from controller_app.core.taps import TapMemory
from controller_app.errors import RoomFull


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

    def card(self) -> SeatCard:
        """Return what everybody may know of it."""
        turn = (self.number - 1) // len(COLOURS)
        return SeatCard(
            number=self.number,
            colour=COLOURS[(self.number - 1) % len(COLOURS)],
            shape=SHAPES[(self.number - 1 + turn) % len(SHAPES)],
            name=names.name_of(self.key),
            away=self.connection is None,
        )


@dataclass
class Room:
    """One display and its phones. ``birth`` tells it from an earlier room of the same code."""

    code: str
    birth: int
    play: Play
    display: str | None = None
    display_away_since: float = 0.0
    seats: dict[int, Seat] = field(default_factory=dict)
    highest: int = 0
    """The highest number that a seat ever had, as far as it is known."""
    rebuilt_at: float | None = None
    """When it was made again from a pass."""
    awaits_display: bool = False
    """Made again from a phone's pass; the display's, which knows the highest number, is still to come."""
    frames: Frames = field(default_factory=Frames)
    pace: RoomPace = field(default_factory=RoomPace)

    def cards(self) -> list[SeatCard]:
        """Return all seats, by number."""
        return [self.seats[number].card() for number in sorted(self.seats)]

    def phones(self) -> list[str]:
        """Return the connections of all phones that are here."""
        return [seat.connection for seat in self.seats.values() if seat.connection]

    def known_seat(self, held: SeatPass | None) -> Seat | None:
        """Return the seat that a pass stands for, if nobody else has got it since."""
        seat = self.seats.get(held.number) if held else None
        if not seat or not held or seat.key != held.key or seat.generation > held.generation:
            return None
        seat.generation = held.generation  # a restart forgets; who took the seat over may come after who had it
        return seat

    def offered_seat(self, offer: str) -> Seat | None:
        """Return the seat that is on offer under these letters."""
        return next((seat for seat in self.seats.values() if offer and seat.offer == offer), None)

    def new_seat(self, held: SeatPass | None, first: int, below: Callable[[int], int]) -> Seat:
        """Return a seat where the pass says, or one with the first free number.

        Args:
            held: a pass of this room.
            first: the lowest number for a newcomer.
            below: gives a random integer from 0 up to, not including, its argument.
        """
        if held and held.number not in self.seats:
            seat = Seat(held.number, held.key, generation=held.generation)
        else:
            number = next(number for number in count(first) if number not in self.seats)
            seat = Seat(number, self._new_key(below))
        self.highest = max(self.highest, seat.number)
        self.seats[seat.number] = seat
        return seat

    def make_room(self, limit: int) -> Seat | None:
        """Free the seat whose phone is away longest, if ``limit`` seats are taken; return it.

        Raises:
            RoomFull: all phones are here.
        """
        if len(self.seats) < limit:
            return None
        away = [seat for seat in self.seats.values() if not seat.connection]
        if not away:
            raise RoomFull(
                f"Room {self.code} is full: {len(self.seats)} phones are in. Try again when someone has left."
            )
        longest = min(away, key=lambda seat: seat.away_since)
        self.free(longest)
        return longest

    def seat(self, seat: Seat, phone: str, *, fresh: bool = False, freed: Seat | None = None) -> "Joining":
        """Give a seat to a phone's connection, and free another seat that this costs."""
        replaced = seat.connection or (freed.connection if freed else None)
        seat.connection, seat.offer = phone, ""
        self.frames.drop(seat.number)  # what an earlier page of this phone sent counts differently
        return Joining(self, seat, fresh, replaced, freed)

    def free(self, seat: Seat) -> None:
        """Free a seat for good."""
        self.seats.pop(seat.number, None)
        self.frames.drop(seat.number)

    def _new_key(self, below: Callable[[int], int]) -> int:
        """Return a key whose name nobody in the room has."""
        taken = {seat.key % names.WAYS for seat in self.seats.values()}
        while (key := below(2**48)) % names.WAYS in taken:
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
