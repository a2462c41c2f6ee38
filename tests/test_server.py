"""How long a connection is waited for, whatever it has said so far."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import gevent
import pytest
from gevent import pywsgi, socket

from controller_app.web.server import QuietHandler

HEAD = b"POST /%s HTTP/1.1\r\nHost: 127.0.0.1\r\n"
PIECE = b"a" * 10


class Hasty(QuietHandler):
    patience = 0.3


class Calm(QuietHandler):
    patience = 2.0


def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Read the body at /read, and bear it as Engine.IO does if it doesn't come; elsewhere leave it to the server."""
    body = b""
    with suppress(OSError):
        body = environ["wsgi.input"].read() if environ["PATH_INFO"] == "/read" else b""
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"%d bytes came" % len(body)]


@contextmanager
def serving(handler: type[QuietHandler]) -> Iterator[int]:
    """Serve, and give the port."""
    server = pywsgi.WSGIServer(("127.0.0.1", 0), app, log=None, handler_class=handler)
    server.start()
    yield int(server.address[1])
    server.stop()


def answer(port: int, *pieces: bytes, pause: float = 0.0) -> bytes:
    """Send pieces, and return all that comes until the server hangs up."""
    with gevent.Timeout(10), socket.create_connection(("127.0.0.1", port)) as connection:
        for piece in pieces:
            connection.sendall(piece)
            gevent.sleep(pause)
        told = b""
        while more := connection.recv(4096):
            told += more
        return told


@pytest.mark.parametrize(
    "pieces",
    [
        (),
        (b"GET / HT",),
        (HEAD % b"read",),
        (HEAD % b"read", b"Content-Length: 100\r\n\r\n", PIECE),
        (HEAD % b"", b"Content-Length: 100\r\n\r\n", PIECE),
        (HEAD % b"read", b"Transfer-Encoding: chunked\r\n\r\n", b"64\r\n", PIECE),
        (HEAD % b"", b"Transfer-Encoding: chunked\r\n\r\n", b"64\r\n", PIECE),
    ],
    ids=["nothing", "half a line", "half a head", "half a body", "half an unread body", "half a chunk", "unread chunk"],
)
def test_whoever_stops_within_a_request_is_hung_up_on(
    pieces: tuple[bytes, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    began = time.monotonic()
    with serving(Hasty) as port:
        answer(port, *pieces)

    assert time.monotonic() - began >= Hasty.patience
    assert capsys.readouterr().err == ""


def test_a_body_that_comes_slowly_is_waited_for() -> None:
    head = HEAD % b"read" + b"Content-Length: 50\r\n\r\n"
    with serving(Calm) as port:
        told = answer(port, head, *[PIECE] * 5, pause=Calm.patience / 4)

    assert told.startswith(b"HTTP/1.1 200 OK")
    assert told.endswith(b"50 bytes came")


def test_a_connection_serves_the_next_request_after_a_body() -> None:
    whole = HEAD % b"read" + b"Content-Length: 10\r\n\r\n" + PIECE
    with serving(Hasty) as port:
        told = answer(port, whole, whole)

    assert told.count(b"10 bytes came") == 2
