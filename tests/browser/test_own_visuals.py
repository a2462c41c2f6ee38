"""An author's own folder: the example of docs/visuals.md, pasted, draws and hears the phone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.pages import BigScreen, Handset, Opened
from tests.support.running import ROOT, RunningServer
from tools import new_visual


@pytest.fixture
def own(tmp_path: Path) -> Iterator[RunningServer]:
    """A server with a folder of visuals that is nobody's but the author's."""
    new_visual.make("rain", tmp_path / "mine")
    options = ("--visuals", str(tmp_path / "mine"), "--visual", "rain", "--dev")
    yield from _running(RunningServer(tmp_path / "instance", *options))


def _running(server: RunningServer) -> Iterator[RunningServer]:
    yield server.start()

    assert server.stop() == 0
    assert "Traceback" not in server.output


def test_the_example_of_the_documentation_runs(own: RunningServer, browser: Browser, opened: list[Opened]) -> None:
    opened.append(screen := BigScreen(browser, own.http))
    opened.append(hand := Handset(browser, screen.scan()))
    hand.join()
    hand.says("Lean to blow. Tap to splash.")
    before = screen.picture().tobytes()

    hand.tap_pad()

    screen.wait_until("main().then(({stage}) => stage.frames > 5)")
    assert screen.page.locator("[data-title]").text_content() == "Rain"
    assert screen.picture().tobytes() != before


def test_the_documented_phone_page_runs(
    own: RunningServer, browser: Browser, opened: list[Opened], tmp_path: Path
) -> None:
    opened.append(screen := BigScreen(browser, own.http))
    opened.append(hand := Handset(browser, screen.scan()))
    hand.join()
    (tmp_path / "mine" / "rain" / "phone.html").write_text(new_visual.example("html"))
    (tmp_path / "mine" / "rain" / "phone.js").write_text(new_visual.example("js", 2))
    hand.says("Still air")
    screen.page.evaluate(
        "main().then(({stage}) => { window.taps = 0; stage.tap = ((tap) => (...of) => { taps += 1; tap(...of); })"
        "(stage.tap.bind(stage)); })"
    )

    hand.tap("Gust")
    screen.wait_until("taps === 1")
    hand.drag(60, 0, release=False, on="#own-page")
    hand.says("Wind ")
    screen.wait_until("main().then(({phones}) => phones.list[0].tilt.x > 0.3)")
    assert screen.page.evaluate("taps") == 1


def test_a_visual_hears_who_came_and_went_while_the_screen_was_away(
    own: RunningServer, browser: Browser, opened: list[Opened]
) -> None:
    opened.append(screen := BigScreen(browser, own.http))
    opened.append(leaver := Handset(browser, link := screen.scan()))
    leaver.join()
    screen.wait_for_phones(1)
    screen.page.evaluate(
        "main().then(({stage, connection}) => { window.heard = []; connection.rest();"
        " for (const what of ['joined', 'left']) stage[what] = () => heard.push(what); })"
    )
    leaver.wait_for("display-away")

    leaver.tap("More")
    leaver.tap("Leave the room")
    leaver.wait_for("ended")
    opened.append(newcomer := Handset(browser, link))
    newcomer.tap("Join")
    newcomer.wait_for("display-away")
    screen.page.evaluate("main().then(({connection}) => connection.reopen())")
    newcomer.wait_for("joined")

    screen.wait_until("heard.length === 2")
    assert screen.page.evaluate("heard") == ["left", "joined"]


def test_a_saved_change_is_shown_with_seats_and_state_kept(
    own: RunningServer, browser: Browser, opened: list[Opened], tmp_path: Path
) -> None:
    file = tmp_path / "mine" / "rain" / "visual.js"
    code = file.read_text()
    opened.append(screen := BigScreen(browser, own.http))
    opened.append(hand := Handset(browser, screen.scan()))
    hand.join()
    screen.wait_for_phones(1)

    file.write_text(
        code.replace("const pen", 'stage.state.set("visits", 1 + (stage.state.get("visits") ?? 0));\n  const pen')
    )
    screen.wait_until("main().then(({visualState}) => visualState.get('visits') === 1)")
    file.write_text(code.replace("const pen", 'document.title = `kept ${stage.state.get("visits")}`;\n  const pen'))
    screen.wait_until("document.title === 'kept 1'")

    assert [phone["number"] for phone in screen.phones()] == [1]
    assert hand.page.evaluate("document.body.dataset.state") == "joined"


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """The kit of a copied checkout: one that a test may write to."""
    for name in ("controller_app", "templates", "static"):
        shutil.copytree(ROOT / name, tmp_path / "checkout" / name)
    return tmp_path / "checkout" / "static" / "visuals" / "_kit"


@pytest.fixture
def author(kit: Path, tmp_path: Path) -> Iterator[RunningServer]:
    """A server of that checkout, with an author's folder whose visual uses the kit."""
    new_visual.make("rain", tmp_path / "mine")
    options = ("--visuals", str(tmp_path / "mine"), "--visual", "rain", "--dev")
    server = RunningServer(tmp_path / "instance", *options)
    server.folder = kit.parents[2]
    yield from _running(server)


def test_a_saved_file_of_the_kit_is_shown_by_the_visual_that_uses_it(
    author: RunningServer, kit: Path, browser: Browser, opened: list[Opened]
) -> None:
    file = kit / "canvas.js"
    opened.append(screen := BigScreen(browser, author.http))
    screen.wait_until("main().then(({stage}) => stage.frames > 2)")

    file.write_text(file.read_text().replace("return /**", 'document.title = "The kit was saved";\n  return /**', 1))

    screen.wait_until("document.title === 'The kit was saved'")
    screen.wait_until("main().then(({stage}) => stage.frames > 2)")


def test_an_error_in_the_kit_is_told_at_the_line_of_the_visual(
    own: RunningServer, browser: Browser, opened: list[Opened], tmp_path: Path
) -> None:
    file = tmp_path / "mine" / "rain" / "visual.js"
    code = file.read_text()
    line = code[: code.index("beginFrame(pen, stage)")].count("\n") + 1
    opened.append(screen := BigScreen(browser, own.http))

    file.write_text(code.replace("beginFrame(pen, stage)", "beginFrame(pen, {})"))

    screen.page.get_by_text(f"rain/visual.js, line {line}: ").first.wait_for(state="visible")
    screen.complaints.clear()


def test_a_mistake_is_shown_with_its_line_and_the_last_version_goes_on(
    own: RunningServer, browser: Browser, opened: list[Opened], tmp_path: Path
) -> None:
    folder = tmp_path / "mine" / "rain"
    code = (folder / "visual.js").read_text()
    opened.append(screen := BigScreen(browser, own.http))

    (folder / "visual.js").write_text("// one\n// two\nconst = 3;\n")
    screen.page.get_by_text("rain/visual.js, line 3").wait_for(state="visible")
    frames = screen.page.evaluate("main().then(({stage}) => stage.frames)")
    screen.wait_until("before => main().then(({stage}) => stage.frames > before + 3)", frames)

    (folder / "visual.json").write_text('{"author": 7}')
    screen.page.get_by_text("author: expected").wait_for(state="visible")
    (folder / "visual.json").write_text(new_visual.example("json"))
    (folder / "locales" / "en.json").write_text(new_visual.example("json", 2).replace("Lean to blow.", "Blow!"))
    (folder / "visual.js").write_text(code)
    screen.page.get_by_text("Blow!").wait_for(state="attached")
    screen.complaints.clear()  # the browser's, about the code that was wrong
