"""A role for tests: hosts, who watch a room beside its display."""

from controller_app.core.protocol import Away, Back, Clock, Code, Ended, Left, Message, Refused, Role, Show, Shown
from controller_app.core.room import Room
from controller_app.errors import ControllerError, RoomNotFound
from controller_app.web.context import ServerContext
from controller_app.web.roles.base import RoleNamespace, answered, connection_id


class Attend(Message, frozen=True):
    """Watch a room. Travels as the Socket.IO ``auth`` of the connection."""

    event = "attend"

    room: Code


HOST = Role("host", entry=Attend, sends=(Show, Clock), receives=(Away, Back, Left, Shown, Refused, Ended))


class HostNamespace(RoleNamespace):
    """Hosts hear who comes and goes, and choose the visual."""

    role = HOST

    def __init__(self, context: ServerContext) -> None:
        super().__init__(context)
        self._rooms: dict[str, Room] = {}

    def on_connect(self, auth: object = None) -> None:
        """Watch the room."""
        try:
            wish = Attend.parse(auth)
            room = next((room for room in self.context.rooms if room.code == wish.room), None)
            if room is None:
                raise RoomNotFound(f"Room {wish.room} is not open.")
        except ControllerError as error:
            self.refuse(error)
        room.watchers[connection_id()] = self.role
        self._rooms[connection_id()] = room

    def on_disconnect(self, _reason: str = "") -> None:
        """Watch no more."""
        room = self._rooms.pop(connection_id(), None)
        if room:
            del room.watchers[connection_id()]

    @answered
    def on_show(self, raw: object = None) -> None:
        """Tell everyone in the room of a visual."""
        shown = Shown(self.context.visuals[Show.parse(raw).visual])
        room = self._rooms[connection_id()]
        self.context.notifier.to_watchers(room, shown)
        self.context.notifier.to_phones(room, shown)
