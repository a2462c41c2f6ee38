"""Origins, as browsers send them and as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controller_app.core.origin import Origin, read_host


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("https://play.example.org", Origin("https", "play.example.org", 443)),
        ("HTTPS://Play.Example.org.:443", Origin("https", "play.example.org", 443)),
        ("http://192.168.1.20:8080", Origin("http", "192.168.1.20", 8080)),
        ("http://[FD00::5]", Origin("http", "fd00::5", 80)),
    ],
)
def test_an_origin_is_read_in_its_canonical_form(text: str, origin: Origin) -> None:
    assert Origin.parse(text) == origin


@pytest.mark.parametrize(
    "text",
    [
        *("", "null", "play.example.org", "file://play.example.org", "ws://play.example.org", "https://"),
        *("https://play.example.org/", "https://play.example.org?x", "https://user:word@play.example.org"),
        *("https://play.example.org:", "https://play.example.org:0", "https://play.example.org:0443"),
        *("https://play.example.org:65536", "https://play.example.org:80:foo", "https://play.example.org:٤٤٣"),
        *(
            "https://[::1",
            "https://::1",
            "https://a b",
            "https://a\n",
            "https://bühne.example",
            "https://.",
            "https://a..b",
        ),
    ],
)
def test_what_is_not_quite_an_origin_is_none(text: str) -> None:
    assert Origin.parse(text) is None


@pytest.mark.parametrize(
    ("text", "host"),
    [
        *(("Laptop.LAN.", "laptop.lan"), (" bühne.lan ", "xn--bhne-0ra.lan"), ("[FD00:0::20]", "fd00::20")),
        *(("fd00::20", "fd00::20"), ("192.168.1.20", "192.168.1.20")),
        *(("", ""), ("a b", ""), ("laptop.lan:80", "")),
        *(("192.168.1.300", ""), ("192.168.1", ""), ("0300.1.1.1", ""), ("1234", ""), ("x.0x1f", ""), ("a" * 64, "")),
        *(("http://laptop", ""), (":::", ""), ("ü..lan", ""), ("/", "")),
    ],
)
def test_a_host_is_read_as_people_write_it(text: str, host: str) -> None:
    assert read_host(text) == host


@given(st.text())
def test_any_text_is_a_host_or_none(text: str) -> None:
    host = read_host(text)

    assert host == "" or read_host(host) == host


@given(st.text() | st.from_regex(r"https?://[a-z0-9.:\[\]-]{1,30}(:[0-9]{1,6})?", fullmatch=True))
def test_what_is_read_is_written_and_read_alike(text: str) -> None:
    origin = Origin.parse(text)

    assert origin is None or Origin.parse(str(origin)) == origin


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "127.0.0.1", "[::1]", "192.168.1.20", "10.0.0.5", "172.16.0.9", "169.254.7.7", "100.64.0.1"),
        *("[fd00::5]", "[fe80::1]", "laptop", "laptop.local", "screen.lan", "screen.home.arpa", "play.corp.internal"),
    ],
)
def test_a_local_address_or_name_is_told_from_a_public_one(host: str) -> None:
    origin = Origin.parse(f"http://{host}")

    assert origin
    assert origin.is_local


@pytest.mark.parametrize("host", ["play.example.org", "local.example.org", "mylocal.com", "8.8.8.8", "[2a00:1450::1]"])
def test_a_public_address_or_name_is_told_from_a_local_one(host: str) -> None:
    origin = Origin.parse(f"http://{host}")

    assert origin
    assert not origin.is_local
