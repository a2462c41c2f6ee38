"""Running recordings: events of a room passed on to its recorders."""

from collections.abc import Callable

from controller_app.core import recording
from controller_app.core.protocol import Frame, Message, Noted, Recording
from controller_app.core.recording import Note
from controller_app.core.room import Room
from controller_app.web.relay.pump import Pump, Pumps
from controller_app.wire.sender import Sender


class Recorder:
    """One recording of one room. Its motion comes by a pump of its own, so that nobody waits for whoever writes."""

    def __init__(self, room: Room, out: Sender, clock: Callable[[], float], has_motion: bool) -> None:
        """``clock`` gives seconds, monotonic."""
        self.room = room
        self.has_motion = has_motion
        self._out = out
        self._clock = clock
        self._began = clock()
        self._pump: Pump | None = None
        here = sorted(seat.number for seat in room.seats.values() if seat.connection)
        self._tell(recording.Began(0, 1, room.play.visual, has_motion), *(recording.Came(0, number) for number in here))

    def start(self, pumps: Pumps) -> None:
        """Hear motion, if it is wanted."""
        if self.has_motion:
            self._pump = pumps.pump(self.room.frames, self)

    def stop(self) -> None:
        """Hear nothing more."""
        if self._pump:
            self._pump.stop()

    def hear(self, message: Message) -> None:
        """Note what a display is told, after the motion that came before it."""
        note = recording.note_of(self._now(), message)
        if note:
            if self._pump:
                self._pump.flush()
            self._tell(note)

    # As the pump's way out

    @property
    def is_behind(self) -> bool:
        """Whether something sent earlier is still waiting to leave."""
        return self._out.is_behind

    def send(self, frame: Frame) -> bool:
        """Note the samples of a frame; False if nobody writes any more."""
        return self._tell(*recording.motion_of(self._now(), frame))

    def _tell(self, *notes: Note) -> bool:
        return self._out.send(Noted(recording.text_of(notes)))

    def _now(self) -> int:
        return round((self._clock() - self._began) * 1000)


class Recorders:
    """All recordings that are being made, by the connection of whoever makes them."""

    def __init__(self) -> None:
        self._recorders: dict[str, Recorder] = {}

    def add(self, connection: str, recorder: Recorder) -> None:
        """Begin a recording."""
        self._recorders[connection] = recorder

    def remove(self, connection: str) -> Recorder | None:
        """End a recording, and return it."""
        recorder = self._recorders.pop(connection, None)
        if recorder:
            recorder.stop()
        return recorder

    def hear(self, room: Room, message: Message) -> None:
        """Let recordings of a room hear what its display is told."""
        for recorder in self._of(room):
            recorder.hear(message)

    def state(self, room: Room) -> Recording:
        """Return what a display has to say of it."""
        recorders = self._of(room)
        return Recording(on=bool(recorders), motion=any(recorder.has_motion for recorder in recorders))

    def _of(self, room: Room) -> list[Recorder]:
        return [recorder for recorder in self._recorders.values() if recorder.room is room]
