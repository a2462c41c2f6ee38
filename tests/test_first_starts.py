"""Several servers that start in one folder at once end with one secret."""

import multiprocessing
from collections.abc import Callable
from pathlib import Path
from threading import Barrier
from typing import Any

from controller_app.machine import secret

STARTERS = 4
TRIES = 30
PATIENCE_S = 30.0

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


def load_secret(folder: Path, _starter: int) -> bytes:
    return secret.load(folder)


def results_of(start: Callable[[Path, int], bytes], folder: Path) -> list[list[bytes]]:
    """Let all starters do it at once, in a folder of its own each time; return what each try gave them."""
    gate = spawn.Barrier(STARTERS)
    ends = [spawn.Pipe(duplex=False) for _ in range(STARTERS)]
    starters = [
        spawn.Process(target=go, args=(start, folder, number, gate, ends[number][1]), daemon=True)
        for number in range(STARTERS)
    ]
    for starter in starters:
        starter.start()
    told = []
    for receiving, _ in ends:
        assert receiving.poll(PATIENCE_S), "a starter said nothing"
        told.append(receiving.recv())
    for starter, (receiving, sending) in zip(starters, ends, strict=True):
        starter.join(PATIENCE_S)
        assert starter.exitcode == 0
        receiving.close()
        sending.close()
    return [list(keys) for keys in zip(*told, strict=True)]


def go(start: Callable[[Path, int], bytes], folder: Path, number: int, gate: Barrier, end: Any) -> None:
    """The life of one starter, in a process of its own."""
    found = []
    for at in range(TRIES):
        gate.wait(PATIENCE_S)
        found.append(start(folder / str(at), number))
    end.send(found)
