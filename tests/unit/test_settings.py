"""Settings: limits by address follow from how the server is reached."""

import pytest

from controller_app.settings import ADDRESS_LIMITS, Settings

PUBLIC = "https://play.example.org"


@pytest.mark.parametrize(
    ("changes", "limits"),
    [
        ({}, "generous"),
        ({"public_url": PUBLIC}, "generous"),  # all visitors have the proxy's address
        ({"public_url": PUBLIC, "trusted_proxy": ("127.0.0.1",)}, "strict"),
        ({"public_url": PUBLIC, "host": "0.0.0.0"}, "strict"),
        ({"public_url": PUBLIC, "address_limits": "strict"}, "strict"),
        ({"address_limits": "off"}, "off"),
    ],
)
def test_limits_are_strict_on_the_internet_where_visitors_can_be_told_apart(
    changes: dict[str, object], limits: str
) -> None:
    assert Settings(**changes).per_address is ADDRESS_LIMITS[limits]  # type: ignore[arg-type]


def test_strict_is_nowhere_wider_than_generous() -> None:
    strict, generous = (vars(ADDRESS_LIMITS[name]) for name in ("strict", "generous"))

    assert all(strict[name] <= generous[name] for name in generous)
    assert strict != generous
