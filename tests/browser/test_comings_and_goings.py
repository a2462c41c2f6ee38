"""A phone that goes and comes back, in several ways, keeps its seat and its taps."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from tests.browser.pocket import Pocket
from tests.support.chromium import ARGUMENTS
from tests.support.pages import BigScreen, Handset, Opened
from tests.support.running import MANY_PEOPLE, RunningServer

OpenDisplay = Callable[..., BigScreen]
TakePhone = Callable[..., Handset]

POCKET = 1000 * float(os.environ.get("POCKET_SECONDS", "2"))
"""Milliseconds in a pocket. ``make soak`` takes longer than the server waits for a sign of life."""

SETTLES = 1000
"""Milliseconds in which what a phone sent before it slept reaches a busy display."""

NO_NETWORK = 1000 * float(os.environ.get("NO_NETWORK_SECONDS", "0"))
"""Milliseconds without a network, on top of the time that a tap needs to be lost."""

WATCH = """
main().then(({connection, stage}) => {
  window.heard = [];
  window.shown = [];
  for (const event of ["frame", "tapped"]) connection.on(event, (data) => heard.push([event, data]));
  const tap = stage.tap.bind(stage);
  stage.tap = (phone) => { shown.push(Math.round(phone.aim.x * 100)); tap(phone); };
})
"""
"""The display notes what it hears, and where the phone pointed at each tap that it shows: hundredths of the screen."""

HANDS = """
const now = performance.now.bind(performance);
window.hold = () => { const at = now(); performance.now = () => at; };
window.release = () => { performance.now = now; };
window.deaf = false;
window.WebSocket = class extends WebSocket {
  set onmessage(hear) {
    super.onmessage = (event) => deaf && String(event.data).startsWith("43/phone,") || hear(event);
  }
};
"""
"""``hold`` stops the page's clock, so that what it keeps for 2 s it keeps however slow this machine is.
While it is ``deaf``, no acknowledgement reaches it."""


@pytest.fixture(scope="module")
def plain(playwright: Playwright, chromium: Path) -> Iterator[Browser]:
    """A browser that stores pages for the back button, as people's do."""
    never = ["--disable-back-forward-cache"]
    running = playwright.chromium.launch(executable_path=str(chromium), args=ARGUMENTS, ignore_default_args=never)
    yield running
    running.close()


@pytest.fixture
def pocket(plain: Browser) -> Iterator[Callable[[BigScreen], Pocket]]:
    phones: list[Pocket] = []

    def take(screen: BigScreen) -> Pocket:
        phones.append(made := Pocket(plain, screen.page, screen.scan()))
        return made

    yield take
    for phone in phones:
        phone.close()


def test_a_phone_out_of_a_pocket_shows_nothing_from_before(
    display: OpenDisplay, pocket: Callable[[BigScreen], Pocket]
) -> None:
    screen = display()
    hand = pocket(screen)
    hand.turn(0, 40, 0)
    hand.join()
    screen.wait_for_phones(1)
    before = screen.phones()
    screen.page.evaluate(WATCH)
    hand.press()
    screen.wait_until("main().then(({phones}) => phones.list[0].pad?.down)")

    hand.freeze()
    screen.wait_until("heard.some(([event, data]) => event === 'frame' && data[1].some(([, pad]) => !pad[4]))")
    assert not screen.phones()[0]["pad"]["down"]
    hand.turn(30, 40, 0)
    screen.page.wait_for_timeout(SETTLES)
    screen.page.evaluate("void heard.splice(0)")
    screen.page.wait_for_timeout(POCKET)
    assert not screen.page.evaluate("heard.some(([event]) => event === 'frame')")
    hand.thaw()
    screen.wait_until("heard.some(([event, data]) => event === 'frame' && data[0].length)")
    screen.wait_until("!document.querySelector('#seats .away')")

    tilts = screen.page.evaluate("heard.flatMap(([event, data]) => event === 'frame' ? data[0].map(([, t]) => t) : [])")
    turned = pytest.approx([0, 1664, 1983, 9659], abs=4)  # by 30° while it was frozen; a hand trembles by 0.04°
    assert all(tilt[2:6] == turned for tilt in tilts), tilts
    assert [(seat["number"], seat["name"]) for seat in screen.phones()] == [(before[0]["number"], before[0]["name"])]


def test_the_back_button_brings_a_phone_back_to_its_seat(
    display: OpenDisplay, pocket: Callable[[BigScreen], Pocket]
) -> None:
    screen = display()
    hand = pocket(screen)
    hand.turn(0, 40, 0)
    hand.join()
    screen.wait_for_phones(1)
    before = screen.phones()
    hand.evaluate("window.mark = 'the same page'")

    hand.leave()
    screen.wait_until("document.querySelector('#seats .away')")
    hand.go_back()
    screen.wait_until("!document.querySelector('#seats .away')")
    hand.wait_until("document.body.dataset.state === 'joined'")

    assert hand.evaluate("window.mark") == "the same page"  # stored and brought out again, not loaded anew
    assert [(seat["number"], seat["name"]) for seat in screen.phones()] == [(before[0]["number"], before[0]["name"])]


def test_a_code_that_is_typed_again_leads_to_the_same_seat(
    display: OpenDisplay, phone: TakePhone, server: RunningServer
) -> None:
    screen = display()
    hand = phone(screen.scan())
    hand.turn(0, 40, 0)
    hand.join()
    screen.wait_for_phones(1)
    name = screen.phones()[0]["name"]

    hand.page.goto(f"{server.http}/join")
    hand.page.get_by_label("code on the screen").fill(screen.code)
    hand.page.get_by_role("button", name="Join").last.tap()
    hand.page.wait_for_url(f"**/{screen.code}")
    hand.wait_for("joined")
    another = hand.context.new_page()
    another.goto(screen.scan())

    hand.says("This seat is open in another tab.")
    assert [seat["name"] for seat in screen.phones()] == [name]


def test_taps_without_a_network_are_shown_once_and_in_order_or_said_to_be_lost(
    display: OpenDisplay, phone: TakePhone
) -> None:
    screen = display()
    hand = phone(screen.scan(), scripts=[HANDS])
    hand.turn(0, 40, 0)
    hand.join()
    hand.wait_for_steering("motion")
    screen.page.evaluate(WATCH)

    hand.context.set_offline(True)
    hand.wait_for("reconnecting")
    hand.turn_until_felt(20, 40, 0)
    hand.tap_pad()
    hand.says("That tap did not reach the screen.")
    hand.page.wait_for_timeout(NO_NETWORK)
    hand.page.evaluate("hold()")
    for alpha in (15, 345):
        hand.turn_until_felt(alpha, 40, 0)
        hand.tap_pad()
        hand.page.wait_for_timeout(400)  # two quick taps would recentre
    hand.turn_until_felt(0, 40, 0)
    hand.context.set_offline(False)
    screen.wait_until("shown.length >= 2")
    hand.page.evaluate("release()")
    hand.wait_for("joined")
    hand.tap_pad()
    screen.wait_until("shown.length >= 3")

    left, right, middle = screen.page.evaluate("shown")
    assert left < 45 < 55 < right  # each where the phone pointed then
    assert middle == 50
    assert len({tap[0] for event, (_, tap) in taps_of(screen)}) == 3
    hand.complaints.clear()  # a browser writes each failed attempt to connect into its console


def test_a_tap_whose_answer_died_with_the_server_is_shown_once(
    browser: Browser, opened: list[Opened], tmp_path: Path
) -> None:
    server = RunningServer(tmp_path, *MANY_PEOPLE).start()
    opened.append(screen := BigScreen(browser, server.http))
    opened.append(hand := Handset(browser, screen.scan(), scripts=[HANDS]))
    hand.join()
    screen.page.evaluate(WATCH)
    hand.page.evaluate("hold(); deaf = true")
    hand.tap_pad()
    screen.wait_until("shown.length === 1")

    server.stop(signal.SIGKILL)
    hand.wait_for("reconnecting")
    server.start()
    screen.wait_until("heard.filter(([event]) => event === 'tapped').length === 2")
    hand.page.evaluate("release(); deaf = false")
    hand.tap_pad()
    screen.wait_until("heard.filter(([event]) => event === 'tapped').length === 3")

    assert screen.page.evaluate("shown.length") == 2
    server.stop()
    for page in (screen, hand):
        page.complaints.clear()  # a browser writes each failed attempt to connect into its console


def taps_of(screen: BigScreen) -> list[tuple[str, tuple[int, list[int]]]]:
    """Return all taps that the display has heard of."""
    return screen.page.evaluate("heard.filter(([event]) => event === 'tapped')")  # type: ignore[no-any-return]
