"""Phone and display in a made-up language: no English is left, and longer words fit.

The language is added the way that CONTRIBUTING.md says: one file in ``static/locales`` and one in each visual's folder.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.support.pages import ANDROID, DENIED, BigScreen, Handset, Opened
from tests.support.running import MANY_PEOPLE, ROOT, RunningServer

LANGUAGE = "en-XA"
"""CLDR's tag of English with accents, for tests like this one."""

ACCENTS = str.maketrans("aeiouyAEIOUYcnsz", "àéîöüýÀÉÎÖÜÝçñšž")
LONGER = 0.4
MAX_HINT = 80  # letters; with more a visual is left out
VISUALS = sorted(file.parent.name for file in (ROOT / "static" / "visuals").glob("*/visual.json"))
KEPT = re.compile(r"({{\w+}}|<[^>]+>)")
MARKS = "⟦⟧"

PHONES = [(390, 844), (360, 640)]
SCREENS = [(1920, 1080), (1280, 720)]

WORDS = """([open, close]) => {
  const own = "script, style, noscript, template, kbd, [translate=no]";
  const pagesOfVisuals = [...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const roots = [document.body, ...pagesOfVisuals];
  const texts = roots.map((root) => document.createTreeWalker(root, NodeFilter.SHOW_TEXT));
  const found = [];
  let inside = 0;  // a sentence may hold elements, such as a key or a name
  for (const walker of texts) while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    const isOwn = parentElement?.closest(own);
    for (const part of data.split(new RegExp(`([${open}${close}])`))) {
      if (part === open) inside += 1;
      else if (part === close) inside -= 1;
      else if (!inside && !isOwn && /[a-z]{2,}/i.test(part)) found.push(part.trim());
    }
  }
  const labelled = roots.flatMap((root) => [...root.querySelectorAll("[aria-label], [alt], [placeholder], [title]")]);
  for (const element of labelled) {
    if (element.closest(own)) continue;
    for (const name of ["aria-label", "alt", "placeholder", "title"]) {
      const said = element.getAttribute(name) ?? "";
      if (/[a-z]{2,}/i.test(said) && !said.startsWith(open)) found.push(`${name}: ${said}`);
    }
  }
  return found;
}"""

RECORD_DRAWN = """
window.drawn = new Set();
for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D])
  for (const name of ["fillText", "strokeText"]) {
    const draw = prototype[name];
    prototype[name] = function (text, ...place) {
      drawn.add(text);
      return draw.call(this, text, ...place);
    };
  }
"""

DRAWN_ENGLISH = """name => {
  const words = [...drawn].map((text) => text.replace(name, "")).filter((text) => /[a-z]{2,}/i.test(text));
  return words.filter((text) => /[aeiouy]/i.test(text));  // the made-up language has accents on all of these
}"""

OUTSIDE = """() => {
  const found = [];
  const { innerWidth, innerHeight } = window;
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page is wider than its window");
  for (const element of document.querySelectorAll("body *")) {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (element.closest(".spoken, canvas, svg, [aria-hidden=true], dialog:not([open])")) continue;
    const words = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
    if (!words.length) continue;
    const name = `${element.tagName} ${element.id || element.className} “${element.textContent.trim().slice(0, 60)}”`;
    const clips = getComputedStyle(element).overflowX !== "visible";
    if (clips && element.scrollWidth > element.clientWidth + 1) found.push(`${name} is cut`);
    if (element.closest("#gallery, .sheet, .cover, #controls")) continue; // these scroll down
    const range = document.createRange();
    for (const node of words) {
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        const isInside = left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1;
        if (!isInside) found.push(`${name} is outside`);
      }
    }
  }
  return [...new Set(found)];
}"""


def made_up(text: str, most: int = 1000) -> str:
    """Return a sentence between marks, with accents and longer by 40 %; placeholders and markup stay.

    Args:
        text: in English.
        most: letters that the sentence may have.
    """
    parts = [part if KEPT.fullmatch(part) else part.translate(ACCENTS) for part in KEPT.split(text)]
    more = "ö" * round(LONGER * len(KEPT.sub("", text)))
    longer = " ".join(more[at : at + 7] for at in range(0, len(more), 7))[: max(0, most - len(text) - 3)].rstrip()
    return f"{MARKS[0]}{''.join(parts)}{' ' if longer else ''}{longer}{MARKS[1]}"


def translated(tree: Any) -> Any:
    """Return a catalogue in the made-up language."""
    if isinstance(tree, str):
        return made_up(tree)
    return {key: made_up(value, MAX_HINT) if key == "hint" else translated(value) for key, value in tree.items()}


class Translated(RunningServer):
    """A server of a checkout with one more language."""

    def __init__(self, folder: Path, *options: str) -> None:
        super().__init__(folder / "instance", "--language", LANGUAGE, *MANY_PEOPLE, *options)
        self.folder = folder


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Translated]:
    checkout = tmp_path_factory.mktemp("checkout")
    for name in ("controller_app", "templates", "static"):
        shutil.copytree(ROOT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
    for english in checkout.glob("static/**/locales/en.json"):
        catalogue = translated(json.loads(english.read_text(encoding="utf-8")))
        (english.parent / f"{LANGUAGE}.json").write_text(json.dumps(catalogue), encoding="utf-8")
    server = Translated(checkout)
    server.start()
    yield server
    assert server.stop() == 0


def holds(page: Page, state: str) -> None:
    """Hold that a page shows no English, and nothing outside its window."""
    page.wait_for_timeout(400)  # transitions of 300 ms move what they show
    assert page.evaluate(WORDS, list(MARKS)) == [], f"English on {state}"
    assert page.evaluate(OUTSIDE) == [], state


def size_of(sizes: tuple[int, int]) -> dict[str, int]:
    return {"width": sizes[0], "height": sizes[1]}


@pytest.mark.parametrize("size", PHONES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_phone(
    foreign: Translated, browser: Browser, phone: Callable[..., Handset], opened: list[Opened], size: tuple[int, int]
) -> None:
    screen = BigScreen(browser, foreign.http)
    opened.append(screen)
    hand = phone("about:blank", size=size_of(size), scripts=[DENIED])
    page = hand.page

    def button(key: str) -> None:
        page.locator(key).first.tap()

    page.goto(f"{foreign.http}/join?code=no-code")
    holds(page, "join")
    page.goto(f"{foreign.http}/{screen.code}")
    assert page.evaluate("document.documentElement.lang") == LANGUAGE
    hand.wait_until("performance.getEntriesByName('usable').length")
    holds(page, "welcome")
    button("#join")
    hand.wait_for("joined")
    hand.wait_for_steering("touch")
    holds(page, "seat")
    button("#open-more")
    holds(page, "more")
    button("#close-more")
    for visual in ("marble", "mirror", "wall"):
        show(screen, hand, visual)
        holds(page, visual)
    page.locator("#choices [role=radio]").first.tap()
    hand.wait_until("document.querySelector('#choices [aria-checked=true]')")
    holds(page, "chosen")
    show(screen, hand, "mirror")
    button("#recentre")
    holds(page, "recentred")
    screen.page.goto("about:blank")
    hand.wait_for("display-away")
    holds(page, "display-away")
    page.context.set_offline(True)
    hand.wait_for("reconnecting")
    holds(page, "reconnecting")
    page.context.set_offline(False)
    hand.wait_for("display-away")
    hand.complaints.clear()  # the browser's, about a network that is gone
    button("#open-more")
    button("#leave")
    hand.wait_for("ended")
    holds(page, "left")
    page.goto(f"{foreign.http}/WXYW")
    button("#join")
    hand.wait_for("ended")
    holds(page, "not found")
    hand.complaints.clear()  # the browser's, about the network and a room that is not open


def test_what_visuals_say(foreign: Translated, browser: Browser, phone: Callable[..., Handset]) -> None:
    screen = BigScreen(browser, foreign.http, scripts=[RECORD_DRAWN])
    page = screen.page

    def hold(state: str) -> None:
        """Hold that neither page shows English, on the canvas either."""
        holds(page, f"{state} on the display")
        holds(hand.page, f"{state} on a phone")
        assert page.evaluate(DRAWN_ENGLISH, name) == [], f"English on the canvas of {state}"

    try:
        hand = phone(f"{foreign.http}/{screen.code}", scripts=[DENIED])
        hand.page.locator("#join").tap()
        hand.wait_for("joined")
        screen.wait_for_phones(1)
        name = page.evaluate("main().then(({phones}) => phones.list[0].name)")
        for visual in VISUALS:
            show(screen, hand, visual)
            screen.wait_until("main().then(({stage}) => stage.frames > 3)")
            hold(visual)
            if visual == "vote":
                vote(screen, hand, hold)
            elif visual == "wall":
                write(screen, hand, hold)
        assert page.evaluate("open => [...drawn].filter(text => text.includes(open)).length", MARKS[0]) > 5
    finally:
        screen.close()


def vote(screen: BigScreen, hand: Handset, hold: Callable[[str], None]) -> None:
    """Answer, close the vote, read its result, and go through the list of questions to a typed one."""
    hand.page.locator("#buttons button").first.tap()
    screen.press("?")
    hold("a vote and the host's keys")
    for key, state in (("?", ""), ("r", "a table"), ("o", "a closed vote"), ("r", ""), ("n", "the next question")):
        screen.press(key)
        if state:
            hold(state)
    for place in range(3, 8):
        screen.press("n")
        hold(f"question {place}")
    screen.press("a")
    screen.page.locator("#prompt").wait_for(state="visible")
    hold("a question of the host's own")
    screen.press("Escape")


def write(screen: BigScreen, hand: Handset, hold: Callable[[str], None]) -> None:
    """Pick a phrase, then write."""
    hand.page.locator("#choices [role=radio]").first.tap()
    hand.wait_until("document.querySelector('#choices [aria-checked=true]')")
    screen.press("?")
    hold("a phrase and the host's keys")
    screen.press("?")
    screen.press("w")
    hand.page.locator("#message-text").wait_for(state="visible")
    hold("writing")
    screen.press("y")
    screen.page.locator("#prompt").wait_for(state="visible")
    hold("the question for the host's phone")
    screen.press("Escape")


def show(screen: BigScreen, hand: Handset, visual: str) -> None:
    """Show a visual, and wait until the phone has it."""
    screen.page.evaluate(f"main().then(({{connection}}) => connection.emit('show', {{visual: '{visual}'}}))")
    hand.wait_until("title => document.querySelector('#pad').ariaLabel.includes(title)", made_up_title(visual))


def made_up_title(visual: str) -> str:
    english = json.loads((ROOT / "static" / "visuals" / visual / "locales" / "en.json").read_text(encoding="utf-8"))
    return made_up(english["title"])


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_display(
    foreign: Translated, browser: Browser, phone: Callable[..., Handset], size: tuple[int, int]
) -> None:
    screen = BigScreen(browser, foreign.http, size=size_of(size))
    page = screen.page
    try:
        holds(page, "lobby")
        hand = phone(f"{foreign.http}/{screen.code}")
        hand.page.locator("#join").tap()
        hand.wait_for("joined")
        screen.wait_for_phones(1)
        holds(page, "seats")
        for key, state in (("?", "keys"), ("?", ""), ("g", "gallery"), ("Escape", ""), ("l", "latency"), ("q", "code")):
            screen.press(key)
            if key == "l":
                screen.wait_until("document.querySelectorAll('#meter td').length > 4")
            if state:
                holds(page, state)
        for key in ("l", "q", "t"):
            screen.press(key)
        holds(page, "nobody away")
        for key in ("m", "s", "+"):
            screen.press(key)
            holds(page, f"notice of {key}")
        screen.press("p")
        screen.wait_for_phones(2)
        holds(page, "pretend phone")
        screen.press("Shift+P")
        hand.page.goto("about:blank")
        screen.wait_until("document.querySelector('#seats .away')")
        screen.press("t")
        screen.wait_until("!document.querySelector('#takeover').hidden")
        holds(page, "takeover")
        page.context.set_offline(True)
        screen.wait_until("document.querySelector('#display').dataset.state === 'reconnecting'")
        holds(page, "connection lost")
    finally:
        screen.close()


def test_pages_of_the_server(foreign: Translated, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, user_agent=ANDROID, ignore_https_errors=True)
    page = context.new_page()
    for path in ("/", "/join", "/trust"):
        page.goto(foreign.http + path)
        found = page.evaluate(WORDS, list(MARKS))
        assert found == [], path
    context.close()
