"""Which hosts are answered, which origins may open a socket, and the headers on every answer."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import Client, TestResponse

from controller_app.web.guard import Guard, host_name, same_origin

OURS = {"192.168.1.20", "localhost", "::1", "laptop.local"}


def app(_environ: Any, start_response: Any) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"welcome"]


def get(host: str) -> TestResponse:
    return Client(Guard(app, OURS.__contains__)).get("/", headers={"Host": host})


@pytest.mark.parametrize("host", ["192.168.1.20:8080", "localhost", "LOCALHOST:8080", "[::1]:8080", "laptop.local."])
def test_our_own_names_are_answered(host: str) -> None:
    assert get(host).text == "welcome"


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "192.168.1.20.evil.example",
        "evil.example:8080",
        "a@localhost.evil",
        "[::1",
        "",
        "x; script-src * @localhost",
    ],
)
def test_other_names_get_nothing_and_no_echo(host: str) -> None:
    answer = get(host)

    assert answer.status_code == 400
    assert "evil" not in answer.text


def test_every_answer_carries_the_headers() -> None:
    headers = get("localhost:8080").headers

    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "ws://localhost:8080 wss://localhost:8080" in headers["Content-Security-Policy"]
    assert "gyroscope=(self)" in headers["Permissions-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Strict-Transport-Security" not in headers


ENVIRON = {"HTTP_HOST": "192.168.1.20:8080"}


def test_our_own_pages_may_open_a_socket() -> None:
    assert same_origin(OURS.__contains__, "")("http://192.168.1.20:8080", ENVIRON)


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "http://192.168.1.20:9999", "http://192.168.1.20.evil.example:8080", "http://[::1"],
)
def test_other_pages_may_not(origin: str) -> None:
    assert not same_origin(OURS.__contains__, "")(origin, ENVIRON)


def test_the_public_address_may_open_a_socket_behind_a_proxy() -> None:
    assert same_origin(OURS.__contains__, "https://play.example.org/")("https://play.example.org", ENVIRON)
    assert not same_origin(OURS.__contains__, "https://play.example.org/")("http://play.example.org", ENVIRON)


@given(st.text())
def test_any_host_header_is_a_name_or_nothing(host: str) -> None:
    assert isinstance(host_name(host), str)


@given(st.text())
def test_any_origin_is_judged(origin: str) -> None:
    assert same_origin(OURS.__contains__, "")(origin, ENVIRON) in (True, False)
