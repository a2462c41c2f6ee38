"""While an author writes (``--dev``): errors of phones' pages, on the terminal and in the display's console."""

import logging
from collections.abc import Callable

from controller_app.core.limits import TokenBucket
from controller_app.core.protocol import Complain, Complained
from controller_app.core.room import Room, Seat
from controller_app.core.text import plain
from controller_app.web.post import Post

PER_SECOND = 5.0
"""Errors of all phones together that are told in the long run; a mistake in a visual strikes every phone."""

AT_ONCE = 20

LETTERS = 200
"""Of what the browser says."""

log = logging.getLogger("controller_app.complaints")


class Complaints:
    """Tells the author what goes wrong on phones, no faster than it can be read."""

    def __init__(self, post: Post, clock: Callable[[], float]) -> None:
        """``clock`` gives seconds, monotonic."""
        self._post = post
        self._clock = clock
        self._bucket = TokenBucket(PER_SECOND, AT_ONCE, clock())
        self._untold = 0

    def take(self, room: Room, seat: Seat, complaint: Complain) -> None:
        """Tell an error of a phone's page, or count it where there were too many."""
        if not self._bucket.take(self._clock()):
            self._untold += 1
            return
        sentence = _sentence(room, seat, complaint)
        if self._untold:
            sentence += f" ({self._untold} more came too fast to be told.)"
            self._untold = 0
        log.info("%s", sentence)
        self._post.to_display(room, Complained(seat.number, sentence))


def _sentence(room: Room, seat: Seat, complaint: Complain) -> str:
    line = f", line {complaint.line}" if complaint.line else ""
    where = f" {complaint.file}{line}:" if complaint.file else ""
    what = plain(complaint.message, LETTERS) or "an error without words"
    return f"Phone {seat.number} ({seat.card().name}), visual {room.play.visual}:{where} {what}"
