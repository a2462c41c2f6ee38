"""Recorder role: hears what the phones of a room do."""

from controller_app.core.protocol import RECORDER, Listen
from controller_app.errors import ControllerError
from controller_app.web.relay.recordings import Recorder
from controller_app.web.roles.base import RoleNamespace, connection_id
from controller_app.wire.sender import Sender


class RecorderNamespace(RoleNamespace):
    """Whoever runs the server may write down what phones do. A recorder hears, and says nothing."""

    role = RECORDER

    def on_connect(self, auth: object = None) -> None:
        """Begin a recording, and let the room's display say so."""
        try:
            wish = Listen.parse(auth or {})
            room = self.context.rooms.recorded(wish.right)
        except ControllerError as error:
            self.refuse(error)
        out = Sender(self.server, self.namespace, connection_id())
        recorder = Recorder(room, out, self.context.clock, wish.motion)
        self.context.recorders.add(connection_id(), recorder)
        room.watchers[connection_id()] = self.role
        recorder.start(self.context.pumps)
        self.context.notifier.to_watchers(room, self.context.recorders.state(room))

    def on_disconnect(self, _reason: str = "") -> None:
        """End the recording."""
        recorder = self.context.recorders.remove(connection_id())
        if recorder:
            del recorder.room.watchers[connection_id()]
            self.context.notifier.to_watchers(recorder.room, self.context.recorders.state(recorder.room))
