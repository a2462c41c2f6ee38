"""Page errors for an author at work (``--dev``), on the terminal and the display."""

import logging
from collections.abc import Callable

from controller_app.core.limits import TokenBucket
from controller_app.core.protocol import Complain, Complained
from controller_app.core.room import Room
from controller_app.core.seat import Seat
from controller_app.core.text import plain
from controller_app.errors import BadMessage
from controller_app.web.relay.notifier import Notifier

ERRORS_PER_SECOND = 5.0
"""Errors of all pages together that are told in the long run; a mistake in a visual strikes every phone."""

ERRORS_BURST = 20

MAX_LETTERS = 200
"""Of what the browser says."""

log = logging.getLogger("controller_app.complaints")


class Complaints:
    """Tells the author what goes wrong on pages, no faster than it can be read."""

    def __init__(self, notifier: Notifier, clock: Callable[[], float], wanted: bool) -> None:
        """Tell them, if they are wanted.

        Args:
            post: tells displays.
            clock: seconds, monotonic.
            wanted: an author is at work.
        """
        self._notifier = notifier
        self._clock = clock
        self._wanted = wanted
        self._bucket = TokenBucket(ERRORS_PER_SECOND, ERRORS_BURST, clock())
        self._untold = 0

    def of_phone(self, room: Room, seat: Seat, complaint: Complain) -> None:
        """Tell an error of a phone's page, also to its display.

        Raises:
            BadMessage: nobody wants to know.
        """
        sentence = self._tell(f"Phone {seat.number} ({seat.card().name})", room, complaint)
        if sentence:
            self._notifier.to_watchers(room, Complained(seat.number, sentence))

    def of_display(self, room: Room, complaint: Complain) -> None:
        """Tell an error of a visual on a display, which shows it already.

        Raises:
            BadMessage: nobody wants to know.
        """
        self._tell(f"Display {room.code}", room, complaint)

    def _tell(self, whose: str, room: Room, complaint: Complain) -> str:
        """Write an error on the terminal and return the sentence; "" where there were too many, which are counted."""
        if not self._wanted:
            raise BadMessage("Errors of pages are taken only while the server runs with --dev.")
        if not self._bucket.take(self._clock()):
            self._untold += 1
            return ""
        sentence = f"{whose}, visual {room.play.visual}: {_place_and_words(complaint)}"
        if self._untold:
            sentence += f" ({self._untold} more came too fast to be told.)"
            self._untold = 0
        log.info("%s", sentence)
        return sentence


def _place_and_words(complaint: Complain) -> str:
    line = f", line {complaint.line}" if complaint.line else ""
    place = f"{complaint.file}{line}: " if complaint.file else ""
    return place + (plain(complaint.message, MAX_LETTERS) or "an error without words")
