"""A motion sensor that repeats, stops and returns: the phone shows what steers."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.browser.sensing import SWAY, SensingPhone
from tests.support.chromium import LAN_NAME
from tests.support.pages import BigScreen, Opened
from tests.support.running import RunningServer

Take = Callable[..., tuple[BigScreen, SensingPhone]]

LEANS = "main().then(({phones}) => phones.list[0]?.tilt.x > 0.5)"
SAYS_STOPPED = "motion has stopped"


@pytest.fixture
def take(browser: Browser, lan: RunningServer, opened: list[Opened]) -> Take:
    """Open a big screen with a visual, and take a seat by HTTPS."""

    def take_seat(visual: str, *scripts: str) -> tuple[BigScreen, SensingPhone]:
        opened.append(screen := BigScreen(browser, f"http://{LAN_NAME}:{lan.port}/"))
        address = f"https://{LAN_NAME}:{lan.https_port}/{screen.code}"
        opened.append(hand := SensingPhone(browser, address, scripts))
        show(screen, visual)
        hand.join()
        hand.wait_until("() => document.body.dataset.pad === 'on'")
        return screen, hand

    return take_seat


def show(screen: BigScreen, visual: str) -> None:
    screen.page.evaluate("visual => main().then(({connection}) => connection.emit('show', {visual}))", visual)
    screen.wait_until("visual => main().then(({gallery}) => gallery.card?.name === visual)", visual)


@pytest.mark.parametrize(
    "afterwards",
    ["() => fire(10, 49.8, 5)", "() => fire(NaN, null, 5)"],
    ids=["one value for ever", "broken values"],
)
def test_a_sensor_that_stops_gives_the_thumb_its_turn_and_takes_it_back(take: Take, afterwards: str) -> None:
    screen, hand = take("marble")
    hand.feel(SWAY)
    hand.wait_for_steering("motion")

    hand.feel(afterwards)

    hand.wait_for_steering("touch")
    hand.says(SAYS_STOPPED)
    hand.drag(80, 0, release=False)
    screen.wait_until(LEANS)
    hand.feel(SWAY)
    hand.wait_for_steering("motion")
    assert hand.page.locator("#notice").is_hidden()


def test_without_a_compass_the_thumb_points_and_the_phone_tilts(take: Take) -> None:
    screen, hand = take("lights")

    hand.feel("at => fire(null, 30, 25 * Math.sin(at))")

    hand.says("can’t tell where it points")
    hand.wait_for_steering("touch")
    hand.drag(120, 0)
    screen.wait_until("main().then(({phones}) => phones.list[0].aim.x > 0.6)")
    show(screen, "marble")
    hand.wait_for_steering("motion")
    assert hand.page.locator("#notice").is_hidden()


def test_readings_that_come_and_go_make_no_sentence_flicker(take: Take) -> None:
    _, hand = take("lights")
    hand.feel(SWAY)
    hand.wait_for_steering("motion")
    hand.page.evaluate(
        "every(null); window.turns = 0;"
        "new MutationObserver(() => turns += 1).observe(notice, {attributeFilter: ['hidden']});"
        "window.reads = 0; window.stutter = setInterval(() => fire(10, 40 + (reads += 1), 5), 2500)"
    )

    hand.wait_until("reads === 5")
    assert hand.page.evaluate("turns") <= 3  # it came, went with the first return, came again, and stayed
    assert hand.page.locator("#notice").is_visible()
    hand.page.evaluate(f"clearInterval(stutter); every({SWAY})")
    hand.page.locator("#notice").wait_for(state="hidden")


def test_a_phone_that_lies_still_goes_on_steering(take: Take) -> None:
    screen, hand = take("lights")
    hand.feel(SWAY)
    hand.wait_for_steering("motion")
    # As Chrome does: no orientation before it changes by 0.1°, and an accelerometer with a little noise.
    hand.page.evaluate("every(null); fire(10, 30, 5); every(at => pull(-0.74, 4.9, 8.45 + 0.1 * (at % 2 > 1)))")

    hand.page.wait_for_timeout(4000)

    assert hand.page.evaluate("document.body.dataset.steering") == "motion"
    assert hand.page.locator("#notice").is_hidden()
    hand.page.evaluate("every(null); fire(2, 36, 5)")
    screen.wait_until("main().then(({phones}) => phones.list[0].aim.x > 0.6)")


def test_a_silent_phone_keeps_its_pose_until_the_thumb_drags(take: Take) -> None:
    screen, hand = take("marble")
    hand.page.evaluate("fire(10, 40, 0); every(at => fire(10, 40, 30 + 0.1 * Math.sin(at)))")
    screen.wait_until(LEANS)

    hand.feel("null")
    hand.wait_for_steering("touch")
    hand.touch(80)
    screen.page.wait_for_timeout(500)
    assert screen.page.evaluate(LEANS)

    hand.drag(-80, 0, release=False)
    screen.wait_until("main().then(({phones}) => phones.list[0].tilt.x < -0.5)")


def test_two_fingers_are_two_taps(take: Take) -> None:
    screen, hand = take("lights")
    screen.page.evaluate("main().then(m => { window.taps = 0; m.connection.on('tapped', () => taps++); })")
    box = hand.page.locator("#pad").bounding_box()
    assert box is not None
    fingers = [{"x": box["x"] + at, "y": box["y"] + at, "id": at} for at in (80, 160)]

    for kind, points in (("touchStart", fingers), ("touchEnd", [])):
        hand._devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    screen.wait_until("taps === 2")


def test_where_there_is_no_full_screen_none_is_offered_and_a_sentence_says_what_helps(take: Take) -> None:
    iphone = "Object.defineProperty(document, 'fullscreenEnabled', {value: undefined});"
    _, hand = take("lights", iphone)
    hand.feel(SWAY)
    hand.wait_for_steering("motion")

    hand.page.evaluate("screen.orientation.dispatchEvent(new Event('change'))")

    hand.says("Lock your phone’s rotation")
    hand.tap("More")
    assert hand.page.get_by_role("button", name="Full screen").count() == 0
    hand.page.locator("#more-sheet").get_by_text("Lock your phone’s rotation").wait_for(state="visible")


def test_where_full_screen_can_lock_nothing_a_sentence_says_what_helps(take: Take) -> None:
    _, hand = take("lights")
    hand.page.evaluate(
        "void (screen.orientation.lock = () => Promise.reject(new DOMException('', 'NotSupportedError')))"
    )

    hand.tap("More")
    hand.tap("Full screen")

    hand.page.locator("#toast").get_by_text("Lock your phone’s rotation").wait_for(state="visible")


def test_where_nothing_reads_how_the_phone_is_held_nothing_is_said_of_it(take: Take) -> None:
    screen, hand = take("lights")
    equip = "motion => main().then(({connection}) => connection.emit('equip', {controls: {motion}}))"
    screen.page.evaluate(equip, "none")
    hand.wait_until("document.body.dataset.motion === 'none'")
    told = [hand.page.locator(of_motion) for of_motion in ("#recentre", "#notice", "#steering-hint")]

    hand.feel(SWAY)
    hand.wait_for_steering("motion")
    hand.page.keyboard.press("r")
    hand.feel("null")
    hand.wait_for_steering("touch")

    assert hand.page.locator("#pad").is_visible()
    assert not any(each.is_visible() for each in told)
    assert hand.page.locator("#toast").text_content() == ""
    assert SAYS_STOPPED not in (hand.page.locator("#announcement").text_content() or "")
    screen.page.evaluate(equip, "aim")
    hand.says(SAYS_STOPPED)
