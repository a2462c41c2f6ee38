"""Every visual there is, in a real Chromium: no list of names to keep, no exceptions."""

import json
import math
import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import pytest

from controller_app.core.protocol import COLOURS, SHAPES, Controls
from controller_app.machine import visuals
from tests.browser import ledger
from tests.support.clients import Phone
from tests.support.pages import PATIENCE, BigScreen
from tests.support.running import ROOT, RunningServer

OpenDisplay = Callable[..., BigScreen]

VISUALS = ROOT / "static" / "visuals"
CARDS = visuals.load(VISUALS)
SMALL = {"width": 480, "height": 270}  # without a graphics chip each pixel takes its time
SWITCHES = 20
HEAP = 1_000_000  # bytes that the page may hold more after so many switches; compiled code is up to half of it
BUFFERS = 100_000  # bytes in typed arrays, likewise; a flock's are three times that
TURNS = 12  # in which phones do all they can
MOST_TURNS = 60  # until a visual keeps something, on a slow machine
TURN_TAKES = 150  # milliseconds
SETTLES = 250  # milliseconds between two looks at what the page holds; a voice fades

JOIN = """
([count, colours, shapes]) => main().then(({phones, stage}) => {
  for (let i = phones.list.length; i < count; i += 1) {
    const seat = {number: i + 1, colour: colours[i % 8], shape: shapes[(i + Math.floor(i / 8)) % 8], name: `Test ${i}`};
    stage.joined(phones.join({...seat, away: false}));
  }
})
"""
LEAVE = """
(count) => main().then(({phones, stage}) => {
  for (const {number} of phones.list.slice(count)) { const gone = phones.leave(number); stage.left(gone); }
})
"""
MOVE = """
([seq, poses]) => main().then(({phones, stage}) => {
  phones.take([poses.map((pose, i) => [i + 1, [seq, 0, ...pose, 0]]), []]);
})
"""
TURN = """
(name) => main().then(({connection, gallery}) => {
  if (gallery.card.name === name) return;
  document.querySelector("#stage canvas").dataset.last = "";
  connection.emit("show", {visual: name});
})
"""
TURNED = """
(name) => main().then(({gallery}) =>
  gallery.card?.name === name && document.querySelector("#stage canvas:not([data-last])") !== null)
"""
NOTHING = "main().then(({stage}) => stage.show(() => ({draw() {}})))"
PLAY = """
() => main().then(({phones, stage, gallery}) => {
  const controls = gallery.card.controls;
  for (const phone of phones.list.slice(0, 3)) {
    stage.tap(phone, 0);
    for (const {name} of controls.buttons ?? []) { stage.press(phone, name, true); stage.press(phone, name, false); }
    for (const {name} of controls.choices ?? []) stage.choose(phone, name);
    stage.say(phone, "Hello there");
  }
})
"""

HURRY = """
(ask => {
  window.requestAnimationFrame = call => ask(now => call(5 * now));
  window.calm = () => { window.requestAnimationFrame = ask; };
})(requestAnimationFrame)
"""
"""Time passes quickly for a visual, so that its count-down ends; until ``calm()``."""

WATCH = """
main().then(({visualState}) => {
  const set = visualState.set.bind(visualState);
  window.kept = {};
  visualState.set = (name, value) => { kept[name] = value; set(name, value); };
})
"""
"""Note what the visual keeps."""
STILL_KEPT = "(names) => main().then(({visualState}) => names.filter((name) => visualState.get(name) !== undefined))"

SHOT = """
() => new Promise((done) => requestAnimationFrame(() => done(document.querySelector("#stage canvas").toDataURL())))
"""
"""The stage asked for its frame before, so it has painted; a screenshot may come many frames later."""


class Show:
    """One visual on a big screen, with phones that are fed on the page."""

    def __init__(self, screen: BigScreen, name: str) -> None:
        self.screen = screen
        self.page = screen.page
        self.name = name
        self.seq = 0
        self.turn_to(name)

    def turn_to(self, name: str) -> None:
        """Show a visual and wait for its first frames."""
        self.page.evaluate(TURN, name)
        self.screen.wait_until(TURNED, name)
        self.frames(2)

    def frames(self, count: int) -> None:
        """Wait until so many more frames are painted."""
        before = self.page.evaluate("main().then(({stage}) => stage.frames)")
        wanted = "wanted => main().then(({stage}) => stage.frames >= wanted || stage.frames < wanted - 1000)"
        self.screen.wait_until(wanted, before + count)

    def people(self, count: int) -> None:
        """Let so many phones be in."""
        self.page.evaluate(LEAVE, count)
        self.page.evaluate(JOIN, [count, COLOURS, SHAPES])

    def move(self, turns: list[float]) -> None:
        """Lean each phone, by radians to the right."""
        self.seq += 1
        poses = [[0, round(10_000 * math.sin(turn / 2)), 0, round(10_000 * math.cos(turn / 2))] for turn in turns]
        self.page.evaluate(MOVE, [self.seq, poses])

    def play(self, name: str) -> None:
        """Show a visual and let phones do all they can."""
        self.turn_to(name)
        self.move([0.3] * 3)
        self.page.evaluate(PLAY)
        self.frames(2)

    def picture(self) -> bytes:
        """Return what the canvas shows."""
        return self.page.locator("#stage canvas").screenshot()

    def played(self) -> str:
        """Return what the canvas shows in the very next frame after phones did all they can."""
        self.page.evaluate(PLAY)
        picture: str = self.page.evaluate(SHOT)
        return picture

    def settled(self, turns: list[float]) -> bytes:
        """Return what the canvas shows once phones have leant like that for some frames."""
        for _ in range(4):
            self.move(turns)
            self.frames(1)
        return self.picture()

    def held(self, sounds: float = math.inf) -> dict[str, float]:
        """Return what the page holds with nothing on the stage; wait for voices to fade to so many audio nodes."""
        self.page.evaluate(NOTHING)
        self.frames(2)
        for _ in range(PATIENCE // SETTLES):
            held = ledger.count(self.screen)
            if held["sounds"] <= sounds:
                break
            self.page.wait_for_timeout(SETTLES)
        return held


@pytest.fixture(params=sorted(CARDS))
def show(request: pytest.FixtureRequest, display: OpenDisplay) -> Show:
    return Show(display(size=SMALL), request.param)


def test_it_lives_with_nobody_one_many_and_all(show: Show) -> None:
    alone = show.picture()
    show.screen.wait_until("main().then(({stage}) => stage.frames > 8)")
    assert show.picture() != alone, "with nobody in nothing moves"

    most = CARDS[show.name].players[1]
    for count in (1, min(12, most), most):
        show.people(count)
        for turn in (0.3, -0.3):
            show.move([turn] * count)
            show.frames(1)
        show.page.evaluate(PLAY)
        show.frames(2)
    chance = random.Random(7)
    for _ in range(6):
        show.people(chance.randrange(min(most, 20)))
        show.page.evaluate("main().then(({phones}) => phones.list[0] && phones.away(phones.list[0].number))")
    show.frames(2)
    show.page.set_viewport_size({"width": 360, "height": 640})
    show.page.emulate_media(reduced_motion="reduce")
    show.frames(3)
    size = show.page.evaluate("(({width, height}) => [width, height])(document.querySelector('#stage canvas'))")
    assert size == [360, 640]


def test_a_hand_changes_the_picture(show: Show) -> None:
    show.people(1)
    show.frames(3)
    if CARDS[show.name].controls.motion != "none":
        assert any(show.settled([-0.5]) != show.settled([0.5]) for _ in range(20))  # a round may have to begin first
    before = show.page.evaluate(SHOT)

    assert any(show.played() != before for _ in range(400))  # a count-down stands still for some of them


@pytest.fixture
def hands(show: Show, server: RunningServer) -> Iterator[list[Phone]]:
    """Three phones in their seats."""
    with ExitStack() as open_ones:
        yield [open_ones.enter_context(closing(Phone(server.http, show.screen.code))) for _ in range(3)]


def test_seats_and_what_is_kept_outlive_a_reload_in_mid_round(show: Show, hands: list[Phone]) -> None:
    show.screen.wait_for_phones(3)
    show.page.evaluate(HURRY)
    show.page.evaluate(WATCH)
    seats = [(seat["number"], seat["name"]) for seat in show.screen.phones()]
    keeps = any("stage.state" in file.read_text(encoding="utf-8") for file in (VISUALS / show.name).rglob("*.js"))
    for turn in range(1, MOST_TURNS):
        for hand in hands:
            play(hand, turn, CARDS[show.name].controls)
        show.page.wait_for_timeout(TURN_TAKES)
        if turn >= TURNS and (not keeps or show.page.evaluate("Object.keys(kept).length")):
            break
    show.page.evaluate("calm()")
    kept = [name for name, value in show.page.evaluate("kept").items() if value is not None]

    show.page.reload()
    show.screen.wait_until(TURNED, show.name)
    show.screen.wait_for_phones(3)
    still_kept = show.page.evaluate(STILL_KEPT, kept)
    for hand in hands:
        play(hand, MOST_TURNS, CARDS[show.name].controls)
    show.screen.wait_until("main().then(({phones}) => phones.list.every(({tilt}) => tilt.x > 0.1))")
    show.frames(2)

    assert [(seat["number"], seat["name"]) for seat in show.screen.phones()] == seats
    assert still_kept == kept
    assert bool(kept) == keeps


def play(hand: Phone, turn: int, controls: Controls) -> None:
    """Let a real phone lean over, the other way at last, and do everything else that it can."""
    hand.emit("tilt", [turn, 0, 0, 2588 if turn == MOST_TURNS else -2588, 0, 9659, 0])
    hand.tap(turn)
    for name in (button.name for button in controls.buttons):
        hand.emit("press", {"name": name, "down": turn % 2 == 0})
    for choice in controls.choices[:turn][-1:]:
        hand.emit("choose", {"name": choice.name})
    if controls.text:
        hand.emit("say", {"text": "Hello there"})


@pytest.mark.parametrize("name", sorted(CARDS))
def test_it_lets_go_of_everything(display: OpenDisplay, name: str) -> None:
    screen = display(size=SMALL, scripts=[ledger.KEEP])
    other = next(other for other in sorted(CARDS) if other != name)
    show = Show(screen, other)
    screen.press("m")
    silent = show.held()["sounds"]
    show.people(3)
    for each in (name, other, name, other):  # until its code is loaded, compiled and has met a hand
        show.play(each)
    before = show.held(silent)

    for switch in range(SWITCHES):
        show.play(other if switch % 2 else name)
    after = show.held(silent)

    told = json.dumps([before, after])
    assert silent > 0, "sound is on"
    assert after["graphics"] == 0, told
    assert after["sounds"] <= silent, told
    assert after["frames"] == 1, "the stage's own, " + told
    assert after["timers"] <= before["timers"] + 1, told
    assert after["canvases"] == 1, told
    assert after["nodes"] <= before["nodes"] + 20, told
    assert after["listeners"] <= before["listeners"] + 4, told
    assert after["heap"] <= before["heap"] + HEAP, told
    assert after["buffers"] <= before["buffers"] + BUFFERS, told
