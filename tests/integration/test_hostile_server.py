"""``phones`` and ``record`` on a hostile server: its words are escaped and cut."""

import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from controller_app.machine.process.log_format import MAX_LINE_CHARS
from controller_app.machine.secret import load
from tests.support.running import ROOT

EVIL = "\x1b[2J\x1b]0;owned\x07\nForged.\r\u202e\x9b31m"
LONG = 3000  # characters that follow
HANDSHAKE = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"


@pytest.fixture
def hostile() -> Iterator[str]:
    """The address of a server that lets nobody in, and says so at length."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=refuse_all, args=(listener,), daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/CDFG"
        listener.shutdown(socket.SHUT_RDWR)  # wakes the thread


def refuse_all(listener: socket.socket) -> None:
    said = {"reason": "full", "message": EVIL + "x" * LONG}
    payload = b"44/phone," + json.dumps({"message": "no", "data": said}).encode()
    refusal = b"\x81\x7e" + len(payload).to_bytes(2, "big") + payload
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with connection:
            connection.recv(65_536)
            connection.sendall(HANDSHAKE + refusal)
            connection.recv(65_536)


def said_by(*command: str, code: int) -> str:
    """Run a command to its end and return what it said on stderr."""
    ended = subprocess.run(
        [sys.executable, "-m", "controller_app", *command], cwd=ROOT, capture_output=True, timeout=30, check=False
    )
    assert ended.returncode == code, ended
    return ended.stderr.decode()


def assert_safe(said: str) -> None:
    (line,) = (line for line in said.removesuffix("\n").split("\n") if "owned" in line)
    assert said.replace("\n", "").isprintable()
    assert r"\x1b[2J\x1b]0;owned\x07\nForged.\r\u202e\x9b31mxxx" in line
    assert f"(cut from {len(EVIL) + LONG:,} characters)" in line
    assert len(line) < MAX_LINE_CHARS + 100
    assert "\nForged" not in said


def test_phones_say_it_escaped(hostile: str) -> None:
    assert_safe(said_by("phones", "--count", "3", "--to", hostile, code=0))


def test_record_says_it_escaped(hostile: str, tmp_path: Path) -> None:
    load(tmp_path)  # a key, without which nothing is recorded

    said = said_by("record", str(tmp_path / "out.jsonl"), "--to", hostile, "--instance", str(tmp_path), code=2)

    assert_safe(said)
