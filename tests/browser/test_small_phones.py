"""Small phones without motion: nothing is off the screen or covered."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser

from tests.support.chromium import LAN_NAME
from tests.support.pages import DENIED, BigScreen, Handset, Opened
from tests.support.running import RunningServer

SIZES = [(390, 844), (390, 664), (360, 560), (320, 568), (844, 390), (750, 342), (667, 325), (568, 320)]
"""CSS pixels: what browsers leave of phones of all sizes, upright and turned."""

LITTLE_PHONE = {"width": 568, "height": 320}

ROOMY = [(390, 844), (390, 664), (844, 390)]
"""Where seven bars of 44 pixels fit beside the notice."""

THUMB = 44
"""CSS pixels that a target should have (WCAG 2.5.5)."""

LEAST = 24
"""CSS pixels that a target must have (WCAG 2.5.8)."""

MEASURE = """() => {
  const found = [];
  const walk = (root) => {
    for (const one of root.querySelectorAll("*")) {
      if (one.shadowRoot) walk(one.shadowRoot);
      if (!one.matches("button, a, input, #pad") || !one.checkVisibility({visibilityProperty: true})) continue;
      one.scrollIntoView({block: "nearest"});
      const {left, top, right, bottom, width, height} = one.getBoundingClientRect();
      const at = root.elementFromPoint(left + width / 2, top + height / 2);
      found.push({
        name: one.id || one.textContent,
        isBar: root !== document,
        isInside: left >= -0.5 && top >= -0.5 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5,
        isFree: one.contains(at),
        height: Math.round(height),
        scrolled: document.querySelector("#controls").scrollTop,
      });
    }
  };
  walk(document);
  return found;
}"""

LONG = "Which of these would you rather look after for a whole long summer, while everybody else is away at the sea?"


def named(*labels: str) -> list[dict[str, str]]:
    return [{"name": label.lower().replace(" ", "-"), "label": label} for label in labels]


KINDS: dict[str, dict[str, Any]] = {
    "pad": {"motion": "aim"},
    "two buttons and a question": {"motion": "tilt", "question": LONG, "buttons": named("A cat", "A dog")},
    "six buttons": {"motion": "tilt", "question": "Quick!", "buttons": named("A", "B", "C", "D", "E", "F")},
    "three choices": {"motion": "none", "pad": False, "question": LONG, "choices": named("A cat", "A dog", "A mouse")},
    "four choices": {"motion": "none", "pad": False, "question": "Go", "choices": named("A", "B", "C", "D")},
    "twelve choices": {"motion": "none", "pad": False, "question": "Pick:", "choices": named(*"ABCDEFGHIJKL")},
    "words": {"motion": "none", "pad": False, "text": 40, "choices": named(*"ABCDEF")},
    "pad and words": {"motion": "aim", "text": 40, "buttons": named("Boost")},
}

FULL = {
    "motion": "tilt",
    "question": LONG,
    "buttons": named("A", "B", "C"),
    "choices": named("D", "E", "F"),
    "text": 40,
}
"""More than a small phone has room for."""


class Room(NamedTuple):
    """A display and a phone that has no motion, since its page is not secure."""

    screen: BigScreen
    hand: Handset

    def show(self, visual: str) -> None:
        self.screen.page.evaluate(
            "name => main().then(({connection}) => connection.emit('show', {visual: name}))", visual
        )
        self.screen.wait_until("name => main().then(({gallery}) => gallery.card?.name === name)", visual)

    def equip(self, controls: dict[str, Any]) -> None:
        self.screen.page.evaluate(
            "c => main().then(({connection}) => connection.emit('equip', {controls: c}))", controls
        )
        question, count = (
            controls.get("question", ""),
            len(controls.get("buttons", [])) + len(controls.get("choices", [])),
        )
        self.hand.wait_until(
            "([question, count]) => document.querySelector('#question').textContent === question"
            " && document.querySelectorAll('#buttons button, #choices button').length === count",
            [question, count],
        )

    def resize(self, size: tuple[int, int]) -> None:
        self.hand.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.hand.wait_until("([width, height]) => innerWidth === width && innerHeight === height", list(size))

    def measure(self) -> list[dict[str, Any]]:
        self.hand.page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        return self.hand.page.evaluate(MEASURE)  # type: ignore[no-any-return]

    def height(self, selector: str) -> float:
        return self.hand.page.evaluate("one => document.querySelector(one).getBoundingClientRect().height", selector)  # type: ignore[no-any-return]


@pytest.fixture
def room(browser: Browser, lan: RunningServer, opened: list[Opened]) -> Iterator[Room]:
    opened.append(screen := BigScreen(browser, f"http://{LAN_NAME}:{lan.port}/"))
    opened.append(hand := Handset(browser, f"http://{LAN_NAME}:{lan.port}/{screen.code}"))
    hand.join()
    hand.page.get_by_role("button", name="Use motion").first.wait_for(state="visible")
    yield Room(screen, hand)
    screen.page.goto("about:blank")  # the room goes with its last phone


@pytest.mark.parametrize("kind", KINDS)
def test_every_control_is_on_the_screen_free_and_a_thumb_high(room: Room, kind: str) -> None:
    room.equip(KINDS[kind])
    for size in SIZES:
        room.resize(size)
        for control in room.measure():
            assert control["isInside"], (size, control)
            assert control["isFree"], (size, control)
            assert control["height"] >= THUMB, (size, control)
            assert control["scrolled"] == 0, (size, control)
        if KINDS[kind].get("pad", True):
            assert room.height("#pad") >= 64, size


def test_what_is_too_much_for_a_phone_scrolls_and_leaves_a_pad(room: Room) -> None:
    room.equip(FULL)
    for size in SIZES:
        room.resize(size)
        for control in room.measure():
            assert control["isInside"], (size, control)
            assert control["isFree"], (size, control)
        assert room.height("#pad") >= 64, size


def test_choruss_bars_have_a_thumbs_height_where_there_is_room(room: Room) -> None:
    room.show("chorus")
    room.hand.wait_until("document.querySelector('#own-page .host:not([inert])')")
    for size in SIZES:
        room.resize(size)
        controls = room.measure()
        bars = [control["height"] for control in controls if control["isBar"]]

        assert len(bars) == 7
        assert min(bars) >= (THUMB if size in ROOMY else LEAST), (size, bars)
        assert all(control["isInside"] and control["isFree"] for control in controls), (size, controls)


def test_where_there_is_little_room_the_notice_is_one_line(room: Room) -> None:
    for size in SIZES[1:]:
        room.resize(size)
        assert 0 < room.height("#notice") <= 48, size
    room.hand.tap("Hide this")
    assert room.height("#notice") == 0
    assert room.hand.page.evaluate("document.activeElement.id") == "seat-heading"
    room.hand.tap("More")
    room.hand.page.locator("#no-motion-reason").get_by_text(
        "Your browser gives motion only on a secure page."
    ).wait_for(state="visible")


def test_the_reason_is_one_tap_away_where_it_has_no_room(
    browser: Browser, server: RunningServer, opened: list[Opened]
) -> None:
    opened.append(screen := BigScreen(browser, server.http))
    opened.append(hand := Handset(browser, f"{server.http}/{screen.code}", LITTLE_PHONE, scripts=[DENIED]))
    hand.join()

    hand.tap("Why no motion?")

    hand.page.locator("#no-motion-reason").get_by_text("Motion is not allowed here.").wait_for(state="visible")
    hand.tap("Close")
    assert hand.page.evaluate("document.activeElement.id") == "open-no-motion-reason"
