"""Record what three pretend phones do, for the previews in the gallery.

python -m tools.recordings        writes static/recordings/: NAME.jsonl for each way to hold a phone
"""

import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from controller_app.core import recording
from controller_app.core.recording import Came, Note, PhoneNote, SampleNote
from tests.support.clients import Display, until
from tests.support.running import ROOT, RunningServer

FOLDER = ROOT / "static" / "recordings"
SHOWN = {"tilt": "marble", "aim": "lights", "attitude": "mirror"}
"""A visual that reads the hand so."""

PHONES = 3
SECONDS = 14.0
GAP = 30
"""Milliseconds between two samples of a phone that are kept: the display smooths what lies between."""


def take(motion: str) -> list[Note]:
    """Return what phones did whose visual reads the hand in this way."""
    with tempfile.TemporaryDirectory() as folder:
        server = RunningServer(Path(folder) / "instance", "--visual", SHOWN[motion]).start()
        screen = Display(server.http)
        address, file = f"{server.http}/{screen.room}", Path(folder) / "out.jsonl"
        recorder = _run("record", str(file), "--to", address, "--motion", "--instance", str(server.instance))
        until(lambda: screen.all("recording")[-1]["on"], lambda: "the recording")
        crowd = _run("phones", "--steady", "--count", str(PHONES), "--seed", "5", "--to", address)
        time.sleep(SECONDS + 1)
        for process in (recorder, crowd):
            process.send_signal(signal.SIGINT)
            process.wait()
        screen.close()
        server.stop()
        return thinned(recording.read(file.read_text(encoding="utf-8").splitlines()))


def thinned(notes: list[Note]) -> list[Note]:
    """Begin with the first phone, end after ``SECONDS``, and keep a sample every ``GAP`` milliseconds."""
    began = next(note.at for note in notes if isinstance(note, Came))
    kept, due = [notes[0]], dict.fromkeys(range(1, PHONES + 1), 0)
    for note in notes[1:]:
        at = note.at - began
        if not isinstance(note, PhoneNote) or at > SECONDS * 1000:
            continue
        if isinstance(note, SampleNote):
            if at < due[note.phone]:
                continue
            due[note.phone] = at + GAP
        kept.append(msgspec.structs.replace(note, at=at))
    return kept


def _run(*command: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "controller_app", *command], cwd=ROOT, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in SHOWN:
        (FOLDER / f"{name}.jsonl").write_text(recording.text_of(take(name)), encoding="utf-8")
