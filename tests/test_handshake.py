from collections.abc import Iterator

import pytest

from controller_app.web.wire.handshake import Handshake
from tests.wire_client import EchoServer, handshake


@pytest.fixture(scope="module")
def server() -> Iterator[EchoServer]:
    echo = EchoServer()
    yield echo
    assert echo.stop() == ""


def test_a_correct_handshake_is_answered_with_101(server: EchoServer) -> None:
    assert server.status_of(handshake()) == 101


@pytest.mark.parametrize("key", ["", "abc", "****", "é", "dGhlIHNhbXBsZSBub25jZQ", "dGhlIHNhbXBsZSBub25jZQ==AAAA"])
def test_a_wrong_key_is_a_bad_request(server: EchoServer, key: str) -> None:
    assert server.status_of(handshake(key=key)) == 400


@pytest.mark.parametrize("version", ["", "9", "14", "x"])
def test_a_wrong_version_is_refused(server: EchoServer, version: str) -> None:
    assert server.status_of(handshake(version=version)) in (400, 426)


def test_a_session_that_polls_gets_no_websocket(server: EchoServer) -> None:
    assert server.status_of(handshake(path="/echo?EIO=4&transport=websocket&sid=abc")) == 400


def test_http_1_0_is_refused(server: EchoServer) -> None:
    assert server.status_of(handshake(http="HTTP/1.0")) == 402


def test_where_no_websocket_is_the_wish_for_one_is_ignored() -> None:
    handler = Handshake.__new__(Handshake)
    handler.environ = {"PATH_INFO": "/", "REQUEST_METHOD": "GET", "HTTP_UPGRADE": "websocket"}
    assert handler.upgrade_websocket() is None
