from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from controller_app.wire.websocket.handshake import Handshake, quiet
from tests.support.wire_client import EchoServer, handshake


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


def test_http_1_0_is_refused(server: EchoServer) -> None:
    assert server.status_of(handshake(http="HTTP/1.0")) == 402


WEBSOCKET = "EIO=4&transport=websocket"


class Half(Handshake):
    """Ends where the library would take over."""

    def upgrade_connection(self) -> None:
        self.websocket = "a WebSocket"


def upgrade(query: str, path: str = "/socket.io/", **fields: str) -> tuple[str, bool]:
    """Ask for a WebSocket; return the status of a refusal, "" without one, and whether there is a WebSocket."""
    handler = Half.__new__(Half)
    handler.environ = {
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "REQUEST_METHOD": "GET",
        "HTTP_UPGRADE": "websocket",
        "HTTP_CONNECTION": "Upgrade",
        "HTTP_SEC_WEBSOCKET_VERSION": "13",
        "HTTP_SEC_WEBSOCKET_KEY": "dGhlIHNhbXBsZSBub25jZQ==",
        "HTTP_ORIGIN": "http://localhost",
        **fields,
    }
    handler.request_version = "HTTP/1.1"
    handler.application = None
    handler.server = SimpleNamespace(logger=quiet)
    handler.refusal = lambda environ: None if environ["HTTP_ORIGIN"] == "http://localhost" else ("403 Forbidden", "No.")
    statuses = [""]
    handler.start_response = lambda status, _: statuses.append(status)
    handler.upgrade_websocket()
    return statuses[-1], hasattr(handler, "websocket")


def test_where_no_websocket_is_the_wish_for_one_is_ignored() -> None:
    assert upgrade(WEBSOCKET, path="/") == ("", False)


def test_a_websocket_of_engineio_is_made() -> None:
    assert upgrade(WEBSOCKET) == ("", True)
    assert upgrade(WEBSOCKET, HTTP_UPGRADE="WebSocket", HTTP_CONNECTION="keep-alive, upgrade") == ("", True)


def test_a_request_that_polls_is_left_to_engineio() -> None:
    for query in ("EIO=4&transport=polling", "EIO=4&transport=polling&sid=abc", "EIO=4"):
        assert upgrade(query, HTTP_UPGRADE="") == ("", False)
        assert upgrade(query, HTTP_UPGRADE="h2c") == ("", False)


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("EIO=4&transport=polling", {}),
        ("EIO=4", {}),
        ("EIO=4&transport=websocket&sid=abc", {}),
        ("EIO=4&transport=websocket&transport=polling", {}),
        ("EIO=4&transport=polling&transport=websocket", {}),
        (WEBSOCKET, {"HTTP_UPGRADE": ""}),
        (WEBSOCKET, {"HTTP_UPGRADE": "h2c"}),
        (WEBSOCKET, {"HTTP_CONNECTION": ""}),
        (WEBSOCKET, {"HTTP_CONNECTION": "close"}),
        (WEBSOCKET, {"REQUEST_METHOD": "POST"}),
        (WEBSOCKET, {"REQUEST_METHOD": "HEAD"}),
    ],
)
def test_half_a_wish_for_a_websocket_is_a_bad_request(query: str, fields: dict[str, str]) -> None:
    assert upgrade(query, **fields) == ("400 Bad Request", False)


def test_a_foreign_origin_is_refused_before_the_upgrade() -> None:
    assert upgrade(WEBSOCKET, HTTP_ORIGIN="http://evil.example") == ("403 Forbidden", False)
