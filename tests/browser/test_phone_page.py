"""A visual's own phone page takes the place of pad and controls, and can do no harm."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from controller_app.web.http.edition import LOOK_INTERVAL_S
from tests.support.pages import PATIENCE, POLL, BigScreen, Handset, Opened
from tests.support.running import RunningServer

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
    draw(seconds, [phone]) {
      globalThis.hand = phone && { tilt: { ...phone.tilt }, pad: phone.pad && { ...phone.pad } };
    },
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

SHOWN = "document.querySelector('#own-page .host:not([inert])')?.shadowRoot.getElementById('edition')?.textContent"
CONTROLS = "document.body.dataset.pad === 'on' && !document.querySelector('#own-page .host')"


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

    def wait_for_line(self, words: str) -> None:
        """Wait until the terminal says this."""
        for _ in range(PATIENCE // POLL):
            if words in self.server.output:
                return
            self.screen.page.wait_for_timeout(POLL)
        raise AssertionError(f"Waited {PATIENCE} ms for {words} on the terminal: {self.server.output}")

    def forgive(self) -> None:
        """Forget what pages complained about: it was meant."""
        for page in (self.screen, self.hand):
            page.complaints.clear()

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
        "done(!!document.querySelector('#own-page .host')))"
        ".observe(document.querySelector('#visual-hint'), {childList: true})))"
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

    bells.hand.drag(60, 0, release=False, on="#own-page")
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
    bells.hand.page.wait_for_timeout(1000 * LOOK_INTERVAL_S)  # the server may have looked just before
    bells.hand.page.reload()
    bells.hand.wait_for("joined")

    bells.hand.wait_until(CONTROLS)
    assert bells.hand.page.get_by_role("button", name="Ring it").is_visible()
    bells.hand.tap("Ring it")
    bells.screen.wait_until("globalThis.heard?.includes('ring true')")
    assert bells.hand.page.locator("#own-page-fault").text_content() == ""
    assert "broken" not in bells.server.output
    assert any("broken" in complaint for complaint in bells.hand.complaints)
    assert bells.screen.complaints == []
    bells.hand.complaints.clear()


def test_a_saved_page_is_shown_with_the_seat_kept_and_verbs_of_the_last_one_are_dead(dev: Bells) -> None:
    dev.join()
    number = dev.hand.page.evaluate("document.body.dataset.number")
    dev.hand.page.evaluate("window.before = seen.phone")

    dev.save("phone.html", PAGE.replace("first", "second"))
    dev.hand.wait_until(f"{SHOWN} === 'second'")
    dev.hand.page.evaluate("window.last = seen.phone")
    dev.save("phone.js", CODE.replace("phone.tap()", "phone.say('third')"))
    dev.hand.wait_until("seen.phone !== last")

    dev.hand.tap("Bell")
    dev.screen.wait_until("globalThis.heard?.includes('third')")
    assert dev.hand.page.evaluate("before.tap()") is False
    assert dev.heard() == ["third"]
    assert dev.hand.page.evaluate("document.body.dataset.number") == number
    assert dev.hand.page.evaluate("document.querySelectorAll('#own-page .host').length") == 1
    assert [phone["number"] for phone in dev.screen.phones()] == [int(number)]


def test_a_mistake_is_shown_on_the_phone_with_its_line_and_the_last_version_goes_on(dev: Bells) -> None:
    dev.join()
    dev.hand.page.evaluate("window.before = seen.phone")

    dev.save("phone.js", "// one\n// two\nconst = 3;\n")

    dev.hand.says("The last version goes on. bells/phone.js, line 3:")
    dev.screen.wait_until_it_complains("visual bells: bells/phone.js, line 3: Unexpected token")
    dev.wait_for_line("bells/phone.js, line 3: Unexpected token")
    dev.hand.tap("Bell")
    dev.screen.wait_until("globalThis.heard?.includes('tap')")
    dev.save("phone.js", CODE)
    dev.hand.wait_until("seen.phone !== before && document.querySelector('#own-page-fault').textContent === ''")
    dev.forgive()


def test_an_error_reaches_the_terminal_and_the_displays_console(dev: Bells) -> None:
    dev.join()

    dev.hand.page.evaluate("window.before = seen.phone")
    dev.save("phone.js", CODE.replace("phone.tap()", "phone.find('none')"))
    dev.hand.wait_until("seen.phone !== before")
    line = CODE[: CODE.index("phone.tap()")].count("\n") + 1
    dev.hand.tap("Bell")

    name = dev.hand.page.locator("#seat-name").text_content() or ""
    dev.screen.wait_until_it_complains(f"({name.partition(',')[0]}), visual bells: bells/phone.js, line {line}:")
    dev.screen.wait_until_it_complains("Error: phone.html has no #none.")
    dev.wait_for_line(f"bells/phone.js, line {line}: Error: phone.html has no #none.")
    dev.hand.says(f"The usual controls are back. bells/phone.js, line {line}:")
    dev.hand.wait_until(CONTROLS)
    dev.forgive()


def test_errors_of_the_page_itself_and_forgotten_promises_are_told_too(dev: Bells) -> None:
    dev.hand.join()

    dev.hand.page.evaluate("void setTimeout(() => { throw new Error('lost button'); })")
    dev.hand.page.evaluate("void Promise.reject(new Error('lost promise'))")

    dev.screen.wait_until_it_complains("Error: lost button")
    dev.screen.wait_until_it_complains("Error: lost promise")
    dev.forgive()


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ("<script>window.ran = true</script>", "<script> is not taken: code goes into phone.js"),
        ('<b onclick="ran = true">x</b>', "onclick on <b> is not taken: listeners go into phone.js"),
        ('<img src="x" onerror="ran = true">', "onerror on <img> is not taken: listeners go into phone.js"),
        ('<svg><script href="#x"></script></svg>', "<script> is not taken: code goes into phone.js"),
        ('<p style="color: red">x</p>', "style on <p> is not taken: styles go into phone.css"),
        ('<img src="https://example.org/x.png">', "src on <img> is not taken: only files of the visual's folder are"),
        ('<a href="/">x</a>', "<a> is not taken: a phone's page leads nowhere else"),
    ],
)
def test_a_fragment_with_code_is_refused_in_words(dev: Bells, markup: str, why: str) -> None:
    dev.join()

    dev.save("phone.html", PAGE + markup)

    dev.hand.says(f"The last version goes on. bells/phone.html: {why}")
    dev.screen.wait_until_it_complains(f"bells/phone.html: {why}")
    assert dev.hand.page.evaluate("globalThis.ran") is None
    assert dev.hand.page.evaluate(SHOWN) == "first"
    dev.forgive()


def test_a_page_may_come_and_go_while_its_author_writes(dev: Bells) -> None:
    (dev.folder / "phone.js").unlink()
    dev.hand.join()
    dev.hand.wait_until(CONTROLS)

    dev.save("phone.js", CODE)
    dev.hand.wait_until(f"{SHOWN} === 'first'")
    (dev.folder / "phone.html").unlink()
    dev.hand.says("bells/phone.html: it is missing beside phone.js")
    (dev.folder / "phone.js").unlink()

    dev.hand.wait_until(CONTROLS)
    dev.forgive()


def test_a_page_that_is_broken_from_the_start_is_told_too(dev: Bells) -> None:
    dev.save("phone.js", "// one\nconst = 2;\n")

    dev.hand.join()

    dev.hand.says("The usual controls are back. bells/phone.js, line 2:")
    dev.screen.wait_until_it_complains("bells/phone.js, line 2: Unexpected token")
    dev.hand.wait_until(CONTROLS)
    dev.save("phone.js", CODE)
    dev.hand.wait_until(f"{SHOWN} === 'first' && document.querySelector('#own-page-fault').textContent === ''")
    dev.forgive()
