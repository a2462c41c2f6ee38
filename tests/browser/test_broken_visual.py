"""A visual that throws is told, counted and stopped, and phones keep their seats."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.pages import BigScreen, Handset, Opened
from tests.support.running import RunningServer
from tools import new_visual

THROWS = 'throw new Error("the cloud is empty");'
HASTE = """
const later = setInterval;
window.setInterval = (call, wait, ...given) => later(call, wait === 30000 ? 300 : wait, ...given);
"""  # half a minute without a hand passes at once


class Rain:
    """A visual of an author, who breaks and mends it."""

    def __init__(self, folder: Path) -> None:
        self.file = new_visual.make("rain", folder) / "visual.js"
        self.code = self.file.read_text(encoding="utf-8")

    def throw_in(self, start: str, code: str = THROWS) -> int:
        """Throw in the line after the one that begins like this; return which line that is."""
        lines = self.code.splitlines()
        at = next(i for i, line in enumerate(lines) if line.strip().startswith(start))
        lines.insert(at + 1, code)
        self.file.write_text("\n".join(lines), encoding="utf-8")
        return at + 2

    def mend(self) -> None:
        """Save it as it was."""
        self.file.write_text(self.code, encoding="utf-8")


@pytest.fixture
def rain(tmp_path: Path) -> Rain:
    return Rain(tmp_path / "mine")


@pytest.fixture
def own(rain: Rain, tmp_path: Path) -> Iterator[RunningServer]:
    """A server that begins with that visual."""
    options = ("--visuals", str(rain.file.parent.parent), "--visual", "rain", "--dev")
    server = RunningServer(tmp_path / "instance", *options).start()
    yield server

    assert server.stop() == 0
    assert "Traceback" not in server.output


def test_an_error_now_and_then_is_told_and_counted(
    rain: Rain, own: RunningServer, browser: Browser, opened: list[Opened]
) -> None:
    line = rain.throw_in("tap(phone")
    opened.append(screen := BigScreen(browser, own.http))
    opened.append(hand := Handset(browser, screen.scan()))
    hand.join()
    screen.wait_for_phones(1)

    for count in ("1 error.", "2 errors."):
        hand.tap_pad()
        screen.page.get_by_text(f"rain/visual.js, line {line}: the cloud is empty. {count}").wait_for(state="visible")
        screen.page.wait_for_timeout(600)  # so that never three fall into a second
    frames = screen.page.evaluate("main().then(({stage}) => stage.frames)")
    screen.wait_until("before => main().then(({stage}) => stage.frames > before + 3)", frames)

    assert not screen.page.locator("#gallery").is_visible()
    assert len(screen.complaints) == 2
    screen.complaints.clear()


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ('stage.tell(phone, { text: "x".repeat(5000) });', 'A message "tell" has 50'),
        ('stage.state.set("long", "x".repeat(1001));', '"long" has 1003 letters as JSON, and at most 1000 are kept.'),
    ],
    ids=["tell", "state"],
)
def test_what_is_too_long_for_the_server_is_the_visuals_error_and_ends_no_connection(
    code: str, sentence: str, rain: Rain, own: RunningServer, browser: Browser, opened: list[Opened]
) -> None:
    rain.throw_in("tap(phone", code)
    opened.append(screen := BigScreen(browser, own.http))
    opened.append(hand := Handset(browser, screen.scan()))
    hand.join()
    screen.wait_for_phones(1)

    for count in ("1 error.", "2 errors."):
        hand.tap_pad()
        screen.page.locator("#notice", has_text=sentence).filter(has_text=count).wait_for(state="visible")
        screen.page.wait_for_timeout(600)  # so that never three fall into a second

    assert screen.page.locator("#seats li:not(.away)").count() == 1
    assert len(screen.complaints) == 2
    screen.complaints.clear()


def test_errors_in_timers_and_promises_are_told_too(
    rain: Rain, own: RunningServer, browser: Browser, opened: list[Opened]
) -> None:
    later = f"() => {{ {THROWS} }}"
    line = rain.throw_in("tap(phone", f"setTimeout({later}); Promise.resolve().then({later});")
    opened.append(screen := BigScreen(browser, own.http))
    opened.append(hand := Handset(browser, screen.scan()))
    hand.join()
    screen.wait_for_phones(1)

    hand.tap_pad()
    screen.page.get_by_text(f"rain/visual.js, line {line}: the cloud is empty. 2 errors.").wait_for(state="visible")

    assert not screen.page.locator("#gallery").is_visible()
    assert len(screen.complaints) == 2, "each once"
    screen.complaints.clear()


def test_after_three_in_a_second_the_gallery_is_back_and_another_one_plays(
    rain: Rain, own: RunningServer, browser: Browser, opened: list[Opened]
) -> None:
    opened.append(screen := BigScreen(browser, own.http))
    opened.append(hand := Handset(browser, screen.scan()))
    hand.join()
    screen.wait_for_phones(1)

    line = rain.throw_in("draw(seconds")
    why = screen.page.locator("[data-reason]")
    why.wait_for(state="visible")
    said = why.text_content() or ""
    assert said.startswith(f"Rain can’t go on: rain/visual.js, line {line}: the cloud is empty. 3 errors."), said
    assert len(screen.complaints) == 3, "it was stopped"
    screen.page.locator(".gallery-item", has_text="Lights").click()

    hand.says("Point at the screen. Tap to burst.")
    screen.page.locator("#gallery").wait_for(state="hidden")
    screen.wait_until("main().then(({stage, gallery}) => gallery.card.name === 'lights' && stage.frames > 3)")
    assert [phone["number"] for phone in screen.phones()] == [1]
    assert hand.page.evaluate("document.body.dataset.state") == "joined"
    screen.complaints.clear()


def test_where_nobody_chooses_another_one_comes_and_stays_until_the_fault_is_mended(
    rain: Rain, own: RunningServer, browser: Browser, opened: list[Opened]
) -> None:
    rain.throw_in("export default")
    opened.append(screen := BigScreen(browser, own.http, scripts=[HASTE]))

    on = "main().then(({stage, gallery: {card}}) => card && card.name !== 'rain' && stage.frames > 3 && card.name)"
    other = screen.wait_until(on)
    assert not screen.page.locator("#gallery").is_visible()
    screen.page.reload()
    assert screen.wait_until(on) == other, "a reload doesn't go back to what is broken"

    screen.page.evaluate("main().then(({connection}) => connection.emit('show', {visual: 'rain'}))")
    assert screen.wait_until(on)
    rain.mend()
    screen.wait_until("main().then(({stage, gallery}) => gallery.card.name === 'rain' && stage.frames > 3)")
    screen.complaints.clear()


def test_another_one_comes_although_a_stopped_one_left_a_timer_running(
    rain: Rain, own: RunningServer, browser: Browser, opened: list[Opened]
) -> None:
    rain.throw_in("export default", f"for (let i = 0; i < 30; i += 1) setInterval(() => {{ {THROWS} }}, 20);")
    opened.append(screen := BigScreen(browser, own.http, scripts=[HASTE]))

    screen.wait_until("main().then(({gallery: {card}, stage}) => card && card.name !== 'rain' && stage.frames > 3)")
    screen.complaints.clear()


def test_a_fixed_file_is_shown_in_the_gallerys_place(
    rain: Rain, own: RunningServer, browser: Browser, opened: list[Opened]
) -> None:
    line = rain.throw_in("draw(seconds")
    opened.append(screen := BigScreen(browser, own.http))
    gallery = screen.page.locator("#gallery")
    gallery.wait_for(state="visible")
    card = gallery.locator(".gallery-item", has_text="Rain")
    card.focus()
    card.get_by_text(f"rain/visual.js, line {line}: the cloud is empty.", exact=True).wait_for(state="visible")
    card.locator("canvas").wait_for(state="detached")
    screen.page.reload()
    gallery.wait_for(state="visible")

    rain.file.write_text("const = 3;\n", encoding="utf-8")
    screen.page.get_by_text("Rain can’t go on: rain/visual.js, line 1").wait_for(state="visible")
    rain.mend()

    gallery.wait_for(state="hidden")
    screen.wait_until("main().then(({stage}) => stage.frames > 5)")
    screen.press("g")
    card.focus()
    card.locator("canvas").wait_for(state="visible")
    assert card.get_attribute("data-failed") is None, "it plays the code that was saved"
    screen.complaints.clear()
