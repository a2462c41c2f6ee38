"""How much one connection may send, and how many codes all of them may guess."""


class TokenBucket:
    """A token bucket: ``burst`` at once, ``rate`` a second in the long run."""

    __slots__ = ("_at", "_burst", "_rate", "_tokens")

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = burst
        self._at = now

    def holds(self, now: float) -> bool:
        """Whether there is a token to take. ``now``: seconds on a monotonic clock."""
        return self._tokens + (now - self._at) * self._rate >= 1.0

    def take(self, now: float) -> bool:
        """Take one token; False if there is none. ``now``: seconds on a monotonic clock."""
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate)
        self._at = now
        if self._tokens < 1.0:
            return False
        self._tokens -= 1.0
        return True
