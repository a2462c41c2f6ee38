"""What a visual may load: each row of docs/visuals.md, and how a refusal is told."""

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error

from controller_app.web.http.content_policy import DISPLAY
from tests.browser import beside
from tests.support.clients import until
from tests.support.pages import BigScreen
from tests.support.running import ROOT, RunningServer
from tools import new_visual

LOADS = Path(__file__).parent / "loads"
CHAPTER = (ROOT / "docs" / "visuals.md").read_text(encoding="utf-8").partition("## What loads")[2].partition("\n## ")[0]
ROWS = dict(re.findall(r"^\| (.+?) \| (yes|no) \|", CHAPTER, re.MULTILINE))


class Away(ThreadingHTTPServer):
    """Another server, which would answer anybody."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.asked: list[str] = []
        threading.Thread(target=self.serve_forever, args=[0.05], daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/away.png"


class _Answer(BaseHTTPRequestHandler):
    server: Away

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.send_response(200)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()

    do_POST = do_GET

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def away() -> Iterator[Away]:
    with Away() as server:
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def loads(tmp_path_factory: pytest.TempPathFactory, away: Away) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("visuals")
    shutil.copytree(LOADS, folder / "loads")
    beside.write(folder / "loads")
    (folder / "loads" / "away.js").write_text(f'export const AWAY = "{away.address}";\n')
    server = RunningServer(tmp_path_factory.mktemp("instance"), "--visuals", str(folder), "--visual", "loads").start()
    yield server

    assert server.stop() == 0
    assert "Traceback" not in server.output


@pytest.fixture(scope="module")
def screen(loads: RunningServer, browser: Browser) -> Iterator[BigScreen]:
    opened = BigScreen(browser, loads.http)
    opened.wait_until("globalThis.probes")
    yield opened
    opened.close()


def test_each_row_has_a_probe(screen: BigScreen) -> None:
    assert {_plain(row) for row in ROWS} == set(screen.page.evaluate("probes"))


@pytest.mark.parametrize("row", [row for row, loads in ROWS.items() if loads == "yes"])
def test_it_loads(screen: BigScreen, row: str) -> None:
    screen.complaints.clear()
    answers: list[int] = []
    screen.page.on("response", lambda answer: answers.append(answer.status))

    came = screen.page.evaluate("row => probe(row)", _plain(row))

    if row == "a worker from a file":
        assert came == {"wasm": True, "eval": "EvalError", "away": "TypeError"}, "a worker is as free as its page"
    elif row == "a sound, by `new Audio()`":
        assert came == beside.SECONDS - 1
        assert 206 in answers, "the part that the player asked for"
    else:
        assert screen.complaints == []


@pytest.mark.parametrize("row", [row for row, loads in ROWS.items() if loads == "no"])
def test_it_does_not(screen: BigScreen, away: Away, row: str) -> None:
    with pytest.raises(Error, match="did not come"):
        screen.page.evaluate("row => probe(row)", _plain(row))

    assert away.asked == []


def test_the_policy_in_the_documentation_is_the_displays() -> None:
    assert DISPLAY.format(sockets="ws://HOST wss://HOST") in CHAPTER.splitlines()


class Author:
    """An author at work: a server with ``--dev``, a display, and the code of one visual."""

    def __init__(self, folder: Path, browser: Browser) -> None:
        self._file = new_visual.make("rain", folder / "mine") / "visual.js"
        self._code = self._file.read_text(encoding="utf-8")
        options = ("--visuals", str(folder / "mine"), "--visual", "rain", "--dev")
        self.server = RunningServer(folder / "instance", *options).start()
        self.screen = BigScreen(browser, self.server.http)

    def save(self, code: str, after: str = "export default") -> int:
        """Save the visual with a line more; return the number of that line."""
        lines = self._code.splitlines()
        at = next(i for i, line in enumerate(lines) if line.startswith(after)) + 1 if after else 0
        self._file.write_text("\n".join([*lines[:at], code, *lines[at:]]), encoding="utf-8")
        return at + 1

    def reads(self, words: str) -> list[str]:
        """Wait until the terminal has a line with these words; return all those lines."""
        until(lambda: words in self.server.output, lambda: f"{words} in {self.server.lines}")
        return [line for line in self.server.lines if words in line]


@pytest.fixture(scope="module")
def author(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Author]:
    made = Author(tmp_path_factory.mktemp("author"), browser)
    yield made
    made.screen.close()

    assert made.server.stop() == 0
    assert "Traceback" not in made.server.output


REFUSED = "is refused here; docs/visuals.md says what loads."
CODE = {
    "picture": ("new Image().src = 'https://away.example/x.png';", f"a picture from away.example (x.png) {REFUSED}"),
    "sound": ("new Audio('https://away.example/x.mp3');", f"a sound or a film from away.example (x.mp3) {REFUSED}"),
    "request": ("fetch('https://away.example/x').catch(() => {});", f"a request from away.example (x) {REFUSED}"),
    "promise": ("fetch('https://away.example/x');", f"a request from away.example (x) {REFUSED}"),
    "eval": ("try { new Function('1'); } catch {}", f"code from a text (eval) {REFUSED}"),
    "style": ("document.head.append(Object.assign(document.createElement('style'), {textContent: 'p {}'}));",
              f"a <style> element {REFUSED}"),
    "attribute": ("document.createElement('p').setAttribute('style', 'color: red');", f"a style attribute {REFUSED}"),
    "socket": ("try { new WebSocket('wss://away.example/'); } catch {}", f"a request from away.example {REFUSED}"),
}  # fmt: skip

WITHOUT_PLACE = {"picture", "sound"}  # Chromium doesn't say where; the file's name has to do


@pytest.mark.parametrize("kind", CODE)
def test_a_refusal_is_told_with_file_and_kind_on_the_display_and_the_terminal(author: Author, kind: str) -> None:
    code, sentence = CODE[kind]

    line = author.save(f"setTimeout(() => {{ {code} }}, 300);")

    place = "" if kind in WITHOUT_PLACE else f"rain/visual.js, line {line}: "
    notice = author.screen.page.locator("#notice", has_text=f"{place or 'Rain: '}{sentence}")
    notice.wait_for(state="visible")
    author.reads(f"Display {author.screen.code}, visual rain: {place}{sentence}\n")


def test_a_refusal_in_each_frame_is_told_once(author: Author) -> None:
    author.save("setInterval(() => { new Image().src = `https://often.example/${Date.now()}.png`; }, 20);")
    author.screen.page.locator("#notice", has_text="a picture from often.example").wait_for(state="visible")
    author.screen.page.wait_for_timeout(1000)

    assert len(author.reads("a picture from often.example")) == 1


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ("import 'https://first.example/three.js';", "a script from first.example (three.js)"),
        ("await fetch('https://second.example/x.json');", "a request from second.example (x.json)"),
        ("await import('https://third.example/three.js');", "a script from third.example (three.js)"),
    ],
)
def test_a_visual_that_can_not_start_for_it_says_so(author: Author, code: str, what: str) -> None:
    author.save("// mended")
    author.screen.page.locator("#gallery").wait_for(state="hidden")
    author.save(code, after="")
    author.reads(what)
    author.screen.page.locator("#notice", has_text=f"{what} {REFUSED}").wait_for(state="visible")

    author.screen.page.reload()

    why = author.screen.page.locator("[data-reason]", has_text="Rain can’t")
    why.filter(has_text=f"{what} {REFUSED}").wait_for(state="visible")


def test_without_an_author_the_terminal_stays_silent(display: Callable[..., BigScreen], server: RunningServer) -> None:
    screen = display()
    screen.page.evaluate("() => { new Image().src = 'https://away.example/x.png'; }")

    screen.page.locator("#notice", has_text="a picture from away.example").wait_for(state="visible")
    assert "away.example" not in server.output
    assert screen.page.evaluate("document.querySelector('#display').dataset.state") == "open"
    screen.complaints.clear()


def _plain(row: str) -> str:
    return row.replace("`", "")
