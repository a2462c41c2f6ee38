"""A visual's own phone page: in the place of pad and controls, for as long as its visual is on, and no harm to anyone."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import BigScreen, Handset, Opened
from tests.running import RunningServer

MANIFEST: dict[str, Any] = {
    "title": "Bells",
    "sentence": "Ring.",
    "hint": "Ring the bell.",
    "author": "Ada",
    "licence": "MIT",
    "description": "A bell.",
    "players": {"least": 1, "most": 40},
    "controls": {
        "motion": "tilt",
        "buttons": [{"name": "ring", "label": "Ring it"}],
        "choices": [{"name": "high", "label": "High"}],
        "text": 20,
    },
}

VISUAL = """
const heard = (globalThis.heard ??= []);
export default function create(stage) {
  return {
    draw(seconds, [phone]) { globalThis.hand = phone && { tilt: { ...phone.tilt }, pad: phone.pad && { ...phone.pad } }; },
    tap(phone) {
      heard.push("tap");
      stage.tell(phone, { buzz: 20, flash: true, text: "You rang", colour: "#123456" });
    },
    press: (phone, { name, down }) => void heard.push(`${name} ${down}`),
    choose: (phone, name) => void heard.push(name),
    say: (phone, text) => void heard.push(text),
  };
}
"""

PAGE = """
<p id="edition">first</p>
<button id="bell" class="button">Bell</button>
<button id="hold" class="button">Hold</button>
<svg viewBox="0 0 9 9" width="90"><path id="arc" d="M0 0L9 9"/></svg>
"""

CODE = """
export default function create(phone) {
  const seen = (globalThis.seen = { told: [], frames: 0, phone, closed: false, clock: 0 });
  phone.find("arc", SVGElement);
  phone.find("bell").addEventListener("click", () => phone.tap());
  return {
    draw() { seen.frames += 1; seen.clock = phone.clock(); },
    equip(controls) { seen.buttons = controls.buttons.map(({ label }) => label); },
    tell(told) { seen.told.push(told); return true; },
    resize(width, height) { seen.size = [width, height]; },
    close() { seen.closed = true; },
  };
}
"""

SHOWN = "document.querySelector('#own .host:not([inert])')?.shadowRoot.getElementById('edition')?.textContent"
CONTROLS = "document.body.dataset.pad === 'on' && !document.querySelector('#own .host')"


class Bells:
    """A folder of an author's, served to one screen and one phone."""

    def __init__(self, browser: Browser, opened: list[Opened], folder: Path, *options: str) -> None:
        self.folder = folder / "mine" / "bells"
        self.folder.mkdir(parents=True)
        self.save("visual.json", json.dumps(MANIFEST))
        self.save("visual.js", VISUAL)
        self.save("phone.html", PAGE)
        self.save("phone.css", "#edition { color: rgb(1, 2, 3); }")
        self.save("phone.js", CODE)
        options = ("--visuals", str(folder / "mine"), "--visual", "bells", *options)
        self.server = RunningServer(folder / "instance", *options).start()
        opened.append(screen := BigScreen(browser, self.server.http))
        opened.append(hand := Handset(browser, screen.scan()))
        self.screen, self.hand = screen, hand

    def join(self) -> None:
        """Take the seat and wait for the page."""
        self.hand.join()
        self.hand.wait_until(f"{SHOWN} === 'first'")

    def save(self, name: str, text: str) -> None:
        """Save a file, as an editor does."""
        (self.folder / name).write_text(text, encoding="utf-8")

    def heard(self) -> list[str]:
        """Return what the visual was told."""
        return self.screen.page.evaluate("globalThis.heard ?? []")  # type: ignore[no-any-return]


@pytest.fixture
def bells(browser: Browser, opened: list[Opened], tmp_path: Path) -> Iterator[Bells]:
    made = Bells(browser, opened, tmp_path)
    yield made
    assert made.server.stop() == 0
    assert "Traceback" not in made.server.output


@pytest.fixture
def dev(browser: Browser, opened: list[Opened], tmp_path: Path) -> Iterator[Bells]:
    """The same while its author is at work."""
    made = Bells(browser, opened, tmp_path, "--dev")
    yield made
    assert made.server.stop() == 0
    assert "Traceback" not in made.server.output


def test_it_is_there_for_its_visual_and_gone_after_a_switch(bells: Bells) -> None:
    bells.join()
    page = bells.hand.page
    assert not page.locator("#pad").is_visible()
    assert not page.get_by_role("button", name="Ring it").is_visible()
    assert page.get_by_role("button", name="Recentre").is_visible()
    assert page.get_by_role("button", name="More").is_visible()
    styled = page.get_by_text("first").evaluate("element => getComputedStyle(element).color")
    assert styled == "rgb(1, 2, 3)"
    assert page.evaluate("seen.buttons") == ["Ring it"]
    page.evaluate(
        "void (window.left = new Promise(done => new MutationObserver(() => "
        "done(!!document.querySelector('#own .host'))).observe(document.querySelector('#hint'), {childList: true})))"
    )

    bells.screen.press("1")

    bells.hand.wait_until(CONTROLS)
    assert page.evaluate("left") is False, "it goes in the very moment in which the next visual's hint is shown"
    assert page.evaluate("seen.closed")
    assert page.evaluate("seen.phone.tap()") is False, "nothing of a page that is over is sent"
    frames = page.evaluate("seen.frames")
    bells.hand.drag(0, 10)
    assert page.evaluate("seen.frames") == frames
    names = bells.screen.page.evaluate("main().then(({gallery}) => gallery.cards.map(({name}) => name))")
    bells.screen.press(str(names.index("bells") + 1))
    bells.hand.wait_until(f"{SHOWN} === 'first'")


def test_what_it_sends_reaches_the_visual_and_what_is_told_reaches_it(bells: Bells) -> None:
    bells.join()
    page = bells.hand.page

    bells.hand.tap("Bell")
    bells.hand.wait_until("seen.told.length")
    page.evaluate("seen.phone.press('ring', true); seen.phone.press('ring', true); seen.phone.press('ring', false)")
    assert page.evaluate("seen.phone.choose('high')") is True
    assert page.evaluate("seen.phone.choose('low')") is False
    assert page.evaluate("seen.phone.say('Hello')") is True
    page.evaluate("seen.phone.press('nothing', true)")
    page.evaluate("seen.phone.pad(0.25, 0.75, true); seen.phone.steer({x: -1, y: 0})")

    bells.screen.wait_until("globalThis.hand?.tilt.x < -0.99 && globalThis.hand.pad?.down")
    assert bells.heard() == ["tap", "ring true", "ring false", "high", "Hello"]
    assert page.evaluate("seen.told") == [{"buzz": 20, "flash": True, "text": "You rang", "colour": "#123456"}]
    assert not page.get_by_text("You rang").is_visible(), "the page shows it itself"
    assert page.evaluate("document.querySelector('#edge').style.getPropertyValue('--seat')") == "#123456"
    assert page.evaluate("seen.phone.clock()") > 0
    assert bells.screen.page.evaluate("hand.pad") == {"x": 0.25, "y": 0.75, "down": True}


def test_what_it_leaves_to_the_pad_taps_and_steers(bells: Bells) -> None:
    bells.join()

    bells.hand.drag(60, 0, release=False, on="#own")
    bells.screen.wait_until("globalThis.hand?.tilt.x > 0.3")
    assert bells.hand.page.evaluate("seen.phone.tilt.x") > 0.3
    assert bells.heard() == []


def test_what_it_holds_down_is_let_go_when_the_visual_changes(bells: Bells) -> None:
    bells.join()
    bells.hand.page.evaluate("seen.phone.press('ring', true)")
    bells.screen.wait_until("globalThis.heard?.includes('ring true')")

    bells.hand.page.evaluate("dispatchEvent(new Event('pagehide'))")

    bells.screen.wait_until("globalThis.heard.includes('ring false')")


def test_an_error_brings_the_controls_back_and_a_visitor_reads_nothing_of_it(bells: Bells) -> None:
    bells.join()

    bells.save("phone.js", CODE.replace("seen.frames += 1;", "if (seen.frames++ > 3) throw new Error('broken');"))
    bells.hand.page.reload()
    bells.hand.wait_for("joined")

    bells.hand.wait_until(CONTROLS)
    assert bells.hand.page.get_by_role("button", name="Ring it").is_visible()
    bells.hand.tap("Ring it")
    bells.screen.wait_until("globalThis.heard?.includes('ring true')")
    assert bells.hand.page.locator("#fault").text_content() == ""
    assert "broken" not in bells.server.output
    assert any("broken" in complaint for complaint in bells.hand.complaints)
    assert bells.screen.complaints == []
    bells.hand.complaints.clear()
