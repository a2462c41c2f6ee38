"""p5.js in an author's folder: the sketch of docs/p5.md before and after, and the example."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import beside, ledger
from tests.browser.test_every_visual import BUFFERS, HEAP, SMALL, SWITCHES, Show
from tests.support.pages import BigScreen, Handset, Opened
from tests.support.running import ROOT, RunningServer

P5 = ROOT / "node_modules" / "p5" / "lib" / "p5.min.js"
PETALS = ROOT / "examples" / "petals"
SOUND_LIBRARY = P5.parent / "addons" / "p5.sound.min.js"
BEFORE, AFTER, LINE, SOUND = re.findall(
    r"```js\n(.*?)```", (ROOT / "docs" / "p5.md").read_text(encoding="utf-8"), re.DOTALL
)
PETAL = "document.querySelector('.p5Canvas')?.getContext('2d').getImageData(255, 95, 1, 1).data[0] > 200"
SIZE = "(({width, height, clientWidth, clientHeight}) => [width, height, clientWidth, clientHeight])"
PICTURE = "document.querySelector('#stage canvas').toDataURL()"

pytestmark = pytest.mark.skipif(
    not P5.exists(), reason="p5 is not installed: `make node_modules`, as `make check` does"
)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[RunningServer]:
    """A server with an author's folder: the example, and the sketch of the documentation."""
    mine = tmp_path / "mine"
    for name in ("petals", "sketch"):
        shutil.copytree(PETALS, mine / name, ignore=shutil.ignore_patterns("p5*"))
        shutil.copy(P5, mine / name / "p5.min.js")
    (mine / "sketch" / "visual.js").write_text(AFTER, encoding="utf-8")
    (mine / "sketch" / "before.js").write_text(LINE, encoding="utf-8")
    shutil.copytree(mine / "sketch", mine / "sound")
    shutil.copy(SOUND_LIBRARY, mine / "sound")
    (mine / "sound" / "visual.js").write_text(SOUND, encoding="utf-8")
    beside.write(mine / "sound")
    (mine / "sound" / "tone.wav").rename(mine / "sound" / "pop.wav")
    server = RunningServer(tmp_path / "instance", "--visuals", str(mine), "--visual", "petals").start()
    yield server

    assert server.stop() == 0
    assert "Traceback" not in server.output


def test_the_sketch_as_it_was_before_draws_by_itself(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "before.js").write_text(BEFORE, encoding="utf-8")
    (tmp_path / "page.html").write_text(f'<script src="{P5.as_uri()}"></script><script src="before.js"></script>')
    page = browser.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    page.mouse.move(200, 100)
    page.wait_for_function(PETAL)
    page.close()


def test_the_sketch_of_the_documentation_follows_a_phone(
    own: RunningServer, browser: Browser, opened: list[Opened]
) -> None:
    opened.append(screen := BigScreen(browser, own.http))
    show = Show(screen, "sketch")
    empty = screen.page.evaluate(PICTURE)

    follows_a_phone(show, browser, opened, empty)


def test_the_example_plays_with_nobody_and_follows_a_phone_that_turns_and_taps(
    own: RunningServer, browser: Browser, opened: list[Opened]
) -> None:
    opened.append(screen := BigScreen(browser, own.http))
    show = Show(screen, "petals")
    alone = screen.page.evaluate(PICTURE)
    show.frames(5)
    assert screen.page.evaluate(PICTURE) != alone, "with nobody in nothing moves"

    screen.page.emulate_media(reduced_motion="reduce")  # so that nothing but hands moves
    show.frames(2)
    hand = follows_a_phone(show, browser, opened, screen.page.evaluate(PICTURE))
    before = screen.page.evaluate(PICTURE)
    hand.tap_pad()
    screen.wait_until(f"before => {PICTURE} !== before", before)

    screen.page.set_viewport_size({"width": 700, "height": 500})
    show.frames(3)
    size = screen.page.evaluate(f"{SIZE}(document.querySelector('#stage canvas'))")
    assert size == [700, 500, 700, 500], "pixels, and CSS pixels"


def test_a_sharper_screen_has_more_pixels(own: RunningServer, browser: Browser, opened: list[Opened]) -> None:
    opened.append(screen := BigScreen(browser, own.http, size=SMALL, device_scale_factor=2))
    Show(screen, "petals")

    assert screen.page.evaluate(f"{SIZE}(document.querySelector('#stage canvas'))") == [960, 540, 480, 270]


def test_p5_sound_plays_once_the_host_has_pressed_a_key(
    own: RunningServer, browser: Browser, opened: list[Opened]
) -> None:
    opened.append(screen := BigScreen(browser, own.http))
    Show(screen, "sound")
    screen.press("m")
    screen.page.locator("#notice", has_text="Sound is on.").wait_for(state="visible")
    opened.append(hand := Handset(browser, screen.scan()))
    hand.join()
    screen.wait_for_phones(1)
    screen.wait_until("p5.prototype.getAudioContext().state === 'running'")
    screen.page.evaluate(
        "() => { const level = new p5.Amplitude(); window.loudest = 0;"
        " setInterval(() => { loudest = Math.max(loudest, level.getLevel()); }, 5); }"
    )
    assert not screen.page.locator("#p5_loading").count(), "p5's sign of loading has gone"
    screen.page.wait_for_timeout(200)
    assert screen.page.evaluate("loudest") == 0

    for _ in range(20):  # a busy computer may leave out a sound so short
        hand.tap_pad()
        screen.page.wait_for_timeout(200)
        if screen.page.evaluate("loudest") > 0.1:
            break
    assert screen.page.evaluate("loudest") > 0.1, "nothing is heard"


LOOKS = 20  # half a second apart
MORE = {"timers": 1, "nodes": 4, "listeners": 4, "heap": HEAP, "buffers": BUFFERS}
"""What the page may hold more of after all the switches."""


@pytest.mark.parametrize("name", ["petals", "sketch", "sound"])
def test_it_lets_go_of_everything(own: RunningServer, browser: Browser, opened: list[Opened], name: str) -> None:
    opened.append(screen := BigScreen(browser, own.http, size=SMALL, scripts=[ledger.KEEP]))
    show = Show(screen, "vote")
    show.people(3)
    for each in (name, "vote", name, "vote"):
        show.play(each)
    before = show.held()
    for switch in range(SWITCHES):
        show.play("vote" if switch % 2 else name)
    most = {"frames": 1, "canvases": 1} | {thing: before[thing] + more for thing, more in MORE.items()}
    after = show.held()
    for _ in range(LOOKS):  # a busy browser takes its time to give back what nobody holds
        if all(after[thing] <= most[thing] for thing in most):
            break
        screen.page.wait_for_timeout(500)
        after = show.held()

    assert all(after[thing] <= most[thing] for thing in most), f"{before} {after}"


def follows_a_phone(show: Show, browser: Browser, opened: list[Opened], empty: str) -> Handset:
    """Join with a phone and turn it; see each on the picture. Return the phone."""
    screen = show.screen
    opened.append(hand := Handset(browser, screen.scan()))
    hand.turn(0, 40, 0)
    hand.join()
    screen.wait_until(f"empty => {PICTURE} !== empty", empty)
    show.frames(5)
    straight = screen.page.evaluate(PICTURE)
    hand.turn(345, 40, 0)
    screen.wait_until(f"straight => {PICTURE} !== straight", straight)
    return hand
