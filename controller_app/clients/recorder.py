"""Recorder: writes down what the phones of a room do, until the room ends."""

from collections.abc import Callable
from typing import Any, TextIO

import gevent
import msgspec
from gevent.event import Event

from controller_app.clients.room_address import RoomAddress
from controller_app.clients.socketio_client import REFUSED, SocketIoClient
from controller_app.core.protocol import RECORDER_NAMESPACE, Ended, Listen


class Recorder:
    """One recording."""

    def __init__(self, target: RoomAddress, wish: Listen, file: TextIO) -> None:
        """Begin to record.

        Raises:
            Gone: there is no such server.
        """
        self.notes = 0
        """Lines that were written so far."""
        self.ended: Ended | None = None
        """Why the server let nobody record, or no longer."""
        self._file = file
        self._fault: OSError | None = None
        self._line = SocketIoClient(target.server, RECORDER_NAMESPACE, wish, self._hear)

    def play(self, ends: Event) -> None:
        """Write until the room closes or ``ends`` is set.

        Raises:
            OSError: the file takes no more.
        """
        listening = gevent.spawn(self._line.listen)
        listening.link(lambda _: ends.set())
        ends.wait()
        self._line.close()
        listening.join()
        if self._fault:
            raise self._fault

    def _hear(self, event: str, data: Any) -> None:
        hearing: dict[str, Callable[[Any], None]] = {"noted": self._note, "ended": self._end, REFUSED: self._end}
        if event in hearing:
            hearing[event](data)

    def _note(self, data: Any) -> None:
        notes: str = data["notes"]
        try:
            self._file.write(notes)
            self._file.flush()  # what was seen is kept, however this ends
        except OSError as fault:  # such as a full disk
            self._fault = fault
            self._line.close()
        self.notes += notes.count("\n")

    def _end(self, data: Any) -> None:
        self.ended = msgspec.convert(data, Ended)
