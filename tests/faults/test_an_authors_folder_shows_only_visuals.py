"""Of an author's folder only files of visuals are served, wherever links lead."""

import json
import os
import shutil
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.support.clients import Display
from tests.support.running import RunningServer
from tools import new_visual

PATIENCE = 10.0  # seconds
SECRETS = ("mine/rain/.env", "mine/rain/.git/config", "mine/rain/_draft.js", "mine/.git/config", "mine/.env")
ELSEWHERE = (
    *("etcdir/passwd", "home/outside/id_rsa", "rain/.env", ".git/config", "..%2fnotes.txt", "%2e%2e/notes.txt"),
    *(
        "CON",
        "nul.js",
        "aux.js",
        "COM1",
        "visual.js::$DATA",
        "visual.js.",
        "visual.js%20",
        "VISUAL~1.JS",
        "..%5cnotes.txt",
    ),
    *("up/notes.txt", "key.js", "dead.js", "pipe.js", "here/.env", "here/up/.env", "notes.txt", "project/film.mp4"),
)
BESIDE = ("mine/notes.txt", "mine/_draft/visual.js", "mine/project/index.js", "outside/id_rsa")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A folder as one has it at home: a visual, a broken one, a draft, projects, links, and a film of gigabytes."""
    mine = tmp_path / "mine"
    new_visual.make("rain", mine)
    new_visual.make("broken", mine)
    (mine / "broken" / "visual.json").write_text('{"title": 7}')
    for name in (*SECRETS, *BESIDE):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("secret")
    for link, target in (("etcdir", "/etc"), ("home", tmp_path), ("loop", "."), ("rain/up", ".."), ("rain/here", ".")):
        (mine / link).symlink_to(target)
    (mine / "rain" / "key.js").symlink_to(tmp_path / "outside" / "id_rsa")
    (mine / "rain" / "dead.js").symlink_to("nowhere")
    os.mkfifo(mine / "rain" / "pipe.js")
    with (mine / "project" / "film.mp4").open("wb") as film:
        film.truncate(2**36)  # a hole: it takes no place on the disk, and minutes to read
    (mine / "rain" / "nul.js").write_text("a device, on Windows")
    return mine


@pytest.fixture(params=[(), ("--dev",)], ids=["show", "dev"])
def author(request: pytest.FixtureRequest, tmp_path: Path, mine: Path) -> Iterator[RunningServer]:
    options = ("--visuals", str(mine), "--visual", "rain", *request.param)
    running = RunningServer(tmp_path / "instance", *options, https=False).start()
    yield running

    assert running.stop() == 0
    assert "Traceback" not in running.output, running.output


def test_only_files_of_accepted_visuals_are_served(author: RunningServer, mine: Path) -> None:
    served = {"rain/visual.js", "rain/visual.json", "rain/preview.svg", "rain/locales/en.json"}
    names = {path.relative_to(mine).as_posix() for path in mine.rglob("*")}

    assert {name for name in names if status(author, name) != 404} == served
    assert {status(author, name) for name in (*served, "rain/here/visual.js", "lights/visual.js")} == {200}


def test_no_spelling_leads_elsewhere(author: RunningServer) -> None:
    prefixes = ("", "rain/", "lights/", "rain/up/", "rain/here/", "loop/", "Rain/", "RAIN~1/", "broken/")
    answers = {prefix + name: status(author, prefix + name) for prefix in prefixes for name in ELSEWHERE}

    assert {name for name, answer in answers.items() if answer != 404} == set()


def test_a_removed_visual_is_not_served_and_a_mended_one_only_with_dev(author: RunningServer, mine: Path) -> None:
    dev = "--dev" in author.options
    display = Display(author.http)
    try:
        whole = {**json.loads(new_visual.example("json")), **json.loads(new_visual.example("json", 2))}
        (mine / "broken" / "visual.json").write_text(json.dumps(whole))
        shutil.rmtree(mine / "rain")
        if dev:
            display.wait_for("saved", lambda saved: saved["name"] == "broken" and saved["visual"])

        assert status(author, "broken/visual.js") == (200 if dev else 404)
        assert status(author, "rain/visual.js") == 404
        assert status(author, "lights/visual.js") == 200
    finally:
        display.close()


def status(server: RunningServer, name: str) -> int:
    """Ask as no browser would: the path as it stands."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
    try:
        connection.putrequest("GET", f"/static/visuals/{name}", skip_accept_encoding=True)
        connection.endheaders()
        return connection.getresponse().status
    finally:
        connection.close()
