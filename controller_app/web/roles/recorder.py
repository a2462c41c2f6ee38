"""Recorder role: hears what the phones of a room do."""

from controller_app.core.protocol import RECORDER_NAMESPACE, Listen
from controller_app.errors import ControllerError
from controller_app.web.context import Parts
from controller_app.web.relay.recordings import Recorder
from controller_app.web.roles.base import Role, connection_id
from controller_app.wire.sender import Outlet


class RecorderRole(Role):
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
