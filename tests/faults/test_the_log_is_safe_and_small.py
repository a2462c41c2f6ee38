"""Whatever clients send, the log has printable lines only, few of them, and each is short."""

import json
import re
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests
import websocket

from controller_app.machine.process.log_budget import CLIENT_BURST, CLIENT_PER_SECOND, FAULT_BURST
from controller_app.machine.process.log_format import MAX_LINE_CHARS
from tests.faults.conftest import Hold
from tests.support.clients import PATIENCE, Display, until
from tests.support.running import RunningServer

EVIL = "\n\r\t\x00\x07\x1b[2J\x1b]0;owned\x07\x7f\x9b31m\u202e\u2066\u200b\u2028\u2029\ufeff\ue000The server stops."
RAW = EVIL.replace("\n", " ")  # as it is, where JSON would escape it
QUOTED = json.dumps(EVIL)
LONG = json.dumps(EVIL * 30)

TOLD = [
    f'42/phone,["say",{{"text":"x",{QUOTED}:1}}]',
    f'42/phone,["say",{{"text":"x",{LONG}:1}}]',
    f'42/phone,["leave",{{{QUOTED}:{QUOTED}}}]',
    f"42/phone,[{QUOTED},1]",
    f"42/phone,[{LONG}]",
]
"""What the log quotes from."""

OTHERS = [
    '42/phone,["say",{"text":"x","\\ud800":1}]',
    f'42/phone,["press",{{"name":{QUOTED},"down":{QUOTED}}}]',
    f'42/phone,["choose",{{"name":{LONG}}}]',
    f'42/phone,["complain",{{"message":{QUOTED},"file":{QUOTED},"line":1}}]',
    f'42/phone,["complain",{{"message":{QUOTED},"file":"","line":1}}]',
    f"42/phone,{RAW}",
    f"42/{RAW},[]",
    f"40/{RAW},{{}}",
    f"40/{RAW * 30},{{}}",
    f'40/phone,{{"room":{QUOTED},{QUOTED}:1}}',
    f'40/display,{{"host":{QUOTED}}}',
    f"40/display,{{{LONG}:{QUOTED}}}",
    f'40/recorder,{{"right":{QUOTED}}}',
    f"4{RAW}",
    RAW,
]

ROOM_FOR_COUNTS = 100  # characters

RECONNECTIONS = 300


class LoggedServer(RunningServer):
    """A server whose output is kept byte by byte."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "instance", "--dev", https=False)
        self.log = folder / "log"
        self.prefix = ("sh", "-c", f'exec "$0" "$@" > \'{self.log}\' 2>&1')

    def said(self) -> list[str]:
        """Return the whole lines that are written so far."""
        return self.log.read_bytes().decode().split("\n")[:-1]


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[LoggedServer]:
    running = LoggedServer(tmp_path)
    running.start()
    yield running
    running.stop(signal.SIGKILL)

    assert "Traceback" not in running.log.read_text()


def by_websocket(server: RunningServer, *messages: str) -> None:
    """Send messages over a connection of their own."""
    address = f"ws://127.0.0.1:{server.port}/socket.io/?EIO=4&transport=websocket"
    connection = websocket.create_connection(address, timeout=PATIENCE)
    for message in messages:
        connection.send(message)
    connection.close(timeout=PATIENCE)


def by_polling(server: RunningServer, *messages: str) -> None:
    """Send each message in a request of its own, all in one session."""
    address = f"{server.http}/socket.io/?EIO=4&transport=polling"
    sid = json.loads(requests.get(address, timeout=PATIENCE).text[1:])["sid"]
    for message in messages:
        requests.post(f"{address}&sid={sid}", data=message.encode(), timeout=PATIENCE)


@pytest.mark.parametrize("send", [by_websocket, by_polling])
def test_nothing_that_a_client_sends_reaches_a_terminal_raw(
    logged: LoggedServer, hold: Hold, send: Callable[..., None]
) -> None:
    room = hold(Display(logged.http)).room
    before = len(logged.said())
    for message in [*TOLD, *OTHERS, '42/phone,["the last",1]']:
        send(logged, f'40/phone,{{"room":"{room}"}}', message)
    requests.get(f"{logged.http}/{EVIL}", params={EVIL: EVIL}, headers={"User-Agent": "\x1b[2J"}, timeout=PATIENCE)
    until(lambda: "'the last'" in logged.said()[-1], lambda: "the last line")

    lines = logged.said()[before:]
    assert all(line.isprintable() for line in lines)
    assert sum(r"\x1b]0;owned\x07" in line for line in lines) >= len(TOLD)
    assert not any(line.startswith("The server stops.") for line in lines)
    assert max(map(len, lines)) < MAX_LINE_CHARS + ROOM_FOR_COUNTS


def test_a_client_that_comes_again_and_again_fills_no_disk(logged: LoggedServer) -> None:
    began, before = time.monotonic(), len(logged.said())
    for _ in range(RECONNECTIONS):
        by_websocket(logged, TOLD[1])
    until(lambda: lines_left_out(logged) >= RECONNECTIONS - CLIENT_BURST - 50, lambda: "lines that are left out")

    seconds = time.monotonic() - began
    most = CLIENT_BURST + CLIENT_PER_SECOND * seconds
    assert len(logged.said()) - before <= most
    assert logged.log.stat().st_size < 10_000 + (most + FAULT_BURST) * MAX_LINE_CHARS


def test_the_next_line_says_how_many_were_left_out(logged: LoggedServer) -> None:
    for _ in range(CLIENT_BURST + 1):
        by_websocket(logged, TOLD[0])

    def told() -> bool:
        by_websocket(logged, TOLD[0])
        return any(re.search(r"\(\d+ lines were left out\.\)$", line) for line in logged.said())

    until(told, lambda: "a count")


def lines_left_out(server: RunningServer) -> int:
    return int(requests.get(f"{server.http}/healthz", timeout=PATIENCE).json()["lines_left_out"])
