"""A sensor that stops, repeats itself or lacks a part, and a page that turns: what steers is true and seen."""

import time
from collections.abc import Callable

import pytest

from tests.support.pages import BigScreen, Handset

OpenDisplay = Callable[..., BigScreen]
TakePhone = Callable[..., Handset]

# Chromium's own sensor says null once; from then on only the test speaks, at the pace of a real sensor.
SENSOR = """
const tell = (type, what) => {
  const event = new Event(type);
  for (const [name, value] of Object.entries(what)) Object.defineProperty(event, name, {value});
  dispatchEvent(event);
};
window.fire = (alpha, beta, gamma, type = "deviceorientation") => tell(type, {alpha, beta, gamma});
window.pull = (x, y, z) => tell("devicemotion", {accelerationIncludingGravity: {x, y, z}});
window.every = (what) => {
  clearInterval(window.going);
  window.going = what && setInterval(() => what(performance.now() / 300), 16);
};
"""
LEANS = "main().then(({phones}) => phones.list[0]?.tilt.x > 0.5)"
LEANS_ALONG = "main().then(({phones}) => Math.abs(phones.list[0]?.tilt.x ?? 0) > 0.3)"
SWAY = "25 * Math.sin(at)"


def show(screen: BigScreen, title: str) -> None:
    """Show the visual with this title."""
    titles = screen.page.evaluate("main().then(({gallery}) => gallery.titles)")
    screen.press(str(titles.index(title) + 1))
    screen.page.wait_for_timeout(500)


def take(display: OpenDisplay, phone: TakePhone, title: str) -> tuple[BigScreen, Handset]:
    screen = display()
    hand = phone(screen.scan(), scripts=[SENSOR])
    show(screen, title)
    hand.join()
    return screen, hand


@pytest.mark.parametrize(
    "afterwards",
    ["null", "() => fire(10, 49.8, 5)", "() => fire(NaN, null, 5)"],
    ids=["silence", "one value for ever", "broken values"],
)
def test_a_sensor_that_stops_gives_the_thumb_its_turn_and_takes_it_back(
    display: OpenDisplay, phone: TakePhone, afterwards: str
) -> None:
    screen, hand = take(display, phone, "Marble")
    hand.page.evaluate("every(at => fire(10, 40 + 9 * Math.sin(at), 5))")
    hand.wait_for_steering("motion")

    hand.page.evaluate(f"every({afterwards})")

    hand.wait_for_steering("touch")
    hand.says("motion has stopped")
    hand.drag(80, 0, release=False)
    screen.wait_until(LEANS)
    hand.page.evaluate("every(at => fire(10, 40 + 9 * Math.sin(at), 5))")
    hand.wait_for_steering("motion")
    assert hand.page.locator("#notice").is_hidden()


@pytest.mark.parametrize(
    "sensor",
    [
        f"at => fire(null, 30, {SWAY})",
        "at => { fire(null, null, null);"
        " pull(-9.81 * Math.sin(0.4 * Math.sin(at)), 0, 9.81 * Math.cos(0.4 * Math.sin(at))); }",
        f"at => fire(200, 30, {SWAY}, 'deviceorientationabsolute')",
    ],
    ids=["no compass", "the accelerometer alone", "the absolute event alone"],
)
def test_whatever_knows_where_down_is_tilts(display: OpenDisplay, phone: TakePhone, sensor: str) -> None:
    screen, hand = take(display, phone, "Marble")

    hand.page.evaluate(f"every({sensor})")

    hand.wait_for_steering("motion")
    screen.wait_until(LEANS_ALONG)
    assert hand.page.locator("#notice").is_hidden()


def test_without_a_compass_the_thumb_points_and_the_phone_tilts(display: OpenDisplay, phone: TakePhone) -> None:
    screen, hand = take(display, phone, "Lights")

    hand.page.evaluate(f"every(at => fire(null, 30, {SWAY}))")

    hand.says("can’t tell where it points")
    hand.wait_for_steering("touch")
    hand.drag(120, 0)
    screen.wait_until("main().then(({phones}) => phones.list[0].aim.x > 0.6)")
    show(screen, "Marble")
    hand.wait_for_steering("motion")
    assert hand.page.locator("#notice").is_hidden()


def test_readings_that_come_and_go_make_no_sentence_flicker(display: OpenDisplay, phone: TakePhone) -> None:
    _, hand = take(display, phone, "Lights")
    hand.page.evaluate("every(at => fire(10, 40 + 9 * Math.sin(at), 5))")
    hand.wait_for_steering("motion")
    hand.page.evaluate(
        "every(null); window.turns = 0;"
        "new MutationObserver(() => turns += 1).observe(notice, {attributeFilter: ['hidden']});"
        "window.reads = 0; window.stutter = setInterval(() => fire(10, 40 + (reads += 1), 5), 2500)"
    )

    hand.wait_until("reads === 5")
    assert hand.page.evaluate("turns") <= 3  # it came, went with the first return, came again, and stayed
    assert hand.page.locator("#notice").is_visible()
    hand.page.evaluate("clearInterval(stutter); every(at => fire(10, 40 + 9 * Math.sin(at), 5))")
    hand.page.locator("#notice").wait_for(state="hidden")


def test_a_phone_that_lies_still_goes_on_steering(display: OpenDisplay, phone: TakePhone) -> None:
    screen, hand = take(display, phone, "Lights")
    hand.page.evaluate("every(at => fire(10, 40 + 9 * Math.sin(at), 5))")
    hand.wait_for_steering("motion")
    # As Chrome does: no orientation before it changes by 0.1°, and an accelerometer with a little noise.
    hand.page.evaluate("every(null); fire(10, 30, 5); every(at => pull(-0.74, 4.9, 8.45 + 0.1 * (at % 2 > 1)))")

    hand.page.wait_for_timeout(4000)

    assert hand.page.evaluate("document.body.dataset.steering") == "motion"
    assert hand.page.locator("#notice").is_hidden()
    hand.page.evaluate("every(null); fire(2, 36, 5)")
    screen.wait_until("main().then(({phones}) => phones.list[0].aim.x > 0.6)")


def test_a_silent_phone_keeps_its_pose_until_the_thumb_drags(display: OpenDisplay, phone: TakePhone) -> None:
    screen, hand = take(display, phone, "Marble")
    hand.page.evaluate("fire(10, 40, 0); every(at => fire(10, 40, 30 + 0.1 * Math.sin(at)))")
    screen.wait_until(LEANS)

    hand.page.evaluate("every(null)")
    hand.wait_for_steering("touch")
    touch(hand, 80, 0)
    screen.page.wait_for_timeout(500)
    assert screen.page.evaluate(LEANS)

    hand.drag(-80, 0, release=False)
    screen.wait_until("main().then(({phones}) => phones.list[0].tilt.x < -0.5)")


@pytest.mark.parametrize("title", ["Lights", "Marble"])
def test_a_page_that_turns_under_a_thumb_moves_nothing(display: OpenDisplay, phone: TakePhone, title: str) -> None:
    screen, hand = take(display, phone, title)
    what = "aim" if title == "Lights" else "tilt"
    hand.drag(60, 20, release=False)
    screen.page.wait_for_timeout(700)
    before = screen.phones()[0][what]
    assert before["x"] > 0.3

    turn_page(hand, 90)
    screen.page.wait_for_timeout(500)
    box = hand.page.locator("#pad").bounding_box()
    assert box is not None
    hand._touch("touchMove", box["x"] + 20, box["y"] + 20)
    screen.page.wait_for_timeout(700)

    after = screen.phones()[0][what]
    assert abs(after["x"] - before["x"]) < 0.05
    assert abs(after["y"] - before["y"]) < 0.05
    hand._touch("touchMove", box["x"] - 100, box["y"] + 20)
    screen.wait_until(f"main().then(({{phones}}) => phones.list[0].{what}.x < {before['x'] - 0.1})")


def test_zeros_for_ever_are_no_sensor(display: OpenDisplay, phone: TakePhone) -> None:
    screen, hand = take(display, phone, "Marble")

    hand.page.evaluate("every(() => fire(0, 0, 0))")

    hand.says("no motion sensor")
    hand.drag(80, 0, release=False)
    screen.wait_until(LEANS)
    assert hand.page.evaluate("document.body.dataset.steering") == "touch"


@pytest.mark.parametrize(("title", "what"), [("Lights", "aim"), ("Marble", "tilt"), ("Mirror", "tilt")])
@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_turns_moves_nothing(
    display: OpenDisplay, phone: TakePhone, title: str, what: str, angle: int
) -> None:
    screen, hand = take(display, phone, title)
    hand.page.evaluate("fire(0, 40, 0)")
    hand.wait_for_steering("motion")
    hold = "every(at => fire(0, 40, -20 + 0.2 * Math.sin(at)))"
    hand.page.evaluate(hold)
    moved = f"main().then(({{phones}}) => phones.list[0].{what}.x !== {0.5 if what == 'aim' else 0})"
    screen.wait_until(moved)
    screen.page.wait_for_timeout(400)
    before = screen.phones()[0][what]

    turn_page(hand, angle)

    hand.says("The page turned.")
    screen.page.wait_for_timeout(400)
    after = screen.phones()[0][what]
    assert abs(after["x"] - before["x"]) < 0.05
    assert abs(after["y"] - before["y"]) < 0.05


@pytest.mark.parametrize("title", ["Lights", "Marble", "Mirror", "Vote"])
@pytest.mark.parametrize("moves", [True, False], ids=["motion", "touch"])
def test_a_slow_or_shaking_finger_taps(display: OpenDisplay, phone: TakePhone, title: str, moves: bool) -> None:
    screen, hand = take(display, phone, title)
    if moves:
        hand.page.evaluate(f"every(at => fire(20, 40, {SWAY}))")
    hand.wait_for_steering("motion" if moves else "touch")
    screen.page.evaluate("main().then(m => { window.taps = 0; m.connection.on('tapped', () => taps++); })")

    touches = [(80, 0), (400, 20), (900, 0), (100, 14), (2000, 0)]
    for count, (held, slip) in enumerate(touches, 1):
        touch(hand, held, slip)
        screen.wait_until("count => taps === count", count)
        hand.page.wait_for_timeout(500)  # otherwise it may be a double tap


def test_two_fingers_are_two_taps(display: OpenDisplay, phone: TakePhone) -> None:
    screen, hand = take(display, phone, "Lights")
    screen.page.evaluate("main().then(m => { window.taps = 0; m.connection.on('tapped', () => taps++); })")
    box = hand.page.locator("#pad").bounding_box()
    assert box is not None
    fingers = [{"x": box["x"] + at, "y": box["y"] + at, "id": at} for at in (80, 160)]

    for kind, points in (("touchStart", fingers), ("touchEnd", [])):
        hand._devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    screen.wait_until("taps === 2")


TRIES = 5


def test_recentring_by_two_taps_is_seen_and_only_where_motion_steers(display: OpenDisplay, phone: TakePhone) -> None:
    _, hand = take(display, phone, "Lights")
    for _ in range(2):
        touch(hand, 80, 0)
    hand.page.wait_for_timeout(600)
    assert hand.page.locator("#toast").text_content() == ""

    hand.page.evaluate(f"every(at => fire(20, 40, {SWAY}))")
    hand.wait_for_steering("motion")
    for _ in range(TRIES):  # on a busy computer two taps may come too far apart
        for _ in range(2):
            touch(hand, 80, 0)
        if hand.page.locator("#toast").text_content() == "Recentred.":
            break
        hand.page.wait_for_timeout(600)

    hand.page.locator("#toast").get_by_text("Recentred.").wait_for(state="visible")


def test_full_screen_locks_the_page_as_it_stands(display: OpenDisplay, phone: TakePhone) -> None:
    _, hand = take(display, phone, "Lights")
    hand.page.evaluate(
        "window.locked = [];"
        "void (screen.orientation.lock = async (type) => void locked.push(type, !!document.fullscreenElement))"
    )

    hand.tap("More")
    hand.tap("Full screen")

    hand.wait_until("locked.length")
    assert hand.page.evaluate("locked") == ["portrait-primary", True]
    hand.tap("More")
    hand.tap("End full screen")
    hand.wait_until("!document.fullscreenElement")


def test_where_there_is_no_full_screen_none_is_offered_and_a_sentence_says_what_helps(
    display: OpenDisplay, phone: TakePhone
) -> None:
    screen = display()
    iphone = "Object.defineProperty(document, 'fullscreenEnabled', {value: undefined});"
    hand = phone(screen.scan(), scripts=[SENSOR, iphone])
    hand.join()
    hand.page.evaluate(f"every(at => fire(20, 40, {SWAY}))")
    hand.wait_for_steering("motion")

    hand.page.evaluate("screen.orientation.dispatchEvent(new Event('change'))")

    hand.says("Lock your phone’s rotation")
    hand.tap("More")
    assert hand.page.get_by_role("button", name="Full screen").count() == 0
    hand.page.locator("#more-sheet").get_by_text("Lock your phone’s rotation").wait_for(state="visible")


def test_where_full_screen_can_lock_nothing_a_sentence_says_what_helps(display: OpenDisplay, phone: TakePhone) -> None:
    _, hand = take(display, phone, "Lights")
    hand.page.evaluate(
        "void (screen.orientation.lock = () => Promise.reject(new DOMException('', 'NotSupportedError')))"
    )

    hand.tap("More")
    hand.tap("Full screen")

    hand.page.locator("#toast").get_by_text("Lock your phone’s rotation").wait_for(state="visible")


def turn_page(hand: Handset, angle: int) -> None:
    """Turn the page in the phone: degrees."""
    turned = {
        "type": {90: "landscapePrimary", 180: "portraitSecondary", 270: "landscapeSecondary"}[angle],
        "angle": angle,
    }
    size = {"width": 390, "height": 844} if angle == 180 else {"width": 844, "height": 390}
    metrics = {**size, "deviceScaleFactor": 2, "mobile": True, "screenOrientation": turned}
    hand._devtools.send("Emulation.setDeviceMetricsOverride", metrics)


def touch(hand: Handset, held: int, slip: int) -> None:
    """Touch the pad for so many milliseconds of event time, and slip by so many CSS pixels."""
    box = hand.page.locator("#pad").bounding_box()
    assert box is not None
    x, y, now = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, time.time()
    for kind, at, dx in (("touchStart", 0, 0), ("touchMove", held / 2, slip), ("touchEnd", held, None)):
        points = [] if dx is None else [{"x": x + dx, "y": y}]
        message = {"type": kind, "touchPoints": points, "timestamp": now + at / 1000}
        hand._devtools.send("Input.dispatchTouchEvent", message)
