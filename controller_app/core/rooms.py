"""All rooms: open, find, join, come back, expire. ``now`` comes in as an argument."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from controller_app.core import codes
from controller_app.core.entry_limits import EntryLimits
from controller_app.core.event_budget import RoomEvents
from controller_app.core.passes import AnyPass, HostPass, Passes, RecordPass, SeatPass
from controller_app.core.play import VisualState
from controller_app.core.room import Joining, Room
from controller_app.core.seat import Seat, Visitor
from controller_app.errors import (
    BadPass,
    RoomFull,
    RoomNotFound,
    RoomReturning,
    SeatTaken,
    TooManyGuesses,
    TooManyRooms,
)
from controller_app.settings import Settings

RETURNING_S = 4.0
"""Seconds after which a newcomer asks again whether a room's display is back."""


@dataclass(frozen=True)
class Opening:
    """What came of opening a room; ``replaced`` is the display that was there before."""

    room: Room
    replaced: str | None


class Rooms:
    """All rooms of this server."""

    def __init__(
        self, settings: Settings, passes: Passes, visual: str, below: Callable[[int], int], started: float = 0.0
    ) -> None:
        """Begin without rooms.

        Args:
            settings: for the limits.
            passes: to sign and read passes.
            visual: what a new room shows.
            below: gives a random integer from 0 up to, not including, its argument.
            started: seconds on the clock that ``now`` comes from.
        """
        self._settings = settings
        self._passes = passes
        self._visual = visual
        self._below = below
        self._started = started
        self._rooms: dict[str, Room] = {}
        self._closed: list[Room] = []  # since the last call of expire
        self._limits = EntryLimits(settings, started)
        self._opener = passes.opener(settings.host_token)

    def __iter__(self) -> Iterator[Room]:
        return iter(list(self._rooms.values()))

    def __len__(self) -> int:
        return len(self._rooms)

    def open(self, host_pass: str | None, display: str, now: float, network: str = "") -> Opening:
        """Open a room for a display, or the room that its pass stands for, also after a restart.

        A display with a valid pass is let in before newcomers: the limits are theirs, and twice as wide for it.

        Args:
            host_pass: the pass of an earlier visit; one that isn't ours counts as none.
            display: the display's connection.
            now: seconds on the caller's monotonic clock.
            network: of the display's address, as limits count it.

        Raises:
            RoomFull: there are too many rooms already, on this server or of this address.
        """
        held = self._read(host_pass, HostPass)
        room = self._restored(held.room, held.birth, now) if held else None
        room = room or self._newcomers_room(network, now)
        return Opening(room, room.display_came(display, held, network))

    def join(
        self, code: str, seat_pass: str | None, phone: str, now: float, offer: str | None = None, network: str = ""
    ) -> Joining:
        """Pair a phone with the room whose code it scanned.

        A phone that comes back with its seat pass gets its seat: number, colour, shape and name. One that scanned an
        offer gets the seat on offer; its own, if it had one, is free. A valid pass is let in before newcomers.

        Args:
            code: as printed under the QR; letter case and spaces don't matter.
            seat_pass: the pass of an earlier visit; one for another room counts as none.
            offer: what ``offer`` returned; once it is used up, the pass decides.
            phone: the phone's connection.
            now: seconds on the caller's monotonic clock.
            network: of the phone's address, as limits count it.

        Raises:
            RoomNotFound: no open room has this code.
            RoomFull: all seats of the room are taken, or all that one address may have.
            SeatTaken: the offer is no longer good, and there is no pass.
            RoomReturning: a newcomer waits for the room's display, which knows the seats that are kept.
            TooManyGuesses: a newcomer waits, right code or wrong, or codes could be searched.
            TooManyJoins: too many phones of this address joined.
            TooManyReturns: this phone came back too often.
        """
        visitor = Visitor(phone, network, now)
        wanted = codes.read(code)
        held = self._read(seat_pass, SeatPass)
        if held and held.room != wanted:
            held = None
        if held is None:
            self._check_newcomer(visitor)
        room = self._rooms.get(wanted) or self._rebuilt(held, now)
        if room is None:
            if held is None:  # a pass for this very code is no guess, and its phone asks again until the room is open
                self._limits.guesses.note_wrong(visitor.network, now)
            raise RoomNotFound(f"Room {wanted or code} is not open. Look at the code on the screen.")
        held = held if held and held.birth == room.birth else None
        if held is None and room.awaits_display:
            raise RoomReturning(f"Room {room.code} is coming back.", RETURNING_S)
        if held:
            self._limits.note_return(f"{held.room} {held.birth} {held.key}", now)
        known = room.seat_for(held)
        if offer:
            return self._take_over(room, offer, known, visitor)
        return room.assign(known, phone) if known else self._add_seat(room, held, visitor)

    def offer(self, room: Room, number: int) -> str:
        """Let another phone take the seat of one that is away; return what that one has to bring.

        Raises:
            BadMessage: nobody has this seat, or its phone is here.
        """
        return room.offer(number, self._below)

    def recorded(self, right: str) -> Room:
        """Return the room that somebody has the right to record.

        Raises:
            BadPass: the right is not one that this server's secret has signed.
            RoomNotFound: the room is not open.
        """
        try:
            code = self._passes.read(right, RecordPass).room
        except BadPass:
            raise BadPass("Only whoever runs this server may record. Give its own folder as --instance.") from None
        room = self._rooms.get(code)
        if room is None:
            raise RoomNotFound(f"Room {code} is not open. Look at the code on the screen.")
        return room

    def host_pass(self, room: Room) -> str:
        """Return the pass with which a display comes back to its room; a new one after every new seat."""
        return self._passes.sign(HostPass(room.code, room.birth, room.highest, self._opener))

    def seat_pass(self, room: Room, seat: Seat) -> str:
        """Return the pass with which a phone comes back to its seat."""
        return self._passes.sign(SeatPass(room.code, room.birth, seat.number, seat.key, seat.generation))

    def are_guesses_spent(self, now: float) -> bool:
        """Whether so many wrong codes came that some newcomers have to wait."""
        return self._limits.guesses.is_spent(now)

    def expire(self, now: float) -> tuple[list[Room], list[tuple[Room, Seat]]]:
        """Close rooms whose display stayed away too long, free seats whose phone did; return both.

        While phones are in a room, it waits for its display much longer: they were told that they keep their place.
        """
        closed, self._closed = self._closed, []
        for room in self:
            if not room.display and self._is_idle(room, now):
                closed.append(self._rooms.pop(room.code))
        freed = [(room, seat) for room in self for seat in list(room.seats.values()) if self._is_free(seat, now)]
        for room, seat in freed:
            room.free(seat)
        for room in self:
            if not room.is_expecting(now, self._settings.seat_idle_seconds):
                room.highest = max(room.seats, default=0)
        self._limits.forget(now)
        return closed, freed

    def _check_newcomer(self, visitor: Visitor) -> None:
        if not self._is_code_public():
            self._limits.check_guess(visitor.network, visitor.now)
        self._limits.check_join(visitor.network, visitor.now)

    def _is_code_public(self) -> bool:
        """Say whether there is no code to search for: on a LAN with one room, ``/join`` leads into it without one."""
        return not self._settings.public and len(self._rooms) == 1

    def _add_seat(self, room: Room, held: SeatPass | None, visitor: Visitor) -> Joining:
        limit = self._settings.per_address.seats
        if held is None and len(room.seats) >= limit and room.seats_of(visitor.network) >= limit:
            raise RoomFull(f"Room {room.code} has as many phones of this network as it takes. Try again later.")
        is_expecting = room.is_expecting(visitor.now, self._settings.seat_idle_seconds)
        joining = room.add_seat(visitor, held, self._settings.phones_per_room, is_expecting, self._below)
        if held is None:
            self._limits.note_join(visitor.network, visitor.now)
        return joining

    def _is_idle(self, room: Room, now: float) -> bool:
        settings = self._settings
        if room.phones():
            return now - room.display_away_since >= settings.busy_room_seconds
        kept = settings.room_idle_seconds if room.seats else settings.empty_room_seconds
        return now - room.quiet_since >= min(kept, settings.room_idle_seconds)

    def _is_free(self, seat: Seat, now: float) -> bool:
        return not seat.connection and now - seat.away_since >= self._settings.seat_idle_seconds

    def _read(self, text: str | None, kind: type[AnyPass]) -> AnyPass | None:
        if not text:
            return None
        try:
            return self._passes.read(text, kind)
        except BadPass:
            return None  # whoever has no valid pass is a newcomer

    def _restored(self, code: str, birth: int, now: float) -> Room | None:
        """Return the room of a pass, rebuilt if a restart forgot it; None if a later room has its code."""
        room = self._rooms.get(code) or self._new_room(code, now, birth)
        return room if room.birth == birth else None

    def _rebuilt(self, held: SeatPass | None, now: float) -> Room | None:
        """Return the room of a seat pass, if it can have been open when the server restarted.

        Later than that a phone's old pass would only bring back a room that has ended.
        """
        if held is None or now - self._started > self._settings.room_idle_seconds:
            return None
        known = held.room in self._rooms
        room = self._restored(held.room, held.birth, now)
        if room and not known:
            room.awaits_display = True
        return room

    def _newcomers_room(self, network: str, now: float) -> Room:
        own = sum(room.network == network for room in self)
        if own >= self._settings.per_address.rooms and not self._close_vacant(network):
            raise TooManyRooms(f"This network has {own} rooms open, which is all that one may have. Close one display.")
        if len(self) >= self._settings.rooms and not self._close_vacant():
            raise TooManyRooms(f"This server has {len(self)} rooms open, which is all it takes. Close one display.")
        return self._new_room(codes.make(self._settings.code_length, self._rooms, self._below), now)

    def _new_room(self, code: str, now: float, birth: int | None = None) -> Room:
        if len(self) >= 2 * self._settings.rooms and not self._close_vacant():
            raise TooManyRooms(f"This server has {len(self)} rooms open, which is all it takes. Close one display.")
        room = Room(
            code, self._below(2**48) if birth is None else birth, VisualState(self._visual), display_away_since=now
        )
        room.events = RoomEvents(now)
        room.rebuilt_at = None if birth is None else now
        self._rooms[code] = room
        return room

    def _close_vacant(self, network: str | None = None) -> bool:
        """Close the oldest room that has neither display nor seats, for a new one; False if there is none."""
        vacant = (room for room in self if room.is_vacant and network in (None, room.network))
        room = next(vacant, None)
        if room:
            self._closed.append(self._rooms.pop(room.code))
        return room is not None

    def _take_over(self, room: Room, offer: str, own: Seat | None, visitor: Visitor) -> Joining:
        """Seat a phone where another one is away.

        Raises:
            SeatTaken: the offer is not good, and there is no seat of its own.
            TooManyGuesses: too many wrong offers came; its own seat, if it has one, is for it all the same.
        """
        try:
            self._limits.check_guess(visitor.network, visitor.now)
        except TooManyGuesses:
            if own is None:
                raise
            return room.assign(own, visitor.connection)
        seat = room.offered_seat(codes.read(offer))
        if seat:
            return room.take_over(seat, visitor, own)
        self._limits.guesses.note_wrong(visitor.network, visitor.now)
        if own:
            return room.assign(own, visitor.connection)
        raise SeatTaken("This place is taken by now. Scan the code on the screen to get one of your own.")
