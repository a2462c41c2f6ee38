"""No request is answered with a 5xx, a traceback or a line that a terminal obeys."""

import json
import signal
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
import requests

from controller_app.machine.process.log_budget import CLIENT_BURST
from tests.faults.strange_requests import strange_request
from tests.support.clients import PATIENCE
from tests.support.running import RunningServer

REQUESTS = 500  # for each seed
NO_ASCII = "\xff\x80\xc3\xa9\x9b2J"
SOCKETS = "/socket.io/?EIO=4&transport=polling"


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """One server for all requests: after each of them it serves the next."""
    running = RunningServer(Path(tmp_path_factory.mktemp("instance"))).start()
    yield running
    running.stop(signal.SIGKILL)


@pytest.fixture(autouse=True)
def calm(asked: RunningServer) -> Iterator[None]:
    """After each test the server lives, and has said little."""
    yield

    assert requests.get(f"{asked.http}/healthz", timeout=PATIENCE).ok
    assert "Traceback" not in asked.output, asked.output
    assert all(line.rstrip("\n").isprintable() for line in asked.lines)
    assert len(asked.lines) < CLIENT_BURST


def answer(server: RunningServer, request: bytes) -> bytes:
    """Send a request and nothing more; return what comes until the server hangs up."""
    told = b""
    with socket.create_connection(("127.0.0.1", server.port), PATIENCE) as connection:
        try:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            while more := connection.recv(65_536):
                told += more
        except ConnectionError:  # it had enough before all was sent
            pass
    return told


def get(server: RunningServer, target: str) -> bytes:
    head = f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nConnection: close\r\n\r\n"
    return answer(server, head.encode("latin-1"))


@pytest.mark.parametrize("seed", range(3))
def test_strange_requests_are_answered_without_a_fault(asked: RunningServer, seed: int) -> None:
    random = Random(seed)
    answers = 0
    for _ in range(REQUESTS):
        request = strange_request(random, f"127.0.0.1:{asked.port}")
        told = answer(asked, request)
        assert told[9:10] != b"5", (request, told[:200])
        answers += told.startswith(b"HTTP/1.1 2")

    assert answers > REQUESTS // 20, "many get through to a page"


@pytest.mark.parametrize("path", ["/", "/gallery", "/join", "/CDFG", "/qr/CDFG.svg", "/trust", "/healthz", "/static/x"])
def test_a_query_that_is_not_ascii_is_refused_in_words(asked: RunningServer, path: str) -> None:
    for query in (NO_ASCII, f"code={NO_ASCII}", f"{NO_ASCII}=1"):
        told = get(asked, f"{path}?{query}")
        assert told.startswith(b"HTTP/1.1 400")
        assert told.endswith(b"percent-encoded.\n")


@pytest.mark.parametrize("path", ["/%s", "/%s/CDFG", "/CDFG/%s", "/qr/%s.svg", "/static/%s", "/trust/%s", "/%s.txt"])
def test_a_path_that_is_not_ascii_is_not_found(asked: RunningServer, path: str) -> None:
    told = get(asked, path % NO_ASCII)

    assert told[9:12] in (b"404", b"200", b"400")


def test_a_session_that_has_ended_takes_no_more(asked: RunningServer) -> None:
    opened = requests.get(asked.http + SOCKETS, timeout=PATIENCE).text
    session = f"{asked.http}{SOCKETS}&sid={json.loads(opened[1:])['sid']}"
    assert requests.post(session, data="1", timeout=PATIENCE).ok

    assert requests.post(session, data="4", timeout=PATIENCE).status_code == 400
    assert requests.get(session, timeout=PATIENCE).status_code == 400


def test_a_server_name_that_is_not_ascii_ends_no_handshake(asked: RunningServer) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    with pytest.raises(ssl.SSLWantReadError):
        context.wrap_bio(incoming, outgoing, server_hostname="in-the-name").do_handshake()
    hello = outgoing.read().replace(b"in-the-name", b"\xff\x80\x1b[2J\x07\r\n\x9bx")
    with socket.create_connection(("127.0.0.1", asked.https_port), PATIENCE) as connection:
        connection.sendall(hello)

        assert connection.recv(1) == b"\x16", "it goes on with the handshake, where an alert would be 0x15"
