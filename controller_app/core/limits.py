"""Token buckets: rate limits for messages, joins and wrong codes."""


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

    def left(self, now: float) -> float:
        """Return how much of the burst there is to take, 0 to 1."""
        return min(1.0, (self._tokens + (now - self._at) * self._rate) / self._burst)

    def wait(self, now: float) -> float:
        """Return the seconds until there is a token to take; 0.0 if there is one."""
        missing = 1.0 - (self._tokens + (now - self._at) * self._rate)
        return max(0.0, missing / self._rate) if self._burst >= 1.0 else float("inf")

    def is_full(self, now: float) -> bool:
        """Whether nothing has been taken, or all of it has come back."""
        return self._tokens + (now - self._at) * self._rate >= self._burst

    def take(self, now: float) -> bool:
        """Take one token; False if there is none. ``now``: seconds on a monotonic clock."""
        tokens = self._tokens + (now - self._at) * self._rate
        if tokens > self._burst:  # min() is slower, and this runs for every sample
            tokens = self._burst
        self._at = now
        is_taken = tokens >= 1.0
        self._tokens = tokens - 1.0 if is_taken else tokens
        return is_taken
