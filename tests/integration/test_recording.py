"""``record`` and ``replay``: what phones did in a room, written down and done once more."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from controller_app.core.passes import Passes, RecordPass
from controller_app.core.protocol import RECORDER_NAMESPACE
from tests.support.clients import Client, Display, Phone, until
from tests.support.running import ROOT, RunningServer

OpenDisplay = Callable[..., Display]
Join = Callable[..., Phone]


@contextmanager
def running(*command: str) -> Iterator[subprocess.Popen[str]]:
    whole = [sys.executable, "-m", "controller_app", *command]
    with subprocess.Popen(
        whole, cwd=ROOT, env={**os.environ}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def recorded(server: RunningServer, screen: Display, file: Path, last: str, *options: str) -> Iterator[None]:
    """Record until the block is done and a note of the kind ``last`` is written."""
    here = ("--to", f"{server.http}/{screen.room}", "--instance", str(server.instance))
    with running("record", str(file), *here, *options) as process:
        until(lambda: screen.all("recording")[-1]["on"], lambda: "the beginning of the recording")
        yield
        until(lambda: f'["{last}"' in file.read_text(), lambda: f"a note of {last}")
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0, process.stderr
    until(lambda: not screen.all("recording")[-1]["on"], lambda: "the end of the recording")


def notes_in(file: Path) -> list[list[Any]]:
    return [json.loads(line) for line in file.read_text().splitlines()]


def of_kinds(kinds: list[str], screen: Display) -> list[str]:
    return [event for event, _ in screen.heard if event in kinds]


def play(hand: Phone, screen: Display) -> None:
    """Tilt, tap, and let the screen hear both."""
    heard = len(screen.all("tapped"))
    hand.tilt(1, 1000)
    hand.tilt(2, 2000)
    hand.tap(40)
    until(lambda: len(screen.all("tapped")) > heard, lambda: "the tap")


def test_motion_is_kept_only_if_it_is_asked_for_and_names_never(
    server: RunningServer, display: OpenDisplay, phone: Join, tmp_path: Path
) -> None:
    screen = display()
    hand = phone(screen.room)
    name = hand.seated["seat"]["name"]

    with recorded(server, screen, tmp_path / "taps.jsonl", "tap"):
        play(hand, screen)
    with recorded(server, screen, tmp_path / "all.jsonl", "away", "--motion"):
        assert screen.all("recording")[-1]["motion"] is True
        hand.tilt(3, 3000)
        hand.tap(41)
        until(lambda: len(screen.all("tapped")) == 2, lambda: "the second tap")
        hand.close()
        screen.wait_for("away")

    taps, everything = notes_in(tmp_path / "taps.jsonl"), notes_in(tmp_path / "all.jsonl")
    assert [note[0] for note in taps] == ["began", "came", "tap"]
    assert [note[0] for note in everything] == ["began", "came", "tilt", "tap", "away"], "a tap after its tilt"
    assert everything[2][2:] == [1, 3000, 0, 0, 10_000, 0]
    assert name not in (tmp_path / "all.jsonl").read_text()


def test_a_replay_does_it_all_once_more(
    server: RunningServer, display: OpenDisplay, phone: Join, tmp_path: Path
) -> None:
    screen, file = display(), tmp_path / "two.jsonl"
    buttons = [{"name": "boost", "label": "Boost"}]
    screen.emit("equip", {"controls": {"motion": "tilt", "buttons": buttons, "choices": buttons}})
    with recorded(server, screen, file, "left", "--motion"):
        first, second = phone(screen.room), phone(screen.room)
        play(first, screen)
        second.emit("press", {"name": "boost", "down": True})
        second.emit("press", {"name": "boost", "down": False})
        second.emit("choose", {"name": "boost"})
        screen.wait_for("chosen")
        second.close()
        screen.wait_for("away")
        first.emit("leave", {})
        screen.wait_for("left")

    again = display()
    again.emit("equip", {"controls": {"motion": "tilt", "buttons": buttons, "choices": buttons}})
    with running("replay", str(file), "--to", f"{server.http}/{again.room}") as process:
        assert process.wait(20) == 0

    told = ["joined", "joined", "tapped", "pressed", "pressed", "chosen", "away", "left"]
    until(lambda: len(of_kinds(told, again)) >= len(told), lambda: "all that was done")
    assert sorted(of_kinds(told, again)) == sorted(told)
    assert again.all("chosen") == [[2, "boost"]]
    assert [pressed[2] for pressed in again.all("pressed")] == [True, False]
    assert again.all("tapped")[0][1][2:] == [5000, 5000]
    assert again.tilts_of(1)[-1][2:] == [2000, 0, 0, 10_000, 0]
    assert not again.all("refused")


def test_who_runs_the_server_records_and_nobody_else(
    server: RunningServer, display: OpenDisplay, clients: list[Client], tmp_path: Path
) -> None:
    screen = display()
    forged = Passes(b"somebody else's secret key, 32 by").sign(RecordPass(screen.room))
    for right in (forged, screen.opened["host_pass"], ""):
        clients.append(
            stranger := Client(server.http, RECORDER_NAMESPACE, {"right": right, "motion": True}, fails=True)
        )
        stranger.wait_for("connect_error")
        assert not stranger.all("noted")

    with running(
        "record",
        str(tmp_path / "x.jsonl"),
        "--to",
        f"{server.http}/{screen.room}",
        "--instance",
        str(tmp_path / "none"),
    ) as process:
        said = process.communicate(timeout=20)[1]
    assert "secret.key can't be read" in said
    assert process.returncode == 2

    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "secret.key").write_bytes(bytes(32))
    here = ("--to", f"{server.http}/{screen.room}", "--instance", str(tmp_path / "other"))
    with running("record", str(tmp_path / "x.jsonl"), *here) as process:
        said = process.communicate(timeout=20)[1]
    assert "Only whoever runs this server may record" in said
    assert process.returncode == 2
    assert not (tmp_path / "x.jsonl").exists()
    assert not any(recording["on"] for recording in screen.all("recording"))


def test_a_recording_is_never_written_over(server: RunningServer, display: OpenDisplay, tmp_path: Path) -> None:
    file = tmp_path / "yesterday.jsonl"
    file.write_text("yesterday\n")
    here = ("--to", f"{server.http}/{display().room}", "--instance", str(server.instance))
    with running("record", str(file), *here) as process:
        said = process.communicate(timeout=20)[1]

    assert "is there already" in said
    assert process.returncode == 2
    assert file.read_text() == "yesterday\n"


def test_a_recorder_that_goes_costs_the_room_nothing(
    server: RunningServer, display: OpenDisplay, phone: Join, tmp_path: Path
) -> None:
    screen = display()
    hand = phone(screen.room)
    here = ("--to", f"{server.http}/{screen.room}", "--instance", str(server.instance), "--motion")
    with running("record", str(tmp_path / "x.jsonl"), *here) as process:
        screen.wait_for("recording", lambda recording: recording["on"])
        process.kill()
        until(lambda: not screen.all("recording")[-1]["on"], lambda: "the end of the recording")

    play(hand, screen)


def test_what_is_no_recording_is_told(server: RunningServer, display: OpenDisplay, tmp_path: Path) -> None:
    screen, file = display(), tmp_path / "holiday.jpg"
    file.write_text("not a recording\n")
    with running("replay", str(file), "--to", f"{server.http}/{screen.room}") as process:
        said = process.communicate(timeout=20)[1]

    assert "Line 1 of the recording can't be read" in said
    assert process.returncode == 2
