"""Third stream: a class in the protocol, and its samples go all the way."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.clients import Display, Phone, until
from tests.support.running import MANY_PEOPLE, ROOT, RunningServer

MODULE = "tests.support.third_stream"
SAMPLE = [1, 0, 2500, 7500, True]

OpenDisplay = Callable[..., Display]
Join = Callable[..., Phone]


class ServerWithStick(RunningServer):
    """A server whose protocol has a third stream."""

    module = MODULE


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    running = ServerWithStick(Path(tmp_path_factory.mktemp("instance")), *MANY_PEOPLE).start()
    yield running
    assert running.stop() == 0
    assert "Traceback" not in running.output, running.output


def sticks_in(display: Display) -> list[list[object]]:
    """Return number and values of all samples of the third stream that a display got."""
    return [[number, *sample[2:]] for frame in display.all("frame") for number, sample in frame[2]]


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_its_samples_reach_the_display(display: OpenDisplay, phone: Join, transport: str) -> None:
    screen = display()
    hand = phone(screen.room, transport=transport)

    hand.emit("stick", SAMPLE)

    until(lambda: sticks_in(screen), lambda: "a frame with it")
    assert sticks_in(screen) == [[hand.number, 2500, 7500, True]]


def test_a_sample_out_of_range_is_refused(display: OpenDisplay, phone: Join) -> None:
    screen = display()
    hand = phone(screen.room)

    hand.emit("stick", [1, 0, 2500, 10_001, True])

    assert "stick" in hand.wait_for("refused")["message"]
    assert not sticks_in(screen)


def test_its_samples_are_recorded_and_replayed(
    server: RunningServer, display: OpenDisplay, phone: Join, tmp_path: Path
) -> None:
    screen, file = display(), tmp_path / "stick.jsonl"
    hand = phone(screen.room)
    here = ("--to", f"{server.http}/{screen.room}", "--instance", str(server.instance), "--motion")
    with subprocess.Popen([sys.executable, "-m", MODULE, "record", str(file), *here], cwd=ROOT) as recorder:
        until(lambda: screen.all("recording")[-1]["on"], lambda: "the beginning of the recording")
        hand.emit("stick", SAMPLE)
        until(lambda: sticks_in(screen), lambda: "the sample")
        until(lambda: '"stick"' in file.read_text(), lambda: "the note")
        recorder.terminate()
    notes = [json.loads(line) for line in file.read_text().splitlines()]
    assert [note[2:] for note in notes if note[0] == "stick"] == [[hand.number, 2500, 7500, True]]

    again = display()
    replay = (sys.executable, "-m", MODULE, "replay", str(file), "--to", f"{server.http}/{again.room}")
    assert subprocess.run(replay, cwd=ROOT, timeout=30, check=False).returncode == 0

    assert sticks_in(again) == [[1, 2500, 7500, True]]


def test_the_browsers_table_has_it() -> None:
    write = (
        f"from {MODULE} import add_stick; add_stick(); from tools import write_protocol;"
        "print(''.join(write_protocol.files().values()))"
    )
    written = subprocess.run((sys.executable, "-c", write), cwd=ROOT, capture_output=True, text=True, check=True).stdout

    entry = json.loads((ROOT / "tests" / "data" / "stick.json").read_text())
    assert f"  {json.dumps(entry)},\n" in written, "tests/js/third-stream.test.js takes it from there"
    assert "export type Frame = [tilts: [number, Tilt][], pads: [number, Pad][], sticks: [number, Stick][]];" in written
    assert "  stick: Stick;\n" in written
