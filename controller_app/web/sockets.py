"""One Socket.IO namespace per role. A handler parses, asks the core, and tells those concerned."""

import random
from collections.abc import Callable
from functools import partial, wraps
from typing import Any, NamedTuple, NoReturn, TypeVar

import gevent
import socketio
from flask import request
from flask_socketio import Namespace
from socketio.exceptions import ConnectionRefusedError

from controller_app.core.play import OWN, Play, plain
from controller_app.core.protocol import (
    DISPLAY_NAMESPACE,
    PHONE_NAMESPACE,
    RECORDER_NAMESPACE,
    Away,
    Back,
    Choose,
    Chosen,
    Complain,
    Controls,
    DisplayHere,
    Ended,
    Equip,
    Join,
    Joined,
    Late,
    Leave,
    Left,
    Listen,
    Message,
    Offer,
    Offered,
    Open,
    Opened,
    Pad,
    Press,
    Pressed,
    Reason,
    Remember,
    Said,
    Say,
    Seated,
    Show,
    Shown,
    Tap,
    Tapped,
    Tell,
    Tilt,
)
from controller_app.core.rooms import Room, Seat
from controller_app.core.stream import Stream
from controller_app.errors import (
    BadMessage,
    ControllerError,
    RoomFull,
    RoomNotFound,
    RoomReturning,
    SeatTaken,
    TooManyGuesses,
)
from controller_app.web.complaints import Complaints
from controller_app.web.parts import Parts
from controller_app.web.recorders import Recorder
from controller_app.web.wire.outlet import Outlet
from controller_app.web.wire.samples import SampleSink, bind

Handler = TypeVar("Handler", bound=Callable[..., Any])

REFUSALS: dict[type[ControllerError], Reason] = {
    RoomNotFound: "not_found",
    RoomFull: "full",
    SeatTaken: "taken",
    RoomReturning: "busy",
    TooManyGuesses: "busy",
}
"""Why a connection was refused, as a page can show it; anything else is misbehaviour."""

TRY_AGAIN = range(2000, 6000)
"""Milliseconds after which a phone that was refused since the server is busy comes back."""


def connection_id() -> str:
    """Return the connection that the handler runs for; the one place that knows where Flask-SocketIO keeps it."""
    connection: str = request.sid  # type: ignore[attr-defined]
    return connection


def answered(handler: Handler) -> Handler:
    """Turn a ControllerError into a word to the one who caused it; the door counts how often."""

    @wraps(handler)
    def answer(self: "RoleNamespace", *raw: object) -> object:
        try:
            return handler(self, *raw)
        except ControllerError as error:
            self.parts.door.refuse(self.engine_id(), error)
            return None

    return answer  # type: ignore[return-value]


class RoleNamespace(Namespace):
    """What all roles share."""

    server: socketio.Server
    namespace: str

    def __init__(self, name: str, parts: Parts) -> None:
        super().__init__(name)
        self.parts = parts

    def engine_id(self) -> str:
        """Return the Engine.IO id under which the door knows this connection."""
        engine: str = self.server.manager.eio_sid_from_sid(connection_id(), self.namespace)
        return engine

    def tell(self, message: Message) -> None:
        """Tell the connection that the handler runs for."""
        self.parts.post.tell(self.namespace, connection_id(), message)

    def on_clock(self, _: object = None) -> int:
        """Return the server's clock in milliseconds; travels as the acknowledgement."""
        return int(self.parts.clock() * 1000)

    def refuse(self, error: ControllerError) -> NoReturn:
        """Refuse the connection that the handler runs for, with a reason its page can show."""
        self.parts.door.strike(self.engine_id())
        reason = REFUSALS.get(type(error), "misbehaved")
        ended = Ended(reason, error.sentence, random.choice(TRY_AGAIN) if reason == "busy" else 0)
        raise ConnectionRefusedError(error.sentence, ended.plain())


class DisplayNamespace(RoleNamespace):
    """Displays open rooms and show what phones do."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(DISPLAY_NAMESPACE, parts)
        self._rooms: dict[str, Room] = {}

    def on_connect(self, auth: object = None) -> None:
        """Open a room, or the room of the display's host pass."""
        try:
            wish = Open.parse(auth or {})
            opened = self.parts.rooms.open(wish.host, connection_id(), self.parts.clock())
        except ControllerError as error:
            self.refuse(error)
        room = self._rooms[connection_id()] = opened.room
        if opened.replaced:
            self.parts.post.end(DISPLAY_NAMESPACE, opened.replaced, "replaced")
        self.tell(self._all_there_is(room))
        self.tell(self.parts.recorders.state(room))
        self.parts.pumps.start(room, Outlet(self.server, DISPLAY_NAMESPACE, connection_id()))
        self.parts.post.to_phones(room, DisplayHere(True))

    def on_disconnect(self, _reason: str = "") -> None:
        """Keep the room for the display to come back to."""
        room = self._rooms.pop(connection_id(), None)
        if room and self.parts.rooms.display_gone(room, connection_id(), self.parts.clock()):
            self.parts.pumps.stop(room)
            self.parts.post.to_phones(room, DisplayHere(False))

    @answered
    def on_show(self, raw: object = None) -> None:
        """Change the visual for everyone in the room."""
        wish = Show.parse(raw)
        card = self.parts.visuals.get(wish.visual)
        if card is None:
            raise BadMessage(f"There is no visual '{wish.visual}'. There are: {', '.join(self.parts.visuals)}.")
        room = self._room()
        room.play = Play(card.name)
        self.parts.post.to_display(room, Shown(card))
        self.parts.post.to_phones(room, Shown(card))

    @answered
    def on_offer(self, raw: object = None) -> None:
        """Let another phone take the seat of one that is away."""
        wish = Offer.parse(raw)
        room = self._room()
        path = f"{room.code}/{self.parts.rooms.offer(room, wish.number)}"
        self.tell(Offered(wish.number, f"{self.parts.links.typed}/{path}", f"/qr/{path}.svg"))

    @answered
    def on_equip(self, raw: object = None) -> None:
        """Change what phones offer the hand."""
        wish = Equip.parse(raw)
        room = self._room()
        room.play.changed = wish.controls
        self.parts.post.to_phones(room, wish)

    @answered
    def on_remember(self, raw: object = None) -> None:
        """Keep something for the visual, and let its phones know unless it is the display's own."""
        wish = Remember.parse(raw)
        room = self._room()
        room.play.remember(wish.name, wish.value)
        if not wish.name.startswith(OWN):
            self.parts.post.to_phones(room, wish)

    @answered
    def on_tell(self, raw: object = None) -> None:
        """Pass on what a visual has to say to one phone."""
        wish = Tell.parse(raw)
        seat = self._room().seats.get(wish.phone)
        if seat:
            self.parts.post.to_phone(seat, wish)

    def _room(self) -> Room:
        room = self._rooms.get(connection_id())
        if room is None:
            raise BadMessage("This display has no room. Reload its page.")
        return room

    def _all_there_is(self, room: Room) -> Opened:
        return Opened(
            room=room.code,
            host_pass=self.parts.rooms.host_pass(room),
            address=self.parts.links.typed,
            link=self.parts.links.phone(room.code),
            seats=room.cards(),
            visual=self.parts.visuals[room.play.visual],
            visuals=list(self.parts.visuals.values()),
            state=room.play.state,
        )


class Place(NamedTuple):
    """Where a connection sits, and what it streams there."""

    room: Room
    seat: Seat
    stream: Stream


class PhoneNamespace(RoleNamespace):
    """Phones take seats and send what the hand does."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(PHONE_NAMESPACE, parts)
        self._places: dict[str, Place] = {}
        self._complaints = Complaints(parts.post, parts.clock)

    def on_connect(self, auth: object = None) -> None:
        """Seat the phone: joining is connecting."""
        try:
            wish = Join.parse(auth)
            joined = self.parts.rooms.join(wish.room, wish.seat, connection_id(), self.parts.clock(), wish.offer)
        except ControllerError as error:
            self.refuse(error)
        room, seat = joined.room, joined.seat
        late = partial(gevent.spawn, self._tell_late, connection_id())
        place = self._places[connection_id()] = Place(room, seat, Stream(room.frames, seat.number, late))
        if joined.replaced:
            self._end_replaced(joined.replaced)
        bucket = self.parts.door.bucket(self.engine_id())
        bind(request.environ, SampleSink(place.stream, bucket, self.parts.clock))
        if joined.freed:
            self.parts.post.to_display(room, Left(joined.freed.number))
        here = Joined(seat.card(), self.parts.rooms.host_pass(room)) if joined.fresh else Back(seat.number)
        self.parts.post.to_display(room, here)
        self.tell(self._seated(room, seat))

    def on_disconnect(self, _reason: str = "") -> None:
        """Keep the seat for the phone to come back to."""
        bind(request.environ, None)
        place = self._places.pop(connection_id(), None)
        if place and self.parts.rooms.phone_gone(place.seat, connection_id(), self.parts.clock()):
            self.parts.post.to_display(place.room, Away(place.seat.number))

    @answered
    def on_tilt(self, raw: object = None) -> None:
        """Take a tilt that came the long way: over long-polling, or because it needs an answer."""
        tilt = Tilt.parse(raw)
        self._place().stream.tilt(tilt, self.parts.clock())

    @answered
    def on_pad(self, raw: object = None) -> None:
        """Take a pad sample that came the long way."""
        pad = Pad.parse(raw)
        self._place().stream.pad(pad, self.parts.clock())

    @answered
    def on_tap(self, raw: object = None) -> bool:
        """Pass a tap on, after the samples that came before it; return whether the display has it or gets it."""
        tap = Tap.parse(raw)
        room, seat, _ = self._place()
        if seat.taps.knows(tap):
            return True
        if room.display is None or not seat.taps.admits(tap, self.parts.clock()):
            return False
        self.parts.pumps.flush(room)
        self.parts.post.to_display(room, Tapped(seat.number, tap))
        seat.taps.note(tap)
        return True

    @answered
    def on_press(self, raw: object = None) -> None:
        """Pass a button on, after the samples that came before it; one that has just gone is nobody's fault."""
        press = Press.parse(raw)
        room, seat, _ = self._place()
        if any(button.name == press.name for button in self._controls(room).buttons):
            self.parts.pumps.flush(room)
            self.parts.post.to_display(room, Pressed(seat.number, press.name, press.down))

    @answered
    def on_choose(self, raw: object = None) -> bool:
        """Pass a choice on; return whether it was there to choose."""
        choice = Choose.parse(raw)
        room, seat, _ = self._place()
        if not any(button.name == choice.name for button in self._controls(room).choices):
            return False
        self.parts.post.to_display(room, Chosen(seat.number, choice.name))
        return room.display is not None

    @answered
    def on_say(self, raw: object = None) -> bool:
        """Pass on what a person wrote, cleaned; return whether there was something to pass on, and to whom."""
        said = Say.parse(raw)
        room, seat, _ = self._place()
        text = plain(said.text, self._controls(room).text)
        if text:
            self.parts.post.to_display(room, Said(seat.number, text))
        return bool(text) and room.display is not None

    @answered
    def on_complain(self, raw: object = None) -> None:
        """Pass an error of the phone's page on to the author who is at work, if there is one."""
        wish = Complain.parse(raw)
        room, seat, _ = self._place()
        if not self.parts.settings.dev:
            raise BadMessage("Errors of a phone's page are taken only while the server runs with --dev.")
        self._complaints.take(room, seat, wish)

    @answered
    def on_leave(self, raw: object = None) -> None:
        """Free the seat."""
        Leave.parse(raw)
        room, seat, _ = self._place()
        del self._places[connection_id()]
        bind(request.environ, None)
        self.parts.rooms.leave(room, seat)
        self.parts.post.to_display(room, Left(seat.number))

    def _controls(self, room: Room) -> Controls:
        return room.play.controls(self.parts.visuals[room.play.visual].controls)

    def _place(self) -> Place:
        place = self._places.get(connection_id())
        if place is None:
            raise BadMessage("This phone has no seat. Scan the code on the display again.")
        return place

    def _end_replaced(self, connection: str) -> None:
        self._places.pop(connection, None)
        environ = self.server.get_environ(connection, namespace=PHONE_NAMESPACE)
        if environ:
            bind(environ, None)
        self.parts.post.end(PHONE_NAMESPACE, connection, "replaced")

    def _tell_late(self, connection: str, age: int) -> None:
        self.parts.post.tell(PHONE_NAMESPACE, connection, Late(age))

    def _seated(self, room: Room, seat: Seat) -> Seated:
        return Seated(
            room=room.code,
            seat=seat.card(),
            seat_pass=self.parts.rooms.seat_pass(room, seat),
            visual=self.parts.visuals[room.play.visual],
            controls=self._controls(room),
            state=room.play.shared,
            display_here=room.display is not None,
            hertz=room.pace.hertz,
            https_port=self.parts.links.motion_port,
            dev=self.parts.settings.dev,
        )


class RecorderNamespace(RoleNamespace):
    """Whoever runs the server may write down what phones do. A recorder hears, and says nothing."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(RECORDER_NAMESPACE, parts)

    def on_connect(self, auth: object = None) -> None:
        """Begin a recording, and let the room's display say so."""
        try:
            wish = Listen.parse(auth or {})
            room = self.parts.rooms.recorded(wish.right)
        except ControllerError as error:
            self.refuse(error)
        out = Outlet(self.server, RECORDER_NAMESPACE, connection_id())
        recorder = Recorder(room, out, self.parts.clock, wish.motion)
        self.parts.recorders.add(connection_id(), recorder)
        recorder.start(self.parts.pumps)
        self.parts.post.to_display(room, self.parts.recorders.state(room))

    def on_disconnect(self, _reason: str = "") -> None:
        """End the recording."""
        recorder = self.parts.recorders.remove(connection_id())
        if recorder:
            self.parts.post.to_display(recorder.room, self.parts.recorders.state(recorder.room))
