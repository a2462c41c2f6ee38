"""Several servers that start in one folder at once end with one secret and one authority."""

import multiprocessing
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from controller_app.machine import secret
from controller_app.machine.tls.certificates import ensure
from tests.support.handshake import shake_hands

STARTERS = 4
TRIES = 20
PATIENCE_S = 60.0

NOW = datetime.now(UTC)
spawn = multiprocessing.get_context("spawn")  # a fork would share what gevent or a lock holds


def test_first_starts_at_once_have_one_secret(tmp_path: Path) -> None:
    for at, keys in enumerate(results_of(load_secret, tmp_path)):
        assert keys == [secret.load(tmp_path / str(at))] * STARTERS


def test_starts_at_once_replace_a_damaged_secret_once(tmp_path: Path) -> None:
    for at in range(TRIES):
        (tmp_path / str(at)).mkdir()
        (tmp_path / str(at) / "secret.key").write_bytes(b"short")
    for at, keys in enumerate(results_of(load_secret, tmp_path)):
        assert len(set(keys)) == 1
        (kept,) = (tmp_path / str(at)).glob("secret.key.damaged-*")
        assert kept.read_bytes() == b"short"


@pytest.mark.parametrize("damaged", [False, True], ids=["first", "with a damaged authority"])
def test_first_starts_at_once_have_one_authority_and_each_shows_its_own_address(tmp_path: Path, damaged: bool) -> None:
    if damaged:
        for at in range(TRIES):
            (tmp_path / str(at)).mkdir()
            (tmp_path / str(at) / "authority.crt").write_bytes(b"nonsense")
    for at, roots in enumerate(results_of(make_certificate, tmp_path)):
        folder = tmp_path / str(at)
        assert set(roots) == {(folder / "authority.crt").read_bytes()}
        assert len(list(folder.glob("*.damaged-*"))) == damaged


def load_secret(folder: Path, _starter: int) -> bytes:
    return secret.load(folder)


def make_certificate(folder: Path, starter: int) -> bytes:
    """Make a certificate for an address that no other starter has, show it to a device, and return the authority."""
    address = f"192.168.0.{starter + 1}"
    made = ensure(folder, ["127.0.0.1", address], ["localhost"], NOW)
    assert shake_hands(made, address)
    assert made.authority
    return made.authority.read_bytes()


def results_of(start: Callable[[Path, int], bytes], folder: Path) -> list[list[bytes]]:
    """Let all starters do it at once, in a folder of its own each time; return what each try gave them."""
    gate = spawn.Barrier(STARTERS)
    ends = [spawn.Pipe(duplex=False) for _ in range(STARTERS)]
    starters = [
        spawn.Process(target=go, args=(start, folder, number, gate, ends[number][1]), daemon=True)
        for number in range(STARTERS)
    ]
    for starter, (_, sending) in zip(starters, ends, strict=True):
        starter.start()
        sending.close()  # so that a starter that fails is heard at once
    told = []
    for receiving, _ in ends:
        assert receiving.poll(PATIENCE_S), "a starter said nothing"
        told.append(receiving.recv())
        receiving.close()
    for starter in starters:
        starter.join(PATIENCE_S)
        assert starter.exitcode == 0
    return [list(keys) for keys in zip(*told, strict=True)]


def go(start: Callable[[Path, int], bytes], folder: Path, number: int, gate: Barrier, end: Any) -> None:
    """The life of one starter, in a process of its own."""
    found = []
    for at in range(TRIES):
        gate.wait(PATIENCE_S)
        found.append(start(folder / str(at), number))
    end.send(found)
