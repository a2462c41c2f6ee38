"""Sessions of both transports in random lives: files, greenlets, sessions are freed."""

import json
import socket
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import requests
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from tests.faults.peers import WatchedServer, on_linux
from tests.support.wire_client import handshake, masked

pytestmark = on_linux

PING = 1  # seconds between pings and for an answer, a fifth of what they are outside tests
WITHIN = 20.0  # seconds, as promised, with pings five times as slow
EXAMPLES = 8
STEPS = 12
TEXT, CLOSE = 1, 8

BODIES = [
    "0",  # an open packet, which only servers send
    "5",
    "6",
    "7",
    "9",
    "x",
    "",
    "bAAAA",
    "4",
    "40",
    "40/phone,{}",
    "40/nowhere,",
    "4" + "x" * 5000,
    "4" + "x" * 20_000,
    "\x1e" * 200,
    "\x1e".join(["40/display,"] * 3),
    "3",
    "2",
    "1",
    "\ud800",
    "\x00",
]
FRAMES = [
    b"",
    b"\x00",
    b"\x81",
    b"\x81\xff" + b"\xff" * 8,
    masked(TEXT, b"0"),
    masked(TEXT, b"1"),
    masked(TEXT, b"6"),
    masked(TEXT, b"40/display,"),
    masked(TEXT, b"40/phone,{}"),
    masked(TEXT, b"41/display,"),
    masked(TEXT, b"4" * 5000),
    masked(TEXT, b"\xff"),
    masked(2, b"binary"),
    masked(CLOSE, b""),
    masked(CLOSE, b"\x03\xe8bye"),
    masked(CLOSE, b"\x00"),
    masked(TEXT, b"40/display,", final=False),
    bytes((TEXT | 0x80, 5)) + b"plain",
]
HALVES = [b"", b"G", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nX: y", b"\x16\x03\x01\x02\x00", b"\xff" * 100]

pick = st.integers(0, 99)


class Polling:
    """A session that polls, each request on a connection of its own unless it is left open."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.left: list[socket.socket] = []
        opened = self.ask("GET", "", b"")
        self.sid = json.loads(opened.partition(b"\r\n\r\n0")[2] or b'{"sid":"none"}')["sid"]

    def ask(self, method: str, sid: str, body: bytes, wait: bool = True) -> bytes:
        """Send a request; wait for its answer, or leave it open."""
        query = f"EIO=4&transport=polling{sid and f'&sid={sid}'}"
        length = f"Content-Length: {len(body)}\r\n" if body else ""
        head = f"{method} /socket.io/?{query} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{length}\r\n"
        connection = socket.create_connection(("127.0.0.1", self.port), 10)
        connection.sendall(head.encode() + body)
        if not wait:
            self.left.append(connection)
            return b""
        with connection:
            return b"".join(iter(lambda: receive(connection), b""))

    def close(self) -> None:
        for connection in self.left:
            connection.close()


def receive(connection: socket.socket) -> bytes:
    try:
        return connection.recv(65_536)
    except OSError:
        return b""


class Lives(RuleBasedStateMachine):
    """What clients do to their sessions; at the end of each example nothing is left of them."""

    server: WatchedServer
    before: dict[str, int]

    def __init__(self) -> None:
        super().__init__()
        self.polling: list[Polling] = []
        self.sockets: list[socket.socket] = []

    @rule()
    def a_session_polls(self) -> None:
        self.polling.append(Polling(self.server.port))

    @precondition(lambda self: self.polling)
    @rule(pick=pick, body=st.sampled_from(BODIES))
    def it_posts(self, pick: int, body: str) -> None:
        session = self.polling[pick % len(self.polling)]
        session.ask("POST", session.sid, body.encode("utf-8", "surrogatepass"))

    @precondition(lambda self: self.polling)
    @rule(pick=pick)
    def it_polls_and_does_not_wait(self, pick: int) -> None:
        session = self.polling[pick % len(self.polling)]
        session.ask("GET", session.sid, b"", wait=False)

    @precondition(lambda self: self.polling)
    @rule(pick=pick, method=st.sampled_from(["PUT", "OPTIONS", "DELETE"]))
    def it_uses_an_odd_method(self, pick: int, method: str) -> None:
        session = self.polling[pick % len(self.polling)]
        session.ask(method, session.sid, b"4")

    @precondition(lambda self: self.polling)
    @rule(pick=pick)
    def it_drops_its_requests(self, pick: int) -> None:
        self.polling[pick % len(self.polling)].close()

    @rule(frames=st.lists(st.sampled_from(FRAMES), max_size=3), reads=st.booleans())
    def a_websocket_sends(self, frames: list[bytes], reads: bool) -> None:
        connection = self.connect(handshake("/socket.io/?EIO=4&transport=websocket"))
        if reads:
            receive(connection)
        self.send(connection, b"".join(frames))

    @precondition(lambda self: self.sockets)
    @rule(pick=pick, frame=st.sampled_from(FRAMES))
    def it_sends_more(self, pick: int, frame: bytes) -> None:
        self.send(self.sockets[pick % len(self.sockets)], frame)

    @rule(half=st.sampled_from(HALVES))
    def a_request_stops_half_way(self, half: bytes) -> None:
        self.connect(half)

    @precondition(lambda self: self.sockets)
    @rule(pick=pick, reset=st.booleans())
    def a_socket_closes(self, pick: int, reset: bool) -> None:
        connection = self.sockets.pop(pick % len(self.sockets))
        if reset:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        connection.close()

    def connect(self, data: bytes) -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", self.server.port), 10)
        self.sockets.append(connection)
        self.send(connection, data)
        return connection

    def send(self, connection: socket.socket, data: bytes) -> None:
        with suppress(OSError):  # the server may have hung up on it
            connection.sendall(data)

    def teardown(self) -> None:
        """Leave without a word: some sockets are closed, some sessions simply don't come any more."""
        for session in self.polling:
            session.close()
        for connection in self.sockets:
            connection.close()
        until = time.monotonic() + WITHIN
        while (left := self.left()) and time.monotonic() < until:
            time.sleep(0.2)
        assert not left, f"{left} more than before"
        assert "Traceback" not in self.server.output, self.server.output

    def left(self) -> dict[str, int]:
        """Return what there is more of than before."""
        now = self.server.counts()
        return {
            what: now[what] - self.before[what]
            for what in ("connections", "files", "greenlets")
            if now[what] > self.before[what]
        }


@pytest.mark.timeout(600)
def test_whatever_sessions_do_nothing_of_them_stays(tmp_path: Path) -> None:
    server = WatchedServer(tmp_path / "instance", "--ping", str(PING), "--set", 'address_limits="off"', https=False)
    server.start()
    requests.get(f"{server.http}/", timeout=5)
    Polling(server.port)  # starts the library's own greenlet
    time.sleep(6 * PING)
    try:

        class Driven(Lives):
            pass

        Driven.server, Driven.before = server, server.counts()
        run_state_machine_as_test(
            Driven,
            settings=settings(
                max_examples=EXAMPLES,
                stateful_step_count=STEPS,
                deadline=None,
                suppress_health_check=list(HealthCheck),
                database=None,
                phases=[Phase.generate],  # to shrink what fails takes 20 s a try
                derandomize=True,
            ),
        )
    finally:
        server.close()


def test_a_bad_post_gives_its_socket_back(watched: WatchedServer) -> None:
    """The smallest input of the kind: 200 sockets stayed for as long as the process lived."""
    before: Any = watched.counts()
    for number in range(40):
        session = Polling(watched.port)
        session.ask("POST", session.sid, BODIES[number % 6].encode())
    assert watched.counts()["files"] <= before["files"] + 2
