"""Phone role: takes a seat, sends samples, taps and choices."""

from functools import partial
from typing import NamedTuple

import gevent
from flask import request

from controller_app.core.protocol import (
    PHONE,
    STREAMS,
    Away,
    Back,
    Choose,
    Chosen,
    Complain,
    Controls,
    Join,
    Joined,
    Late,
    Leave,
    Left,
    Message,
    Press,
    Pressed,
    Said,
    Sample,
    Say,
    Seated,
    Tap,
    Tapped,
)
from controller_app.core.room import Room
from controller_app.core.sample_filter import SampleFilter
from controller_app.core.seat import Seat
from controller_app.core.text import plain
from controller_app.errors import BadMessage, ControllerError
from controller_app.web.context import ServerContext
from controller_app.web.roles.base import RoleNamespace, answered, connection_id
from controller_app.wire.event_gate import EventGate
from controller_app.wire.fast_path import SampleSink, bind


class Seating(NamedTuple):
    """Where a connection sits, and what it streams there."""

    room: Room
    seat: Seat
    samples: SampleFilter


class PhoneNamespace(RoleNamespace):
    """Phones take seats and send what the hand does."""

    role = PHONE

    def __init__(self, context: ServerContext) -> None:
        super().__init__(context)
        self._places: dict[str, Seating] = {}
        for stream in STREAMS:
            setattr(self, f"on_{stream.event}", partial(self._on_sample, stream))

    def on_connect(self, auth: object = None) -> None:
        """Seat the phone: joining is connecting."""
        try:
            wish = Join.parse(auth)
            joined = self.context.rooms.join(
                wish.room, wish.seat, connection_id(), self.context.clock(), wish.offer, self.network()
            )
        except ControllerError as error:
            self.refuse(error)
        room, seat = joined.room, joined.seat
        late = partial(gevent.spawn, self._tell_late, connection_id())
        place = self._places[connection_id()] = Seating(room, seat, SampleFilter(room.frames, seat.number, late))
        if joined.replaced:
            self._end_replaced(joined.replaced)
        self._open_the_short_way(place)
        if joined.freed:
            self.context.notifier.to_watchers(room, Left(joined.freed.number))
        here = Joined(seat.card(), self.context.rooms.host_pass(room)) if joined.fresh else Back(seat.number)
        self.context.notifier.to_watchers(room, here)
        self.tell(self._seated(room, seat))

    def on_disconnect(self, _reason: str = "") -> None:
        """Keep the seat for the phone to come back to."""
        bind(request.environ, None)
        place = self._places.pop(connection_id(), None)
        if place and place.samples.has_passed:
            place.seat.has_played = True
        if place and place.seat.phone_gone(connection_id(), self.context.clock()):
            self.context.notifier.to_watchers(place.room, Away(place.seat.number))

    @answered
    def on_tap(self, raw: object = None) -> bool:
        """Pass a tap on, after the samples that came before it; return whether the display has it or gets it."""
        tap = Tap.parse(raw)
        room, seat, _ = self._place()
        seat.has_played = True

        def pass_on() -> bool:
            return room.display is not None and self._pass_on(room, seat, Tapped(seat.number, tap))

        return seat.taps.accept(tap, self.context.clock(), pass_on)

    @answered
    def on_press(self, raw: object = None) -> None:
        """Pass a button on, after the samples that came before it; one that has just gone is nobody's fault."""
        press = Press.parse(raw)
        room, seat, _ = self._place()
        if any(button.name == press.name for button in self._controls(room).buttons):
            self._pass_on(room, seat, Pressed(seat.number, press.name, press.down))

    @answered
    def on_choose(self, raw: object = None) -> bool:
        """Pass a choice on; return whether it was there to choose."""
        choice = Choose.parse(raw)
        room, seat, _ = self._place()
        is_there = any(button.name == choice.name for button in self._controls(room).choices)
        if not is_there or not seat.events.admit_words(self.context.clock()):
            return False
        self.context.notifier.to_watchers(room, Chosen(seat.number, choice.name))
        return room.display is not None

    @answered
    def on_say(self, raw: object = None) -> bool | str:
        """Pass on what a person wrote, cleaned; return whether the display gets it, or why not."""
        said = Say.parse(raw)
        room, seat, _ = self._place()
        letters = self._controls(room).text
        if not letters:
            return False
        text = plain(said.text, letters)
        if not text:
            return "empty"
        if not seat.events.admit_words(self.context.clock()):
            return "too_many"
        self.context.notifier.to_watchers(room, Said(seat.number, text))
        return room.display is not None

    @answered
    def on_complain(self, raw: object = None) -> None:
        """Pass an error of the phone's page on to the author who is at work, if there is one."""
        wish = Complain.parse(raw)
        room, seat, _ = self._place()
        self.context.complaints.of_phone(room, seat, wish)

    @answered
    def on_leave(self, raw: object = None) -> None:
        """Free the seat."""
        Leave.parse(raw)
        room, seat, _ = self._place()
        del self._places[connection_id()]
        bind(request.environ, None)
        room.free(seat)
        self.context.notifier.to_watchers(room, Left(seat.number))

    @answered
    def _on_sample(self, stream: type[Sample], raw: object = None) -> None:
        """Take a sample that came the long way: over long-polling, or because it needs an answer."""
        sample = stream.parse(raw)
        self._place().samples.put(sample, self.context.clock())

    def _open_the_short_way(self, place: Seating) -> None:
        """Let the samples of a seat past the handlers, and count its events before they reach them."""
        gateway, engine_id = self.context.gateway, self.engine_id()
        gate = EventGate(place.seat.events, self.context.clock, partial(gateway.too_many, engine_id))
        sink = SampleSink(place.samples, gateway.bucket(engine_id), self.context.clock)
        if not bind(request.environ, sink, gate):
            gateway.poll_through(engine_id, gate)

    def _pass_on(self, room: Room, seat: Seat, fact: Message) -> bool:
        """Tell what a phone did, after its samples from before; return whether there is a display that gets it."""
        self.context.pumps.flush(room, seat.number)
        return self.context.notifier.to_watchers(room, fact)

    def _controls(self, room: Room) -> Controls:
        return room.play.controls(self.context.visuals[room.play.visual].controls)

    def _place(self) -> Seating:
        place = self._places.get(connection_id())
        if place is None:
            raise BadMessage("This phone has no seat. Scan the code on the display again.")
        return place

    def _end_replaced(self, connection: str) -> None:
        self._places.pop(connection, None)
        environ = self.server.get_environ(connection, namespace=self.namespace)
        if environ:
            bind(environ, None)
        self.context.notifier.end(self.role, connection, "replaced")

    def _tell_late(self, connection: str, age: int) -> None:
        self.context.notifier.tell(self.role, connection, Late(age))

    def _seated(self, room: Room, seat: Seat) -> Seated:
        return Seated(
            room=room.code,
            seat=seat.card(),
            seat_pass=self.context.rooms.seat_pass(room, seat),
            visual=self.context.visuals[room.play.visual].for_phones(),
            controls=self._controls(room),
            state=room.play.shared,
            display_here=room.display is not None,
            hertz=room.pace.hertz,
            https_port=self.context.links.motion_port,
            dev=self.context.settings.dev,
        )
