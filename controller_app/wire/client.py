"""State of one connection: its limits, and what it has used of them."""

from collections.abc import Callable

from controller_app.core.limits import TokenBucket

MAX_EXCESS_S = 5.0
"""How long a connection may keep sending too much."""

EXCESS_RESET_S = 1.0
"""A pause of this length ends an excess; also how often the sender is told."""

NEVER = float("-inf")


class ClientState:
    """A connection's bucket and its record. ``now`` is seconds on one monotonic clock."""

    __slots__ = (
        "_excess_at", "_excess_since", "_told_at",
        "bucket", "ended", "ever_joined", "gate", "joined_namespaces", "last_active_at", "strikes",
    )  # fmt: skip

    def __init__(self, bucket: TokenBucket, now: float) -> None:
        self.bucket = bucket
        self.gate: Callable[[bytes], bool] | None = None
        """Asked for each message of a connection that polls; a WebSocket asks its own before."""
        self.strikes = 0
        """Messages that were refused."""
        self.ever_joined = False
        """It has been connected to a namespace."""
        self.joined_namespaces: set[str] = set()
        """Namespaces that have taken it in."""
        self.ended = False
        self.last_active_at = now
        """When it was last seen in a namespace, or came."""
        self._excess_since = self._excess_at = self._told_at = NEVER

    def exceeds_for_long(self, now: float) -> bool:
        """Note that a message was too many; True once that has gone on for ``MAX_EXCESS_S`` without a pause."""
        if now - self._excess_at > EXCESS_RESET_S:
            self._excess_since = now
        self._excess_at = now
        return now - self._excess_since >= MAX_EXCESS_S

    def may_be_told(self, now: float) -> bool:
        """Whether it is time to tell the sender of an excess again."""
        if now - self._told_at < EXCESS_RESET_S:
            return False
        self._told_at = now
        return True
