"""What steers is true and shown, by motion and by touch, for every kind of controls."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser

from controller_app.core.protocol import VisualCard
from tests.browser.kinds import KINDS
from tests.browser.sensing import SWAY, TOUCHES, SensingPhone
from tests.browser.test_every_visual import SMALL, TURN, TURNED
from tests.browser.turning import Matrix, degrees_between, matrix
from tests.support.chromium import LAN_NAME
from tests.support.pages import PATIENCE, POLL, BigScreen
from tests.support.running import RunningServer

SILENT_MS = 2000  # for which the page must wait; its timers may be a millisecond early
TURN_DEGREES = 5  # more than a hand trembles
STILL = 0.05  # of a lean, or of the screen's width
SAMPLES = 15  # that must come before a pose counts as unchanged
CALM_MS = 600  # in which two taps would have recentred

WATCH = """
main().then(({connection, phones}) => {
  const newest = {};
  window.tapped = 0;
  window.pressed = [];
  window.followed = {};
  window.follow = (number) => { followed = {number, from: newest[number], samples: 0, moved: 0}; };
  connection.on("tapped", () => (tapped += 1));
  connection.on("pressed", ([number, name, down]) => pressed.push(down));
  connection.on("frame", ([tilts]) => {
    for (const [number] of tilts) {
      const {tilt, aim} = phones.at(number);
      newest[number] = [tilt.x, tilt.y, aim.x, aim.y];
      if (number !== followed.number) continue;
      followed.samples += 1;
      const far = newest[number].map((value, i) => Math.abs(value - followed.from[i]));
      followed.moved = Math.max(followed.moved, ...far);
    }
  });
})
"""
"""``follow`` notes how far a phone's newest pose has ever been from where it was."""

IN_THE_MIDDLE = """
number => main().then(({phones}) => (({aim, tilt}) => Math.hypot(aim.x - 0.5, tilt.x) < 0.1)(phones.at(number)))
"""

KEEP_TOASTS = """
((toast) => {
  window.shown = [];
  const keep = () => toast.checkVisibility() && shown.push(toast.textContent);
  new MutationObserver(keep).observe(toast, {childList: true});
})(document.querySelector("#toast"))
"""
"""Keep what the phone shows for a moment: a visual may say something else at once."""
RECENTRED = "shown.includes('Recentred.')"

GIVES_WAY = """
every(null);
fire(10, 30, 5);
delete window.gaveWay;
((since) => new MutationObserver(() => (window.gaveWay ??= performance.now() - since))
  .observe(document.body, {attributeFilter: ["data-steering"]}))(performance.now());
"""
"""The last reading; and how long after it something else steers, in milliseconds of the page's own clock."""

# From the least that a phone may know to the most: each takes over from the one before. Angles of a lean to the right.
ACCELEROMETER = """
at => ((lean) => pull(-9.81 * Math.sin(lean), 0, 9.81 * Math.cos(lean)))((%s + 0.5 * Math.sin(at)) * Math.PI / 180)
"""
NO_COMPASS = "at => fire(null, 0, %s + 0.5 * Math.sin(at))"
ABSOLUTE = "at => fire(200, 0, %s + 0.5 * Math.sin(at), 'deviceorientationabsolute')"


LEANS = "at => fire(0, 40, %s + 0.5 * Math.sin(at))"


def reads_hold(card: VisualCard) -> bool:
    """Whether how the phone is held counts."""
    return card.controls.motion != "none"


def has_pad(card: VisualCard) -> bool:
    """Whether the page's own pad is shown."""
    return not card.phone_page and (reads_hold(card) or card.controls.pad)


PADS = [name for name, card in KINDS.items() if has_pad(card)]
HOLDS = [name for name, card in KINDS.items() if reads_hold(card)]
BUTTONS = [name for name, card in KINDS.items() if card.controls.buttons]


class Room:
    """One big screen, one phone over HTTPS that has a sensor, and one over HTTP that may not use it."""

    def __init__(self, browser: Browser, lan: RunningServer) -> None:
        self.screen = BigScreen(browser, f"http://{LAN_NAME}:{lan.port}/", size=SMALL)
        self.screen.page.evaluate(WATCH)
        self.moving = SensingPhone(browser, f"https://{LAN_NAME}:{lan.https_port}/{self.screen.code}")
        self.touching = SensingPhone(browser, f"http://{LAN_NAME}:{lan.port}/{self.screen.code}")
        self.pages = [self.screen, self.moving, self.touching]
        assert self.moving.page.evaluate("isSecureContext")
        assert not self.touching.page.evaluate("isSecureContext")
        for hand in (self.moving, self.touching):
            hand.join()

    def show(self, card: VisualCard) -> None:
        """Show a visual, and wait until both phones offer what it asks for."""
        self.screen.page.evaluate(TURN, card.name)
        self.screen.wait_until(TURNED, card.name)
        for hand in (self.moving, self.touching):
            self.wait_for_controls(hand, card)

    def start_over(self, hand: SensingPhone, card: VisualCard) -> SensingPhone:
        """Open a phone's page anew, so that it knows nothing of its sensor."""
        hand.lift()
        hand.turn_page(0)
        hand.page.reload()
        hand.wait_for("joined")
        self.wait_for_controls(hand, card)
        self.screen.wait_until("!document.querySelector('#seats .away')")
        return hand

    def wait_for_controls(self, hand: SensingPhone, card: VisualCard) -> None:
        """Wait until a phone offers what a visual asks for."""
        hand.wait_until("hint => document.querySelector('#visual-hint').textContent === hint", card.hint)
        pad = "own" if card.phone_page else "on" if has_pad(card) else "off"
        hand.wait_until("pad => document.body.dataset.pad === pad", pad)

    def pose(self, hand: SensingPhone) -> Matrix:
        """Return how the big screen shows a phone."""
        seats: dict[int, dict[str, Any]] = {seat["number"]: seat for seat in self.screen.phones()}
        return matrix(seats[hand.number]["attitude"])

    def wait_for_turn(self, hand: SensingPhone, before: Matrix) -> None:
        """Wait until the big screen shows a phone far from how it was."""
        for _ in range(PATIENCE // POLL):
            if degrees_between(before, self.pose(hand)) > TURN_DEGREES:
                return
            self.screen.page.wait_for_timeout(POLL)
        raise AssertionError("The phone turns, and the big screen shows nothing of it.")

    def wait_for_middle(self, hand: SensingPhone) -> None:
        """Wait until the big screen shows a phone pointing straight ahead."""
        self.screen.wait_until(IN_THE_MIDDLE, hand.number)

    @contextmanager
    def unmoved(self, hand: SensingPhone, samples: int) -> Iterator[None]:
        """Check that a phone's pose stays where it is, for so many samples from now on."""
        self.screen.page.evaluate("number => follow(number)", hand.number)
        yield
        self.screen.wait_until("samples => followed.samples >= samples", samples)
        assert self.screen.page.evaluate("followed.moved") < STILL


@pytest.fixture(scope="module")
def room(browser: Browser, lan: RunningServer) -> Iterator[Room]:
    made = Room(browser, lan)
    yield made
    complaints = [complaint for page in made.pages for complaint in page.complaints]
    for page in made.pages:
        page.close()
    assert not complaints


@pytest.fixture(scope="module", params=sorted(KINDS))
def kind(request: pytest.FixtureRequest, room: Room) -> VisualCard:
    """A visual that stands for all which ask phones for the same."""
    card = KINDS[request.param]
    room.show(card)
    return card


@pytest.fixture
def moving(room: Room, kind: VisualCard) -> SensingPhone:
    return room.start_over(room.moving, kind)


@pytest.fixture
def touching(room: Room, kind: VisualCard) -> SensingPhone:
    return room.start_over(room.touching, kind)


def test_a_silent_sensor_gives_the_thumb_its_turn_in_two_seconds_and_takes_it_back(
    room: Room, kind: VisualCard, moving: SensingPhone
) -> None:
    moving.feel(SWAY)
    moving.wait_for_steering("motion")

    moving.page.evaluate(GIVES_WAY)
    moving.wait_for_steering("touch")

    assert moving.page.evaluate("gaveWay") > SILENT_MS - 2
    moving.wait_until("document.querySelector('#notice-text').textContent.includes('motion has stopped')")
    assert moving.page.locator("#notice").is_visible() == reads_hold(kind)
    if has_pad(kind):
        before = room.pose(moving)
        moving.land()
        moving.move(-80, 0)
        room.wait_for_turn(moving, before)
    moving.feel(SWAY)
    moving.wait_for_steering("motion")
    moving.page.locator("#notice").wait_for(state="hidden")


def test_each_part_of_a_sensor_steers_what_it_can(room: Room, kind: VisualCard, moving: SensingPhone) -> None:
    moving.feel(ACCELEROMETER % 0)
    lean = 0
    for sensor, has_heading in [(ACCELEROMETER, False), (NO_COMPASS, False), (ABSOLUTE, True)]:
        moving.page.evaluate(f"({sensor % lean})(0)")  # it goes on where the one before was
        lean = -30 if lean > 0 else 30
        if kind.controls.motion == "aim" and not has_heading:
            moving.feel(sensor % lean)
            moving.says("can’t tell where it points")
            moving.wait_for_steering("touch")
            continue
        moving.wait_for_steering("motion")
        before = room.pose(moving)
        moving.feel(sensor % lean)
        room.wait_for_turn(moving, before)
    assert moving.page.locator("#notice").is_hidden()


def test_zeros_for_ever_are_no_sensor(kind: VisualCard, moving: SensingPhone) -> None:
    moving.feel("() => fire(0, 0, 0)")

    moving.wait_until("document.querySelector('#notice-text').textContent.includes('no motion sensor')")
    assert moving.page.evaluate("document.body.dataset.steering") == "touch"
    assert moving.page.locator("#notice").is_visible() == reads_hold(kind)


def test_a_page_that_turns_moves_nothing(room: Room, kind: VisualCard, moving: SensingPhone) -> None:
    moving.feel("at => fire(0, 40, 0.5 * Math.sin(at))")
    moving.wait_for_steering("motion")
    before = room.pose(moving)
    moving.feel("at => fire(0, 40, -20 + 0.5 * Math.sin(at))")
    room.wait_for_turn(moving, before)

    for angle in (90, 180, 270, 0):
        with room.unmoved(moving, SAMPLES):
            moving.turn_page(angle)
            if reads_hold(kind):
                moving.says("The page turned.")


@pytest.mark.parametrize("kind", PADS, indirect=True, scope="module")
def test_a_page_that_turns_under_a_thumb_moves_nothing(room: Room, touching: SensingPhone) -> None:
    before = room.pose(touching)
    touching.land()
    touching.move(60, 20)
    room.wait_for_turn(touching, before)

    for angle, step in ((90, 3), (180, -3), (270, 3), (0, -3)):
        with room.unmoved(touching, 1):
            touching.turn_page(angle)
            touching.move(20, 20)  # where the thumb is on the page now
            touching.move(20 + step, 20)
    before = room.pose(touching)
    touching.move(-80, 20)
    room.wait_for_turn(touching, before)


@pytest.mark.parametrize("kind", BUTTONS, indirect=True, scope="module")
def test_a_button_that_is_held_stays_down_while_the_page_turns(room: Room, touching: SensingPhone) -> None:
    room.screen.page.evaluate("pressed.length = 0")
    touching.land("#buttons button")
    room.screen.wait_until("pressed.length === 1")
    for angle in (90, 0):
        touching.turn_page(angle)
    assert room.screen.page.evaluate("pressed") == [True]

    touching.lift()

    room.screen.wait_until("pressed.length === 2")


@pytest.mark.parametrize("way", ["moving", "touching"])
def test_a_slow_long_or_shaking_finger_taps(
    room: Room, kind: VisualCard, way: str, request: pytest.FixtureRequest
) -> None:
    hand: SensingPhone = request.getfixturevalue(way)
    if way == "moving":
        hand.feel(SWAY)
        hand.wait_for_steering("motion")
    room.screen.page.evaluate("tapped = pressed.length = 0")
    for count, (held, slip) in enumerate(TOUCHES, 1):
        if kind.controls.choices:
            choice = f"#choices button:nth-child({count})"
            hand.touch(held, slip, choice)
            hand.page.locator(f"{choice}[aria-checked=true]").wait_for()
        if kind.controls.buttons:
            hand.touch(held, slip, "#buttons button")
            room.screen.wait_until("count => pressed.length === 2 * count", count)
        if has_pad(kind) or kind.phone_page:
            hand.touch(held, slip, "#own-page" if kind.phone_page else "#pad")
            room.screen.wait_until("count => tapped === count", count)


@pytest.mark.parametrize("kind", HOLDS, indirect=True, scope="module")
def test_recentring_is_seen_on_the_phone_and_on_the_screen(room: Room, kind: VisualCard, moving: SensingPhone) -> None:
    moving.page.evaluate(KEEP_TOASTS)
    moving.feel(LEANS % 0)
    moving.wait_for_steering("motion")
    ways: list[Callable[[], None]] = [lambda: moving.tap("Recentre"), moving.tap_twice][: 1 + has_pad(kind)]
    for lean, recentre in zip((30, -30), ways, strict=False):
        before = room.pose(moving)
        moving.feel(LEANS % lean)
        room.wait_for_turn(moving, before)

        recentre()

        moving.wait_until(RECENTRED)
        room.wait_for_middle(moving)
        moving.page.evaluate("void (shown.length = 0)")


@pytest.mark.parametrize("kind", PADS, indirect=True, scope="module")
def test_a_thumb_that_steers_recentres_by_the_button_alone(room: Room, touching: SensingPhone) -> None:
    touching.page.evaluate(KEEP_TOASTS)
    touching.tap_twice()
    touching.page.wait_for_timeout(CALM_MS)
    assert not touching.page.evaluate(RECENTRED)
    before = room.pose(touching)
    touching.land()
    touching.move(60, 20)
    room.wait_for_turn(touching, before)

    touching.page.evaluate("document.querySelector('#recentre').click()")  # the thumb is busy

    touching.wait_until(RECENTRED)
    room.wait_for_middle(touching)


def test_full_screen_locks_the_page_as_it_stands(moving: SensingPhone) -> None:
    moving.page.evaluate(
        "window.locked = [];"
        "void (screen.orientation.lock = async (type) => void locked.push(type, !!document.fullscreenElement))"
    )

    moving.tap("More")
    moving.tap("Full screen")

    moving.wait_until("locked.length")
    assert moving.page.evaluate("locked") == ["portrait-primary", True]
    moving.tap("More")
    moving.tap("End full screen")
    moving.wait_until("!document.fullscreenElement")
