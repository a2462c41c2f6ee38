"""Trusted proxies: whose forwarded addresses are believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controller_app.core import addresses
from controller_app.errors import BadSetting
from controller_app.web.http.proxies import Proxies

PEER = "10.0.0.9"


def client(forwarded: str, *trusted: str, peer: str = PEER) -> str:
    return Proxies(trusted).client_of({"REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": forwarded})


def test_a_stranger_cannot_choose_its_address() -> None:
    assert client("192.0.2.1") == PEER
    assert client("192.0.2.1", "10.0.0.8") == PEER


@pytest.mark.parametrize(
    ("forwarded", "found"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("198.51.100.1, 192.0.2.1", "192.0.2.1"),  # the first one is the client's own invention
        ("198.51.100.1, 192.0.2.1, 10.0.0.8", "192.0.2.1"),  # two proxies of ours in a row
        ("192.0.2.1:5678", "192.0.2.1"),
        ("[2001:db8::1]:5678", "2001:db8::1"),
        ("2001:db8::1", "2001:db8::1"),
        ("", PEER),
        ("unknown", PEER),
        ("192.0.2.1, _hidden", PEER),
        ("192.0.2.1,", PEER),
        (" , ".join(["10.0.0.8"] * 500), "10.0.0.8"),
    ],
)
def test_a_trusted_proxy_is_believed_from_the_end(forwarded: str, found: str) -> None:
    assert client(forwarded, "10.0.0.0/24") == found


def test_a_proxy_that_comes_by_ipv6_as_ipv4_is_the_same_proxy() -> None:
    assert client("192.0.2.1", "10.0.0.9", peer="::ffff:10.0.0.9") == "192.0.2.1"


@given(st.text(max_size=60))
def test_what_comes_of_any_header_is_an_address(forwarded: str) -> None:
    assert addresses.parse(client(forwarded, "10.0.0.0/8"))


@pytest.mark.parametrize("text", ["", "proxy", "10.0.0.0/33", "10.0.0.1:80"])
def test_a_proxy_has_to_be_an_address(text: str) -> None:
    with pytest.raises(BadSetting, match="--trusted-proxy"):
        Proxies([text])
