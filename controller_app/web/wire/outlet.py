"""A display's way out: frames go to its connection as finished text, past the library's encoding."""

import msgspec
import socketio
from engineio.exceptions import EngineIOError
from engineio.packet import MESSAGE, Packet

from controller_app.core.protocol import DISPLAY_NAMESPACE, Frame

HEAD = f'2{DISPLAY_NAMESPACE},["{Frame.event}",'

_encode = msgspec.json.Encoder().encode


class Outlet:
    """The connection of one display, as the pump sees it."""

    def __init__(self, server: socketio.Server, connection: str) -> None:
        self._socket = server.eio.sockets[server.manager.eio_sid_from_sid(connection, DISPLAY_NAMESPACE)]

    @property
    def is_behind(self) -> bool:
        """Whether something sent earlier is still waiting to leave."""
        return bool(self._socket.queue.qsize() > 0)

    def send(self, frame: Frame) -> bool:
        """Queue a frame; False if the connection is gone."""
        try:
            self._socket.send(Packet(MESSAGE, f"{HEAD}{_encode(frame).decode()}]"))
        except EngineIOError:
            return False
        return True
