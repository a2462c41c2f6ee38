"""``python -m controller_app phones``: real connections in a real room."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.live.clients import Display, until
from tests.running import ROOT, RunningServer

COUNT = 5


@contextmanager
def crowd(*options: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "controller_app", "phones", *options]
    with subprocess.Popen(
        command, cwd=ROOT, env={**os.environ}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("secure", [False, True], ids=["http", "https"])
def test_pretend_phones_take_seats_move_and_tap(
    server: RunningServer, display: Callable[..., Display], secure: bool
) -> None:
    screen = display()
    address = server.https if secure else server.http
    with crowd("--count", str(COUNT), "--to", f"{address}/{screen.room.lower()}"):
        until(lambda: len(screen.all("joined")) == COUNT, lambda: f"{COUNT} phones")
        until(lambda: all(len(screen.tilts_of(number)) > 9 for number in range(1, COUNT + 1)), lambda: "moving phones")
        until(lambda: screen.all("tapped"), lambda: "a tap")

        assert max(tilt[1] for tilt in screen.tilts_of(1)) > 0, "its samples carry the server's clock"
        assert not screen.all("refused")


def test_a_room_that_is_not_open_is_told_in_its_words(server: RunningServer) -> None:
    with crowd("--count", "2", "--to", f"{server.http}/WWWW") as process:
        said = process.communicate(timeout=20)[1]

    assert said.count("Room WWWW is not open") == 1
    assert process.returncode == 0


def test_an_address_without_a_code_is_told(server: RunningServer) -> None:
    with crowd("--to", server.http) as process:
        said = process.communicate(timeout=20)[1]

    assert "--to" in said
    assert "is not a room's address" in said
    assert process.returncode == 2
