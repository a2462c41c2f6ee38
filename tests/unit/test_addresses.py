"""The network that an address counts as, and its token bucket."""

import pytest

from controller_app.core.addresses import AddressBuckets, network_of


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
        ("a unix socket", "a unix socket"),
    ],
)
def test_an_ipv6_address_counts_as_its_network(address: str, network: str) -> None:
    assert network_of(address) == network


def test_each_address_has_tokens_of_its_own() -> None:
    buckets = AddressBuckets(rate=0.5, burst=2)

    assert [buckets.take("one", 0), buckets.take("one", 0), buckets.take("one", 0)] == [True, True, False]
    assert buckets.take("two", 0)
    assert buckets.wait("one", 0) == 2.0
    assert buckets.wait("one", 1.5) == 0.5
    assert buckets.wait("two", 0) == 0.0
    assert buckets.take("one", 2)


def test_an_address_is_forgotten_once_its_tokens_are_back() -> None:
    buckets = AddressBuckets(rate=1, burst=2)
    buckets.take("one", 0)

    buckets.forget_full(0.5)
    assert len(buckets) == 1
    buckets.forget_full(1)
    assert len(buckets) == 0


def test_many_addresses_cost_bounded_memory_and_still_pay() -> None:
    buckets = AddressBuckets(rate=0.001, burst=2, max_addresses=10)
    for number in range(1000):
        buckets.take(f"address {number}", 0)

    assert len(buckets) == 10
    assert not buckets.take("one more", 0)
    assert buckets.wait("one more", 0) > 0
    assert buckets.take("address 1", 0), "an address that came in time has its own tokens"
    assert buckets.take("one more", 4000), "and later everybody has"
