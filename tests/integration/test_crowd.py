"""``python -m controller_app phones``: real connections in a real room."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.support.clients import Display, until
from tests.support.running import ROOT, RunningServer

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
    with crowd("--count", str(COUNT), "--to", f"{address}/{screen.room.lower()}") as process:
        until(lambda: len(screen.all("joined")) == COUNT, lambda: f"{COUNT} phones")
        until(lambda: all(len(screen.tilts_of(number)) > 9 for number in range(1, COUNT + 1)), lambda: "moving phones")
        until(lambda: screen.all("tapped"), lambda: "a tap")

        assert max(tilt[1] for tilt in screen.tilts_of(1)) > 0, "its samples carry the server's clock"
        assert not screen.all("refused")
        process.send_signal(signal.SIGINT)
        until(lambda: len(screen.all("left")) == COUNT, lambda: "seats that are free again")
        assert process.wait(10) == 0


def test_they_press_and_choose_what_is_offered(server: RunningServer, display: Callable[..., Display]) -> None:
    screen = display()
    buttons = [{"name": "boost", "label": "Boost"}]
    choices = [{"name": "a", "label": "The first"}, {"name": "b", "label": "The second"}]
    screen.emit("equip", {"controls": {"motion": "none", "buttons": buttons, "question": "?", "choices": choices}})
    with crowd("--count", "3", "--steady", "--to", f"{server.http}/{screen.room}"):
        assert screen.wait_for("pressed", lambda pressed: pressed[2])[1] == "boost"
        screen.wait_for("pressed", lambda pressed: not pressed[2])
        assert screen.wait_for("chosen")[1] in {"a", "b"}
        until(lambda: any(pads for _, pads in screen.all("frame")), lambda: "a thumb")
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
