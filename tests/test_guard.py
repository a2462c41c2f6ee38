"""Which hosts are answered, which origins may open a socket, and the headers on every answer."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import Client, TestResponse

from controller_app.core.addresses import ADDRESS_KEY
from controller_app.web.guard import Admission, Guard, host_name, same_origin
from controller_app.web.proxies import Proxies

OURS = {"192.168.1.20", "localhost", "::1", "laptop.local"}


def app(environ: Any, start_response: Any) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain"), ("X-Client", environ[ADDRESS_KEY])])
    return [b"welcome"]


def get(host: str, path: str = "/", **headers: str) -> TestResponse:
    admission = Admission(OURS.__contains__, same_origin(OURS.__contains__, ""))
    guard = Guard(app, admission, Proxies(["127.0.0.1"]).client_of)
    return Client(guard).get(path, headers={"Host": host, **headers}, environ_base={"REMOTE_ADDR": "127.0.0.1"})


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


SOCKET = "/socket.io/?EIO=4&transport=polling"


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost.evil:8080"])
def test_a_foreign_page_may_not_connect(origin: str) -> None:
    assert get("localhost:8080", SOCKET, Origin=origin).status_code == 403


def test_our_own_page_may_connect() -> None:
    assert get("localhost:8080", SOCKET, Origin="http://localhost:8080").text == "welcome"


@pytest.mark.parametrize("query", ["&j=0", "&j", "&j=", "&J=1&j=x", "&%6a=0"])
def test_jsonp_is_refused(query: str) -> None:
    assert get("localhost", SOCKET + query).status_code == 400


def test_the_client_is_whom_the_trusted_proxy_names() -> None:
    told = get("localhost", **{"X-Forwarded-For": "192.0.2.7"}).headers["X-Client"]

    assert told == "192.0.2.7"


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
