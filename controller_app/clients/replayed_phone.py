"""Replayed phone: repeats what a recording says of one phone."""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import count

import gevent

from controller_app.clients.crowd import Guest
from controller_app.clients.phone_client import PhoneClient
from controller_app.clients.room_address import RoomAddress
from controller_app.clients.turn_order import TurnOrder
from controller_app.clients.websocket_client import Gone
from controller_app.core.protocol import FRACTION_UNIT, Join
from controller_app.core.recording import Away, Came, Choose, Left, Note, PhoneNote, Press, SampleNote, Tap

SEATED_TIMEOUT_S = 5.0
"""Seconds that the server has to give a phone its seat."""

POLL_INTERVAL_S = 0.01
"""Seconds between two looks whether it has."""

LOOP_PAUSE_S = 2.0
"""Seconds from the end of a recording until it begins again."""


def repeaters(target: RoomAddress, notes: Sequence[Note], again: bool, say: Callable[[str], object]) -> list[Guest]:
    """Return a phone for each that the recording has.

    Args:
        target: the room.
        notes: of the recording.
        again: when it is over, it begins once more, until somebody ends it.
        say: told in sentences what a person should know.
    """
    mine: dict[int, list[PhoneNote]] = {}
    for note in notes:
        if isinstance(note, PhoneNote):
            mine.setdefault(note.phone, []).append(note)
    began, lasts = time.monotonic(), notes[-1].at / 1000 + LOOP_PAUSE_S
    turn_order = TurnOrder(note.phone for note in notes if isinstance(note, Came))
    return [ReplayedPhone(target, own, began, lasts if again else None, turn_order, say) for own in mine.values()]


class ReplayedPhone:
    """One phone of a recording."""

    def __init__(
        self,
        target: RoomAddress,
        notes: Sequence[PhoneNote],
        began: float,
        again_after: float | None,
        turn_order: TurnOrder,
        say: Callable[[str], object],
    ) -> None:
        """Be one of several that repeat a recording together.

        Args:
            target: the room.
            notes: what it does.
            began: when the recording begins, in seconds on Python's monotonic clock.
            again_after: seconds until it all begins anew; None: never.
            turn_order: has a turn for each of their comings, so that each gets the seat that it had.
            say: told in sentences what a person should know.
        """
        self._target = target
        self._notes = notes
        self._began = began
        self._again_after = again_after
        self._turn_order = turn_order
        self._say = say
        self._visit: PhoneClient | None = None
        self._pass: str | None = None

    def play(self) -> None:
        """Do everything at its time."""
        for turn in count():
            began = self._began + turn * (self._again_after or 0.0)
            for note in self._notes:
                gevent.sleep(max(0.0, began + note.at / 1000 - time.monotonic()))
                with suppress(Gone):  # the next time that it comes it connects anew
                    self._do(note)
            self.leave()
            if self._again_after is None:
                return

    def leave(self) -> None:
        """Give the seat up, if it has one."""
        visit, self._visit, self._pass = self._visit, None, None
        if visit:
            with suppress(Gone):
                visit.leave()

    def _do(self, note: PhoneNote) -> None:
        visit = self._visit
        match note:
            case Came(_, phone):
                with self._turn_order.turn(phone):
                    if self._visit is None:
                        self._come()
            case Away() if visit:
                visit.hang_up()
                self._visit = None
            case Left():
                self.leave()
            case SampleNote() if visit:
                visit.stream(note.stream, note.values)
            case Tap(_, _, x, y) if visit:
                visit.tap((x / FRACTION_UNIT, y / FRACTION_UNIT))
            case Press(_, _, name, down) if visit:
                visit.press(name, down)
            case Choose(_, _, name) if visit:
                visit.choose(name)

    def _come(self) -> None:
        try:
            visit = PhoneClient(self._target.server, Join(self._target.code, self._pass))
        except Gone as gone:
            self._say(f"{self._target.server} can't be reached ({gone}).")
            return
        hearing = gevent.spawn(visit.listen)
        until = time.monotonic() + SEATED_TIMEOUT_S
        while not (visit.is_taken or hearing.ready()) and time.monotonic() < until:
            gevent.sleep(POLL_INTERVAL_S)
        if not visit.is_taken:
            self._say(visit.ended.message if visit.ended else "The server gave no seat.")
            visit.hang_up()
            return
        hearing.link(lambda _: self._lost(visit))
        self._visit, self._pass = visit, visit.seat_pass

    def _lost(self, visit: PhoneClient) -> None:
        if self._visit is visit:
            self._visit = None
            if visit.ended:
                self._say(visit.ended.message)
