"""Notifier: sends events to the phones and displays concerned."""

import random
from collections.abc import Iterable

import socketio

from controller_app.core import returns
from controller_app.core.protocol import DISPLAY, PHONE, Ended, Message, Reason, Role
from controller_app.core.room import Room
from controller_app.core.seat import Seat
from controller_app.web.relay.recordings import Recorders
from controller_app.wire.closing import hang_up
from controller_app.wire.sender import Sender, text_of

NORMAL_CLOSURE = 1000
"""The WebSocket's close code of a connection that has done its work (RFC 6455, 7.4.1)."""

ENDINGS: dict[Reason, str] = {
    "room_closed": "This room is closed. Look at the screen for a new code.",
    "replaced": "This place is now used on another page.",
    "server_restarting": "The screen is restarting. You keep your place.",
}


class Notifier:
    """Addresses messages: to one phone, to all phones of a room, to its display and other watchers."""

    def __init__(self, server: socketio.Server, recorders: Recorders) -> None:
        self._server = server
        self._recorders = recorders
        self._is_open = True

    def to_phone(self, seat: Seat, message: Message) -> None:
        """Tell one phone, if it is here."""
        if seat.connection:
            self.tell(PHONE, seat.connection, message)

    def to_phones(self, room: Room, message: Message) -> None:
        """Tell every phone of a room that is here; the message is written once for all."""
        text = text_of(PHONE.namespace, message)
        for connection in room.phones():
            if self._is_open:
                Sender(self._server, PHONE.namespace, connection).send_text(text)

    def to_watchers(self, room: Room, message: Message) -> bool:
        """Tell a room's display, recordings, and other watchers whose role receives this message.

        Returns:
            Whether there is a display that gets it.
        """
        self._recorders.hear(room, message)
        for connection, role in room.watchers.items():
            if type(message) in role.receives:
                self.tell(role, connection, message)
        return room.display is not None and self.tell(DISPLAY, room.display, message)

    def tell(self, role: Role, connection: str, message: Message) -> bool:
        """Tell one connection; return whether it gets it."""
        return self._is_open and Sender(self._server, role.namespace, connection).send(message)

    def say_goodbye(self, rooms: Iterable[Room]) -> None:
        """Tell everyone in all these rooms that the server restarts; nothing is told after that.

        Displays come back at once, phones one after the other.
        """
        phones = []
        for room in rooms:
            self.to_watchers(room, _ended("server_restarting"))
            phones += room.phones()
        for connection, after in zip(phones, returns.waits(len(phones), random.randrange), strict=True):
            self.tell(PHONE, connection, _ended("server_restarting", after))
        self._is_open = False

    def end(self, role: Role, connection: str, reason: Reason) -> None:
        """Tell one connection that it ends and why, and end it without waiting for it."""
        self.tell(role, connection, _ended(reason))
        engine_id = self._server.manager.eio_sid_from_sid(connection, role.namespace)
        if engine_id:
            hang_up(self._server, engine_id, NORMAL_CLOSURE, reason)


def _ended(reason: Reason, after: int = 0) -> Ended:
    return Ended(reason, ENDINGS[reason], after)
