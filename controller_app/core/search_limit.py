"""Rate limit for wrong codes and tokens: a bucket per address before a common one."""

from controller_app.core.addresses import AddressBuckets
from controller_app.core.limits import TokenBucket

RESERVE_PER_SECOND = 1 / 600
RESERVE_BURST = 3
"""An address that tried fewer wrong ones lately may go on although the common budget is spent. So a search from
elsewhere locks nobody out, and a search from a thousand addresses gains three tries from each."""

SEARCH_LEFT = 0.05
"""Share of the common budget below which somebody seems to search: a single token more does not end that."""


class SearchLimit:
    """Counts wrong tries; right ones cost nothing. ``now`` is seconds on one monotonic clock.

    Ask ``wait`` before a try is looked at: an answer would tell whether it is right.
    """

    def __init__(self, own: tuple[float, float], common: tuple[float, float], now: float) -> None:
        """Begin with full budgets.

        Args:
            own: tries a second and at once of one address.
            common: the same of all together.
            now: when it begins.
        """
        self._own = AddressBuckets(*own)
        self._reserve = AddressBuckets(RESERVE_PER_SECOND, RESERVE_BURST)
        self._common = TokenBucket(*common, now)

    def __len__(self) -> int:
        return len(self._own) + len(self._reserve)

    def own_wait(self, network: str, now: float) -> float:
        """Return the seconds until an address may try again for its own sake; 0.0 if it may now."""
        return self._own.wait(network, now)

    def wait(self, network: str, now: float) -> float:
        """Return the seconds until an address may try, right or wrong; 0.0 if it may now."""
        in_all = min(self._common.wait(now), self._reserve.wait(network, now))
        return max(self.own_wait(network, now), in_all)

    def note_wrong(self, network: str, now: float) -> None:
        """Count a wrong try of an address."""
        for buckets in (self._own, self._reserve):
            buckets.take(network, now)
        self._common.take(now)

    def is_spent(self, now: float) -> bool:
        """Whether so many wrong tries came that addresses which have made some themselves have to wait."""
        return self._common.left(now) < SEARCH_LEFT

    def forget(self, now: float) -> None:
        """Forget addresses that are limited in nothing any more."""
        for buckets in (self._own, self._reserve):
            buckets.forget_full(now)
