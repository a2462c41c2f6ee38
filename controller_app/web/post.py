"""Tells phones and displays what concerns them."""

import gevent
import socketio

from controller_app.core.protocol import DISPLAY_NAMESPACE, PHONE_NAMESPACE, Ended, Message, Reason
from controller_app.core.rooms import Room, Seat

GRACE = 1.0
"""Seconds in which a client may hang up by itself once it was told that its connection ends."""

ENDINGS: dict[Reason, str] = {
    "room_closed": "This room is closed. Look at the screen for a new code.",
    "replaced": "This place is now used on another page.",
    "removed": "The host has ended your turn. Thank you for playing.",
    "server_restarting": "The screen is restarting. You keep your place.",
    "misbehaved": "This connection sent what it should not, so it was closed. Scan the code again.",
    "not_found": "This room is not open. Look at the code on the screen.",
    "full": "This room is full. Try again when someone has left.",
}


class Post:
    """Addresses messages: to one phone, to all phones of a room, to its display."""

    def __init__(self, server: socketio.Server) -> None:
        self._server = server

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
        self._server.emit(message.event, message.plain(), to=connection, namespace=namespace)

    def end(self, namespace: str, connection: str, reason: Reason, after: int = 0) -> None:
        """Tell one connection that it ends and why, and end it without waiting for it.

        Args:
            namespace: the connection's.
            connection: whom to end.
            reason: what the page shows.
            after: milliseconds the page should wait before it comes back.
        """
        self.tell(namespace, connection, Ended(reason, ENDINGS[reason], after))
        # The library's disconnect waits for a queue that a stuck client never takes, so it gets a greenlet of its own.
        gevent.spawn(self._hang_up, namespace, connection)

    def _hang_up(self, namespace: str, connection: str) -> None:
        engine = self._server.manager.eio_sid_from_sid(connection, namespace)
        self._server.disconnect(connection, namespace=namespace)
        gevent.sleep(GRACE)
        if engine in self._server.eio.sockets:
            self._server.eio.disconnect(engine)
