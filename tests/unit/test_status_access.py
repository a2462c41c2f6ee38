"""Who sees the server's figures in public mode."""

import pytest

from controller_app.web.http.status_access import bearer_token, is_from_this_machine, may_see_figures

OWN = {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "localhost:8080"}


def nobody(_token: str) -> bool:
    return False


@pytest.mark.parametrize("peer", ["127.0.0.1", "127.0.0.53", "::1", "::ffff:127.0.0.1"])
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST"])
def test_a_health_check_on_the_machine_sees_them(peer: str, host: str) -> None:
    assert is_from_this_machine({"REMOTE_ADDR": peer, "HTTP_HOST": host})


@pytest.mark.parametrize("peer", ["", "192.168.1.20", "203.0.113.7", "::ffff:203.0.113.7", "127.0.0.1.evil.example"])
def test_another_machine_does_not(peer: str) -> None:
    assert not is_from_this_machine({**OWN, "REMOTE_ADDR": peer})


@pytest.mark.parametrize("host", ["", "play.example.org", "localhost.evil.example", "127.0.0.1:80:foo"])
def test_nor_does_a_visitor_by_a_proxy_on_the_machine_that_keeps_the_host(host: str) -> None:
    assert not is_from_this_machine({**OWN, "HTTP_HOST": host})


@pytest.mark.parametrize(
    "header",
    [
        *("HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PROTO", "HTTP_VIA"),
        *("HTTP_X_REAL_IP", "HTTP_CF_CONNECTING_IP"),
    ],
)
@pytest.mark.parametrize("value", ["203.0.113.7", "127.0.0.1", ""])
def test_nor_does_a_visitor_by_a_proxy_that_says_so(header: str, value: str) -> None:
    assert not is_from_this_machine({**OWN, header: value})


@pytest.mark.parametrize(
    ("header", "token"),
    [
        ("Bearer correct horse=battery==", "correct horse=battery=="),
        ("bearer  abc ", "abc"),
        ("Bearer m\xc3\xbcller", "müller"),
        ("Bearer \xff\xfe", "\ufffd\ufffd"),
        ("Bearer", ""),
        ("Basic YTpi", ""),
        ("", ""),
    ],
)
def test_the_token_is_read_from_the_header(header: str, token: str) -> None:
    assert bearer_token({"HTTP_AUTHORIZATION": header}) == token


def test_whoever_brings_the_token_sees_them_from_anywhere() -> None:
    stranger = {"REMOTE_ADDR": "203.0.113.7", "HTTP_HOST": "play.example.org", "HTTP_AUTHORIZATION": "Bearer abc"}

    assert may_see_figures(stranger, "abc".__eq__)
    assert not may_see_figures(stranger, nobody)
    assert may_see_figures(OWN, nobody)
