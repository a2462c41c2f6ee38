"""Guard: allowed hosts, allowed origins of sockets, and headers on every answer."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import Client, TestResponse

from controller_app.core.addresses import NETWORK_KEY
from controller_app.web.http.guard import Admission, Guard, host_name, same_origin
from controller_app.web.http.proxies import Proxies

OURS = {"192.168.1.20", "localhost", "::1", "laptop.local"}


def app(environ: Any, start_response: Any) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain"), ("X-Client", environ[NETWORK_KEY])])
    return [b"welcome"]


def get(host: str, path: str = "/", hsts_host: str = "", **headers: str) -> TestResponse:
    admission = Admission(OURS.__contains__, same_origin(OURS.__contains__, ""))
    guard = Guard(app, admission, Proxies(["127.0.0.1"]).client_of, hsts_host)
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
        *("127.0.0.1:80:foo", "localhost:99999999", "localhost:65536", "localhost:0", "localhost:080", "localhost:"),
        *("localhost:-1", "localhost:８０", "localhost:80 ", "[::1]80", "[::1]:x"),
    ],
)
def test_other_names_get_nothing_and_no_echo(host: str) -> None:
    answer = get(host)

    assert answer.status_code == 400
    assert "evil" not in answer.text


@pytest.mark.parametrize("asked", ["laptop.example", "evil.lan", "[fd00::9]"])
def test_a_refusal_names_the_way_out_and_the_terminal_once(asked: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    admission = Admission(OURS.__contains__, same_origin(OURS.__contains__, ""))
    for port in range(8080, 8090):
        refused = admission.refusal({"HTTP_HOST": f"{asked}:{port}"})

    assert refused
    assert "--name" in refused[1]
    (line,) = caplog.messages
    assert f"--name {asked.strip('[]')}" in line


def test_strangers_who_ask_for_many_names_fill_no_terminal(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    admission = Admission(OURS.__contains__, same_origin(OURS.__contains__, ""))
    for number in range(100):
        admission.refusal({"HTTP_HOST": f"{'x.' * 150}{number}.example"})

    assert len(caplog.messages) == 5
    assert max(map(len, caplog.messages)) < 700


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://play.example.org:443", "https://play.example.org"),
        ("HTTPS://Play.Example.ORG./", "https://play.example.org"),
        ("http://192.168.1.20:80", "http://192.168.1.20"),
        ("https://spiel.müller.example", "https://spiel.xn--mller-kva.example"),
        ("https://Straße.example:8443/", "https://xn--strae-oqa.example:8443"),
        ("https://ｐｌａｙ。example", "https://play.example"),
        ("http://[FD00:0::0:20]:80", "http://[fd00::20]"),
    ],
)
def test_a_public_origin_is_ours_however_it_is_written(url: str, origin: str) -> None:
    is_same = same_origin(lambda _: False, url)

    assert is_same(origin, {"HTTP_HOST": "127.0.0.1:8080"})
    assert not is_same(origin.replace("://", "://x"), {"HTTP_HOST": "127.0.0.1:8080"})


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


def test_an_ipv6_client_counts_as_its_network() -> None:
    told = get("localhost", **{"X-Forwarded-For": "2001:db8:1:2::7"}).headers["X-Client"]

    assert told == "2001:db8:1:2::/64"


@pytest.mark.parametrize("host", ["laptop.local", "laptop.local:8080", "LAPTOP.LOCAL."])
def test_browsers_are_told_to_keep_to_https_for_the_public_host(host: str) -> None:
    assert get(host, hsts_host="laptop.local").headers["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.parametrize("host", ["192.168.1.20:8080", "localhost", "[::1]"])
def test_and_for_no_other_host(host: str) -> None:
    assert "Strict-Transport-Security" not in get(host, hsts_host="laptop.local").headers


ENVIRON = {"HTTP_HOST": "192.168.1.20:8080", "wsgi.url_scheme": "http"}
SECURE = {"HTTP_HOST": "192.168.1.20:8443", "wsgi.url_scheme": "https"}


def test_our_own_pages_may_open_a_socket() -> None:
    assert same_origin(OURS.__contains__, "")("http://192.168.1.20:8080", ENVIRON)
    assert same_origin(OURS.__contains__, "")("https://192.168.1.20:8443", SECURE)
    assert same_origin(OURS.__contains__, "")("http://192.168.1.20", {**ENVIRON, "HTTP_HOST": "192.168.1.20:80"})


@pytest.mark.parametrize(
    "origin",
    [
        *("http://evil.example", "null", "http://192.168.1.20:9999", "http://192.168.1.20.evil.example:8080"),
        *("http://[::1", "https://192.168.1.20:8080", "file://192.168.1.20:8080", "ws://192.168.1.20:8080"),
        *("http://192.168.1.20:8080/", "http://user@192.168.1.20:8080", "192.168.1.20:8080", "://192.168.1.20:8080"),
    ],
)
def test_other_pages_may_not(origin: str) -> None:
    assert not same_origin(OURS.__contains__, "")(origin, ENVIRON)


def test_the_public_address_may_open_a_socket_behind_a_proxy() -> None:
    assert same_origin(OURS.__contains__, "https://play.example.org/")("https://play.example.org", ENVIRON)
    assert same_origin(OURS.__contains__, "https://Play.example.org:443")("https://play.example.org", ENVIRON)


@pytest.mark.parametrize(
    "origin",
    [
        *("http://play.example.org", "file://play.example.org", "https://play.example.org:8443", "null"),
        *("http://play.example.org:443", "http://play.example.org:8080", "http://play.example.org."),
    ],
)
@pytest.mark.parametrize("host", ["192.168.1.20:8080", "play.example.org", "play.example.org:8080"])
def test_nothing_like_the_public_address_may(origin: str, host: str) -> None:
    """A proxy speaks HTTP with the server, so that the request's own scheme is no proof."""
    is_ours = {*OURS, "play.example.org"}.__contains__
    environ = {"HTTP_HOST": host, "wsgi.url_scheme": "http"}

    assert not same_origin(is_ours, "https://play.example.org")(origin, environ)


def test_the_servers_own_https_may_have_the_public_name_at_another_port() -> None:
    is_ours = {*OURS, "play.example.org"}.__contains__
    environ = {"HTTP_HOST": "play.example.org:8443", "wsgi.url_scheme": "https"}

    assert same_origin(is_ours, "https://play.example.org")("https://play.example.org:8443", environ)


@given(st.text())
def test_any_host_header_is_a_name_or_nothing(host: str) -> None:
    assert isinstance(host_name(host), str)


@given(st.text() | st.text().map("http://{}".format) | st.text().map("http://192.168.1.20:8080{}".format))
def test_no_text_but_our_own_origin_may_open_a_socket(origin: str) -> None:
    assert same_origin(OURS.__contains__, "")(origin, ENVIRON) == (origin == "http://192.168.1.20:8080")
