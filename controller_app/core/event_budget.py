"""Event budget of each room and seat, so that a flood in one room stays small."""

from controller_app.core.limits import TokenBucket

ROOM_RATE = 300.0
ROOM_BURST = 600.0
"""Events that a room's phones may send together: one a second from each of 300, or all of them at once."""

SEAT_RATE = 20.0
SEAT_BURST = 60.0
"""Events that one phone may send; no thumb is quicker than 16 taps a second."""

SHARE_RATE = 2.0
SHARE_BURST = 8.0
"""What each phone may send even while others have used up the room's budget."""

WORDS_RATE = 1.0
WORDS_BURST = 5.0
"""Messages and choices of one phone, which people read."""


class RoomEvents:
    """What the phones of one room may send together."""

    __slots__ = ("bucket",)

    def __init__(self, now: float) -> None:
        self.bucket = TokenBucket(ROOM_RATE, ROOM_BURST, now)


class SeatEvents:
    """What the phone of one seat may send. ``now`` is seconds on one monotonic clock.

    It belongs to the seat, so that a new connection brings no new budget.
    """

    __slots__ = ("_own", "_room", "_share", "_words")

    def __init__(self, room: RoomEvents, now: float) -> None:
        self._room = room.bucket
        self._own = TokenBucket(SEAT_RATE, SEAT_BURST, now)
        self._share = TokenBucket(SHARE_RATE, SHARE_BURST, now)
        self._words = TokenBucket(WORDS_RATE, WORDS_BURST, now)

    def admit_own(self, now: float) -> bool:
        """Count an event; False if this phone sends too many."""
        return self._own.take(now)

    def admit_shared(self, now: float) -> bool:
        """Count an event; False if the room's phones together send too many, and this one has had its share."""
        return self._room.take(now) or self._share.take(now)

    def admit_words(self, now: float) -> bool:
        """Count a message or a choice; False if it is one too many."""
        return self._words.take(now)
