"""Client networks, as limits count addresses, and a token bucket for each of them."""

from ipaddress import IPv4Address, IPv6Address, ip_address

from controller_app.core.limits import TokenBucket

NETWORK_KEY = "controller_app.network"
"""Where a request's environment holds the client's network: ``network_of`` its address."""

IPV6_PREFIX_BITS = 64
"""One subscriber's network: a device takes any address in it (RFC 7421)."""

MAX_ADDRESSES = 10_000
"""Addresses remembered at once; further ones share a bucket."""


def parse(text: str) -> IPv4Address | IPv6Address | None:
    """Return the address that a text stands for, IPv4 within IPv6 (``::ffff:192.0.2.1``) as IPv4; None if none."""
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address


def network_of(text: str) -> str:
    """Return what an address counts as: an IPv4 address itself, an IPv6 address its /64, other text itself."""
    address = parse(text)
    if isinstance(address, IPv6Address):
        shift = 128 - IPV6_PREFIX_BITS
        return f"{IPv6Address(int(address) >> shift << shift)}/{IPV6_PREFIX_BITS}"
    return str(address) if address else text


class AddressBuckets:
    """A token bucket for each address, named by its network. ``now`` is seconds on one monotonic clock.

    Memory holds an address only while it is limited: a full bucket limits nothing, and is forgotten.
    """

    def __init__(self, rate: float, burst: float, max_addresses: int = MAX_ADDRESSES) -> None:
        """``rate``: tokens a second in the long run. ``burst``: tokens at once."""
        self._rate = rate
        self._burst = burst
        self._max = max_addresses
        self._buckets: dict[str, TokenBucket] = {}
        self._overflow: TokenBucket | None = None

    def __len__(self) -> int:
        return len(self._buckets)

    def wait(self, network: str, now: float) -> float:
        """Return the seconds until the address has a token; 0.0 if it has one."""
        bucket = self._buckets.get(network) or (self._overflow if self._is_crowded(now) else None)
        return bucket.wait(now) if bucket else 0.0

    def take(self, network: str, now: float) -> bool:
        """Take one of the address's tokens; False if it has none."""
        return self._bucket(network, now).take(now)

    def forget_full(self, now: float) -> None:
        """Forget addresses that are limited in nothing any more."""
        for key in [key for key, bucket in self._buckets.items() if bucket.is_full(now)]:
            del self._buckets[key]

    def _bucket(self, key: str, now: float) -> TokenBucket:
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = TokenBucket(self._rate, self._burst, now)
            if self._is_crowded(now):
                self._overflow = self._overflow or bucket
                return self._overflow
            self._buckets[key] = bucket
        return bucket

    def _is_crowded(self, now: float) -> bool:
        if len(self._buckets) < self._max:
            return False
        self.forget_full(now)
        return len(self._buckets) >= self._max
