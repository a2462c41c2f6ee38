"""Without a disk and a log the server starts, plays, counts lost lines, and stops."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.faults.conftest import Hold
from tests.support.clients import Display, Phone, until
from tests.support.running import ROOT, RunningServer

MISBEHAVIOUR = 3  # connections that cause a line each

IN_OWN_MOUNTS = ("unshare", "-rm", "sh", "-c")
READ_ONLY = (
    *IN_OWN_MOUNTS,
    'mount --bind "$FOLDER" "$FOLDER" && mount -o remount,ro,bind "$FOLDER" && exec "$0" "$@"',
)
FULL_DISK = (
    *IN_OWN_MOUNTS,
    'mount -t tmpfs -o size=64k full "$FOLDER" && { head -c 99999 /dev/zero > "$FOLDER/fill"; true; } '
    '&& exec "$0" "$@" 2> "$FOLDER/log"',
)
CLOSED = ("sh", "-c", 'exec "$0" "$@" >&- 2>&-')
NOBODY_LISTENS = (sys.executable, str(ROOT / "tests/faults/mute.py"), "closed")
NOBODY_READS = (sys.executable, str(ROOT / "tests/faults/mute.py"), "full")

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="mounts and sizes of pipes are Linux's"),
    pytest.mark.filterwarnings("ignore::urllib3.exceptions.InsecureRequestWarning"),
]


def may_mount(prefix: tuple[str, ...], folder: Path) -> bool:
    """Whether this user may mount something on a folder."""
    try:
        tried = subprocess.run(
            [*prefix, sys.executable],
            env={"FOLDER": str(folder)},
            capture_output=True,
            timeout=5,
            stdin=subprocess.DEVNULL,
        )
    except OSError:
        return False
    return tried.returncode == 0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "instance"
    made.mkdir()
    monkeypatch.setenv("FOLDER", str(made))
    return made


@pytest.fixture
def servers(folder: Path) -> Iterator[Any]:
    started: list[RunningServer] = []

    def start(*prefix: str, **more: Any) -> RunningServer:
        if prefix[:4] == IN_OWN_MOUNTS and not may_mount(prefix, folder):
            pytest.skip("mounts are not allowed here")
        server = RunningServer(folder, **more)
        server.prefix = prefix
        started.append(server)
        return server.start()

    yield start
    for server in started:
        server.stop(signal.SIGKILL)


def test_a_folder_that_cannot_be_written_is_enough_once_the_key_is_there(servers: Any, hold: Hold) -> None:
    before = servers()
    display = hold(Display(before.http))
    assert before.stop() == 0

    after = servers(*READ_ONLY)
    again = hold(Display(after.http, host=display.opened["host_pass"]))

    assert again.room == display.room
    assert requests.get(f"{after.https}/healthz", verify=False, timeout=5).ok
    assert "can't be written" not in after.output


def test_without_a_key_it_says_what_to_do(servers: Any, hold: Hold) -> None:
    server = servers(*READ_ONLY)
    hold(Display(server.https))

    assert server.output.count("can't be written (Read-only file system)") == 2
    assert server.output.count("Choose a folder that can be written with --instance.") == 2
    assert "Traceback" not in server.output


def test_damaged_keys_that_cannot_be_replaced_are_said_in_a_sentence_each(
    servers: Any, folder: Path, hold: Hold
) -> None:
    assert servers().stop() == 0
    (folder / "secret.key").write_bytes(b"short")
    (folder / "authority.crt").write_bytes(b"")

    server = servers(*READ_ONLY)
    hold(Display(server.https))

    assert server.output.count("can't be written (Read-only file system)") == 2
    assert "secret.key can't be used (it has 5 bytes instead of 32) and can't be written" in server.output
    assert "the certificate authority in it is damaged (authority.crt holds no certificate), so" in server.output
    assert not list(folder.glob("*.damaged-*"))
    assert "Traceback" not in server.output


@pytest.mark.parametrize(
    "log",
    [CLOSED, NOBODY_LISTENS, NOBODY_READS, FULL_DISK],
    ids=["closed", "nobody listens", "nobody reads", "full disk"],
)
def test_a_log_that_cannot_be_written_stops_nothing(servers: Any, hold: Hold, log: tuple[str, ...]) -> None:
    server = servers(*log, https=False)
    display = hold(Display(server.http))
    phone = hold(Phone(server.http, display.room))
    for _ in range(MISBEHAVIOUR):
        hold(Phone(server.http, display.room)).emit("tap", "nonsense")

    phone.tap(1)
    display.wait_for("tapped")
    if log != NOBODY_READS:  # there, lines wait until too many do
        until(lambda: lines_lost(server) >= MISBEHAVIOUR, lambda: "lost lines")
    assert server.stop() == 0


def lines_lost(server: RunningServer) -> int:
    return int(requests.get(f"{server.http}/healthz", timeout=5).json()["lines_lost"])
