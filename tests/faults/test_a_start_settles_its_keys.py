"""Two starts at once in a new folder, or damaged keys: each start ends with whole keys."""

import signal
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.faults.conftest import Hold
from tests.support.clients import Display
from tests.support.running import RunningServer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "instance"


@pytest.fixture
def servers(folder: Path) -> Iterator[Any]:
    started: list[RunningServer] = []

    def start(count: int = 1) -> list[RunningServer]:
        new = [RunningServer(folder) for _ in range(count)]
        started.extend(new)
        with ThreadPoolExecutor(count) as threads:
            return list(threads.map(RunningServer.start, new))

    yield start
    for server in started:
        server.stop(signal.SIGKILL)


def test_two_first_starts_at_once_have_one_secret_and_one_authority(servers: Any, folder: Path, hold: Hold) -> None:
    one, other = servers(2)

    display = hold(Display(one.http))
    again = hold(Display(other.http, host=display.opened["host_pass"]))

    assert again.room == display.room
    for server in (one, other):
        assert_trusted(server, folder)
        assert "so there is a new one" not in server.output


def test_damaged_keys_are_said_in_a_sentence_each_and_kept(servers: Any, folder: Path, hold: Hold) -> None:
    (before,) = servers()
    display = hold(Display(before.http))
    assert before.stop() == 0
    (folder / "secret.key").write_bytes(b"")
    (folder / "issuer.key").write_bytes(b"half a key")

    (after,) = servers()
    again = hold(Display(after.http, host=display.opened["host_pass"]))

    assert again.room != display.room
    assert_trusted(after, folder)
    assert after.output.count("so there is a new one") == 2
    assert after.output.count("secret.key can't be used (it has 0 bytes instead of 32)") == 1
    assert after.output.count("The certificate authority in ") == 1
    assert "Traceback" not in after.output
    assert sorted(file.name.partition(".damaged-")[0] for file in folder.glob("*.damaged-*")) == [
        "authority.crt", "issuer.crt", "issuer.key", "secret.key",
    ]  # fmt: skip
    assert after.stop() == 0

    (later,) = servers()
    assert hold(Display(later.http, host=again.opened["host_pass"])).room == again.room
    assert "so there is a new one" not in later.output


def assert_trusted(server: RunningServer, folder: Path) -> None:
    """A device that has installed what /trust offers meets no warning."""
    offered = requests.get(f"{server.http}/trust/authority.crt", timeout=5).content
    assert ssl.PEM_cert_to_DER_cert((folder / "authority.crt").read_text()) == offered
    assert requests.get(f"{server.https}/healthz", verify=str(folder / "authority.crt"), timeout=5).ok
