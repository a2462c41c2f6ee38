"""Tells phones and displays what concerns them."""

import random
from collections.abc import Iterable

import socketio

from controller_app.core.protocol import DISPLAY_NAMESPACE, PHONE_NAMESPACE, Ended, Message, Reason
from controller_app.core.rooms import Room, Seat
from controller_app.web.wire.hangup import hang_up

NORMAL_CLOSURE = 1000
"""The WebSocket's close code of a connection that has done its work (RFC 6455, 7.4.1)."""

ENDINGS: dict[Reason, str] = {
    "room_closed": "This room is closed. Look at the screen for a new code.",
    "replaced": "This place is now used on another page.",
    "server_restarting": "The screen is restarting. You keep your place.",
}


class Post:
    """Addresses messages: to one phone, to all phones of a room, to its display."""

    def __init__(self, server: socketio.Server) -> None:
        self._server = server
        self._is_open = True

    def to_phone(self, seat: Seat, message: Message) -> None:
        """Tell one phone, if it is here."""
        if seat.connection:
            self.tell(PHONE_NAMESPACE, seat.connection, message)

    def to_phones(self, room: Room, message: Message) -> None:
        """Tell every phone of a room that is here."""
        for connection in room.phones():
            self.tell(PHONE_NAMESPACE, connection, message)

    def to_display(self, room: Room, message: Message) -> None:
        """Tell a room's display, if it is here."""
        if room.display:
            self.tell(DISPLAY_NAMESPACE, room.display, message)

    def tell(self, namespace: str, connection: str, message: Message) -> None:
        """Tell one connection."""
        if self._is_open:
            self._server.emit(message.event, message.plain(), to=connection, namespace=namespace)

    def say_goodbye(self, rooms: Iterable[Room], within: int) -> None:
        """Tell everyone that the server restarts; nothing is told after that.

        Args:
            rooms: all that are open.
            within: milliseconds over which phones spread their return, so that they don't come as a herd.
        """
        for room in rooms:
            self.to_display(room, _ended("server_restarting"))
            for connection in room.phones():
                self.tell(PHONE_NAMESPACE, connection, _ended("server_restarting", random.randrange(within)))
        self._is_open = False

    def end(self, namespace: str, connection: str, reason: Reason) -> None:
        """Tell one connection that it ends and why, and end it without waiting for it."""
        self.tell(namespace, connection, _ended(reason))
        engine_id = self._server.manager.eio_sid_from_sid(connection, namespace)
        if engine_id:
            hang_up(self._server, engine_id, NORMAL_CLOSURE, reason)


def _ended(reason: Reason, after: int = 0) -> Ended:
    return Ended(reason, ENDINGS[reason], after)
