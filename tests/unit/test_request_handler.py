"""Requests: how long one is waited for, how large it may be, which forms are refused."""

import ssl
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

import gevent
import pytest
from gevent import pywsgi, socket
from gevent.select import select

from controller_app.web.http.request_handler import MAX_BODY_BYTES, RequestHandler
from controller_app.web.http.request_head import MAX_HEAD_BYTES

HEAD = b"POST /%s HTTP/1.1\r\nHost: 127.0.0.1\r\n"
READ = b"socket.io/"
PIECE = b"a" * 10


class Hasty(RequestHandler):
    idle_s = 0.3
    request_s = 0.3


def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    body = environ["wsgi.input"].read()
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"%d bytes came" % len(body)]


@contextmanager
def serving(handler: type[RequestHandler]) -> Iterator[int]:
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
        (HEAD % READ,),
        (HEAD % READ, b"Content-Length: 100\r\n\r\n", PIECE),
        (HEAD % READ, b"Content-Length: 100\r\nExpect: 100-continue\r\n\r\n"),
    ],
    ids=["nothing", "half a line", "half a head", "half a body", "a body that is asked for"],
)
def test_a_client_that_stops_within_a_request_is_hung_up_on(
    pieces: tuple[bytes, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(Hasty) as port:
        told = answer(port, *pieces)

    assert b"200 OK" not in told
    assert capsys.readouterr().err == ""


def test_a_body_that_drips_gets_no_more_time_than_one_that_stops() -> None:
    head = HEAD % READ + b"Content-Length: 1000\r\n\r\n"
    with serving(Hasty) as port, gevent.Timeout(10), socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(head)
        while not select([connection], [], [], Hasty.request_s / 10)[0]:
            connection.sendall(b"a")

        assert connection.recv(4096).startswith(b"HTTP/1.1 408")


def test_a_body_is_handed_on_whole() -> None:
    head = HEAD % READ + b"Content-Length: 50\r\n\r\n"
    with serving(RequestHandler) as port:
        told = answer(port, head, *[PIECE] * 5, b"GET / HTTP/1.0\r\n\r\n", pause=0.01)

    assert told.startswith(b"HTTP/1.1 200 OK")
    assert b"50 bytes came" in told


def test_a_body_that_is_asked_for_first_is_read() -> None:
    head = HEAD % READ + b"Content-Length: 10\r\nExpect: 100-continue\r\n\r\n"
    with serving(Hasty) as port:
        told = answer(port, head, PIECE, pause=0.05)

    assert told.startswith(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK")


def test_a_connection_serves_the_next_request_after_a_body() -> None:
    whole = HEAD % READ + b"Content-Length: 10\r\n\r\n" + PIECE
    with serving(Hasty) as port:
        told = answer(port, whole, whole)

    assert told.count(b"10 bytes came") == 2


@pytest.mark.parametrize("method", [b"POST", b"GET", b"PUT", b"FOO"])
def test_a_body_that_nobody_takes_is_left_and_the_connection_closed(method: bytes) -> None:
    head = method + b" / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 300000000\r\n\r\n"
    with serving(RequestHandler) as port:
        told = answer(port, head, PIECE)

    assert told.endswith(b"0 bytes came")


@pytest.mark.parametrize(
    ("status", "fields"),
    [
        (b"400", b"Content-Length: 1_0"),
        (b"400", b"Content-Length: +5"),
        (b"400", b"Content-Length: -5"),
        (b"400", b"Content-Length: 5 5"),
        (b"400", b"Content-Length: 5,5"),
        (b"400", b"Content-Length: 0x5"),
        (b"400", "Content-Length: ٥".encode()),
        (b"400", b"Content-Length:"),
        (b"400", b"Content-Length: " + b"9" * 5000),
        (b"400", b"Content-Length: 5\r\nContent-Length: 5"),
        (b"400", b"Content-Length: 5\r\nContent-Length: 6"),
        (b"400", b"Content-Length: 5\r\ncontent-length: 0"),
        (b"400", b"Content-Length: 5\r\nTransfer-Encoding: chunked"),
        (b"400", b"Transfer-Encoding: xchunked\r\nContent-Length: 5"),
        (b"400", b"Transfer-Encoding: identity\r\nContent-Length: 5"),
        (b"411", b"Transfer-Encoding: chunked"),
        (b"411", b"Transfer-Encoding: gzip, chunked"),
        (b"413", b"Content-Length: %d" % (MAX_BODY_BYTES + 1)),
        (b"413", b"Content-Length: 999999999999999"),
        (b"400", b"Content-Length: 5\nX: y"),
        (b"431", b"X: " + b"a" * MAX_HEAD_BYTES),
        (b"431", b"\r\n".join(b"X%d: %s" % (n, b"a" * 900) for n in range(20))),
        (b"431", b"\r\n".join(b"X%d: a" % n for n in range(120))),
    ],
)
def test_a_request_in_a_doubtful_form_is_refused_in_a_sentence(
    status: bytes, fields: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(RequestHandler) as port:
        told = answer(port, HEAD % READ + fields + b"\r\n\r\n" + b"hello", b"GET /smuggled HTTP/1.1\r\n\r\n")

    assert told.startswith(b"HTTP/1.1 " + status)
    assert told.count(b"HTTP/1.1") == 1, "the request behind it was answered, too"
    assert told.rpartition(b"\r\n")[2].endswith(b".\n")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "line",
    [b"GET /", b"GET / HTTP/2.0", b"GET / HTTP/x", b"\x16\x03\x01", b"PRI * HTTP/2.0", b"GET / / HTTP/1.1", b" "],
)
def test_what_is_no_request_is_refused_without_a_traceback(line: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(RequestHandler) as port:
        told = answer(port, line + b"\r\n\r\n")

    assert told.startswith(b"HTTP/1.1 400")
    assert capsys.readouterr().err == ""


def test_pipelined_requests_let_others_have_their_turn() -> None:
    requests = 20
    turns: list[str] = []

    def others() -> None:
        for _ in range(requests):
            turns.append("others")
            gevent.sleep(0)

    class Noting(RequestHandler):
        def handle_one_response(self) -> None:
            if not turns:
                gevent.spawn(others)
            turns.append("response")
            super().handle_one_response()

    with serving(Noting) as port:
        answer(port, b"GET / HTTP/1.1\r\n\r\n" * (requests - 1) + b"GET / HTTP/1.0\r\n\r\n")

    assert turns.count("response") == requests
    assert ("response", "response") not in set(pairwise(turns))


def test_a_tls_client_that_has_left_is_no_error() -> None:
    left = ssl.SSLEOFError(ssl.SSL_ERROR_EOF, "EOF occurred in violation of protocol")

    assert left.args[0] in RequestHandler.ignored_socket_errors
