"""The phone that docs/course.md shows: a client in Node, against a real server."""

import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator

import pytest

from tests.support.clients import PATIENCE, Display, until
from tests.support.running import ROOT, RunningServer

COURSE = (ROOT / "docs" / "course.md").read_text(encoding="utf-8")
PHONE = ROOT / "examples" / "course" / "phone.mjs"
MAX_LINES = 35
NODE = shutil.which("node") or ""

needs_node = pytest.mark.skipif(
    not NODE or not (ROOT / "node_modules" / "socket.io-client").is_dir(),
    reason="Node or socket.io-client is not installed: `make node_modules`, as `make check` does",
)


class NodePhone:
    """``node phone.mjs ADDRESS``, with all it prints."""

    def __init__(self, address: str) -> None:
        self.lines: list[str] = []
        self._process = subprocess.Popen(
            [NODE, str(PHONE), address], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def wait_for(self, words: str) -> str:
        """Return the first line with these words."""
        until(lambda: any(words in line for line in self.lines), lambda: f"{words}: {self.lines}")
        return next(line for line in self.lines if words in line)

    def code(self) -> int:
        """Wait for its end; return the exit code."""
        return self._process.wait(PATIENCE)

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        self.lines.extend(iter(self._process.stdout.readline, ""))


@pytest.fixture
def node_phone() -> Iterator[Callable[[str], NodePhone]]:
    started: list[NodePhone] = []

    def start(address: str) -> NodePhone:
        started.append(made := NodePhone(address))
        return made

    yield start
    for each in started:
        each.close()


@needs_node
def test_thirty_lines_of_node_join_a_room_lean_and_tap(
    display: Callable[..., Display], server: RunningServer, node_phone: Callable[[str], NodePhone]
) -> None:
    screen = display()

    hand = node_phone(f"{server.http}/{screen.room.lower()}")

    seat = screen.wait_for("joined")["seat"]
    assert hand.wait_for("Phone 1") == f"Phone 1, {seat['name']}: the {seat['colour']} {seat['shape']}.\n"
    until(lambda: len({tilt[3] for tilt in screen.tilts_of(1)}) > 10, lambda: "ten different leans")
    number, (tap, *_) = screen.wait_for("tapped")
    assert (number, tap) == (1, 0)
    hand.wait_for("Tap 0 is on the screen.")
    assert len(hand.lines) <= 3, "no refusal"


@needs_node
def test_a_wrong_code_is_told_in_a_sentence(server: RunningServer, node_phone: Callable[[str], NodePhone]) -> None:
    hand = node_phone(f"{server.http}/WRONG")

    assert hand.code() == 1
    assert hand.lines == ["Room WRONG is not open. Look at the code on the screen.\n"]


@needs_node
def test_it_comes_back_to_its_seat_when_the_server_was_started_again(
    server: RunningServer, display: Callable[..., Display], node_phone: Callable[[str], NodePhone]
) -> None:
    screen = display()
    hand = node_phone(f"{server.http}/{screen.room}")
    screen.wait_for("joined")
    hand.wait_for("Phone 1")

    server.stop()
    server.start()
    again = display(host=screen.all("joined")[-1]["host_pass"])

    assert again.room == screen.room
    back = again.wait_for("tapped")
    assert back[0] == 1


def test_the_course_shows_the_whole_client_and_every_file_it_names_is_there() -> None:
    code = PHONE.read_text(encoding="utf-8")

    assert len(code.splitlines()) <= MAX_LINES
    for name in re.findall(r"\]\(([^)#:]+)\)", COURSE):
        assert (ROOT / "docs" / name).exists(), name
    assert "docs/course.md" in (ROOT / "README.md").read_text(encoding="utf-8")
