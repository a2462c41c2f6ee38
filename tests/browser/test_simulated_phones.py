"""Pretend phones at the display: whoever writes a visual needs no phone at all."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.faults.peers import WatchedServer
from tests.support.clients import until
from tests.support.pages import LITTLE, BigScreen, Opened
from tests.support.running import RunningServer
from tools import new_visual

OpenDisplay = Callable[..., BigScreen]

NEAR = 0.02
"""Of the screen: what a quaternion of four digits, and smoothing, may leave between pointer and aim."""

PROBE = """
/** A visual that writes down what it is told. */
export default function create(stage) {
  const heard = (globalThis.heard = []);
  const note = (what) => [what, (phone, more) => heard.push([phone.number, what, more])];
  return {
    draw() {},
    ...Object.fromEntries(["joined", "left", "tap", "press", "choose", "say"].map(note)),
    key: (key) => key === "ArrowUp" && heard.push([0, "key", key]) > 0,
  };
}
"""
CONTROLS = {
    "motion": "aim",
    "pad": True,
    "buttons": [{"name": "boost", "label": "Boost"}],
    "question": "Which way?",
    "choices": [{"name": "left", "label": "To the left"}, {"name": "right", "label": "To the right"}],
    "text": 40,
}


@pytest.fixture
def probe(tmp_path: Path, browser: Browser, opened: list[Opened]) -> Iterator[BigScreen]:
    """A display with a visual that writes down what it is told."""
    folder = new_visual.make("probe", tmp_path / "mine")
    card = {**json.loads((folder / "visual.json").read_text()), "controls": CONTROLS}
    (folder / "visual.json").write_text(json.dumps(card))
    (folder / "visual.js").write_text(PROBE)
    options = ("--visuals", str(folder.parent), "--visual", "probe")
    server = RunningServer(tmp_path / "instance", *options).start()
    opened.append(screen := BigScreen(browser, server.http))
    yield screen

    assert server.stop() == 0
    assert "Traceback" not in server.output


@pytest.fixture
def cramped(tmp_path: Path) -> Iterator[WatchedServer]:
    """A server that tells what it holds, with room for two phones."""
    server = WatchedServer(tmp_path / "instance", "--set", "phones_per_room=2", https=False)
    server.start()
    yield server

    assert server.stop() == 0
    assert "Traceback" not in server.output


def add(screen: BigScreen, number: int = 1) -> None:
    """Add a pretend phone and wait until it has the hand."""
    screen.press("p")
    screen.page.locator("#simulator .seat", has_text=f"{number} ").wait_for(state="visible")


def move(screen: BigScreen, x: float, y: float) -> None:
    """Move the mouse to a place: fractions of the picture."""
    box = screen.page.locator("#stage").bounding_box()
    assert box is not None
    screen.page.mouse.move(x * box["width"], y * box["height"])


def wait_for_aim(screen: BigScreen, number: int, x: float, y: float) -> None:
    """Wait until a phone points at a place: fractions of the picture."""
    script = f"""({{number, x, y}}) => main().then(({{phones}}) => {{
      const aim = phones.at(number)?.aim;
      return aim && Math.hypot(aim.x - x, aim.y - y) < {NEAR};
    }})"""
    screen.wait_until(script, {"number": number, "x": x, "y": y})


def wait_for_news(screen: BigScreen, *what: object) -> Any:
    """Wait until the visual was told something that begins so; return it."""
    script = "what => heard.find(news => what.every((part, at) => JSON.stringify(part) === JSON.stringify(news[at])))"
    return screen.wait_until(script, what)


def holds(server: WatchedServer, connections: int) -> None:
    """Wait until a server has so many connections, and no seat."""
    until(
        lambda: [server.counts()[what] for what in ("connections", "seats")] == [connections, 0],
        lambda: f"{connections} connections and no seat",
    )


def test_the_mouse_is_the_hand(probe: BigScreen) -> None:
    add(probe)
    wait_for_news(probe, 1, "joined")

    move(probe, 0.3, 0.25)
    wait_for_aim(probe, 1, 0.3, 0.25)
    move(probe, 0.8, 0.7)
    wait_for_aim(probe, 1, 0.8, 0.7)

    probe.page.mouse.down()
    probe.wait_until("main().then(({phones}) => phones.at(1).pad?.down)")
    pad = probe.phones()[0]["pad"]
    assert [pad["x"], pad["y"]] == pytest.approx([0.8, 0.7], abs=NEAR)
    move(probe, 0.7, 0.6)
    probe.page.mouse.up()
    probe.wait_until("main().then(({phones}) => !phones.at(1).pad.down)")
    wait_for_aim(probe, 1, 0.7, 0.6)
    assert not probe.page.evaluate("heard.some(([, what]) => what === 'tap')")

    move(probe, 0.6, 0.4)
    probe.page.mouse.down()
    probe.page.wait_for_timeout(400)  # a slow tap is one, as on a phone
    probe.page.mouse.up()
    _, _, tap = wait_for_news(probe, 1, "tap")
    assert [tap["x"], tap["y"]] == pytest.approx([0.6, 0.4], abs=NEAR)


def test_keys_are_a_hand_too_but_the_visuals_keys_stay_its_own(probe: BigScreen) -> None:
    add(probe)
    move(probe, 0.5, 0.5)
    wait_for_aim(probe, 1, 0.5, 0.5)

    probe.page.keyboard.down("ArrowLeft")
    probe.wait_until("main().then(({phones}) => phones.at(1).aim.x < 0.3)")
    probe.page.keyboard.up("ArrowLeft")
    probe.press(" ")
    wait_for_news(probe, 1, "tap")
    probe.press("ArrowUp")
    wait_for_news(probe, 0, "key", "ArrowUp")

    assert probe.phones()[0]["aim"]["y"] == pytest.approx(0.5, abs=NEAR)
    probe.press("Shift+P")
    probe.wait_for_phones(0)
    assert probe.page.evaluate("heard.at(-1)[1]") == "left"


def test_the_strip_says_who_it_is_and_offers_what_phones_get(probe: BigScreen) -> None:
    add(probe)
    strip = probe.page.locator("#simulator")
    name = probe.phones()[0]["name"]
    strip.get_by_text(f"1 {name}").wait_for(state="visible")

    strip.get_by_role("button", name="Boost").hover()
    probe.page.mouse.down()
    wait_for_news(probe, 1, "press", {"name": "boost", "down": True})
    probe.page.mouse.up()
    wait_for_news(probe, 1, "press", {"name": "boost", "down": False})

    strip.get_by_role("radio", name="To the right").click()
    wait_for_news(probe, 1, "choose", "right")
    strip.get_by_role("radio", name="To the right", checked=True).wait_for()

    strip.get_by_label("A message").fill("")
    strip.get_by_label("A message").press_sequentially("Quips, by P")
    probe.press("Enter")
    wait_for_news(probe, 1, "say", "Quips, by P")
    probe.press("Escape")

    strip.get_by_role("button", name="Another one").click()
    probe.wait_for_phones(2)
    strip.get_by_text("1 more repeats").wait_for(state="visible")
    assert strip.get_by_role("radio", checked=True).count() == 0, "the new phone has chosen nothing"
    strip.get_by_role("button", name="Send all away").click()
    probe.wait_for_phones(0)
    strip.wait_for(state="hidden")


def test_the_one_before_goes_on_by_itself(display: OpenDisplay) -> None:
    screen = display()
    add(screen)
    for x, y in ((0.3, 0.3), (0.45, 0.35), (0.6, 0.4), (0.75, 0.45)):
        move(screen, x, y)
        wait_for_aim(screen, 1, x, y)

    add(screen, 2)
    wait_for_aim(screen, 2, 0.75, 0.45)

    for _ in range(2):
        screen.wait_until("main().then(({phones}) => phones.at(1).aim.x < 0.35)")
        screen.wait_until("main().then(({phones}) => phones.at(1).aim.x > 0.7)")
    assert screen.phones()[1]["aim"]["x"] == pytest.approx(0.75, abs=NEAR), "the mouse has kept still"
    assert screen.page.evaluate("Object.keys({...localStorage, ...sessionStorage}).sort()") == [
        "host",
        "open",
        "transport",
    ]


def test_a_vote_and_a_wall_take_it_for_a_phone(display: OpenDisplay) -> None:
    screen = display()
    strip = screen.page.locator("#simulator")
    add(screen)
    screen.page.evaluate("main().then(({connection}) => connection.emit('show', {visual: 'vote'}))")
    screen.wait_until("main().then(({stage}) => stage.keys.some(([key]) => key === 'R'))")  # it plays
    strip.get_by_role("button", name="A dog").click()
    screen.press("r")
    screen.wait_until("document.querySelector('#visual-table').innerText.includes('A dog\\t1\\t100')")

    screen.page.evaluate("main().then(({connection}) => connection.emit('show', {visual: 'wall'}))")
    strip.get_by_role("radio", name="A fish").click()
    strip.get_by_role("radio", name="A fish", checked=True).wait_for()


def test_the_pointer_moves_no_hand_while_it_reads_or_chooses(display: OpenDisplay) -> None:
    screen = display()
    add(screen)
    move(screen, 0.4, 0.4)
    wait_for_aim(screen, 1, 0.4, 0.4)

    for key in ("g", "?"):
        screen.press(key)
        move(screen, 0.9, 0.2)
        screen.page.mouse.click(0.95 * LITTLE["width"], 0.03 * LITTLE["height"])
        screen.page.wait_for_timeout(300)
        aim = screen.phones()[0]["aim"]
        assert [aim["x"], aim["y"]] == pytest.approx([0.4, 0.4], abs=NEAR)
        screen.press(key)

    move(screen, 0.8, 0.3)
    wait_for_aim(screen, 1, 0.8, 0.3)


def test_sent_away_they_leave_no_seat_and_no_socket(
    cramped: WatchedServer, browser: Browser, opened: list[Opened]
) -> None:
    opened.append(screen := BigScreen(browser, cramped.http))
    alone = cramped.counts()["connections"]
    add(screen, 1)
    add(screen, 2)
    full = cramped.counts()
    assert [full["connections"], full["seats"]] == [alone + 2, 2]

    screen.press("p")
    screen.page.locator("#notice", has_text="has no place").wait_for(state="visible")
    screen.page.locator("#simulator .seat", has_text="2 ").wait_for(state="visible")
    move(screen, 0.7, 0.6)
    wait_for_aim(screen, 2, 0.7, 0.6)

    screen.press("Shift+P")
    screen.wait_for_phones(0)
    holds(cramped, alone)

    add(screen, 1)
    screen.page.reload()
    screen.wait_until("document.querySelector('#display').dataset.state === 'open'")
    screen.wait_for_phones(0)
    holds(cramped, alone)
