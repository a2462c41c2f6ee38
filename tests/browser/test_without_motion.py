"""Where there is no motion the page says why, in words that fit, and the thumb steers."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.support.chromium import LAN_NAME
from tests.support.pages import ASKS_IN_A_TAP, DENIED, NO_SENSOR, REJECTED, BigScreen, Handset, Opened
from tests.support.running import RunningServer

OpenDisplay = Callable[..., BigScreen]
TakePhone = Callable[..., Handset]


@pytest.fixture
def lan_display(browser: Browser, lan: RunningServer, opened: list[Opened]) -> BigScreen:
    opened.append(screen := BigScreen(browser, f"http://{LAN_NAME}:{lan.port}/"))
    return screen


def on_the_lan(screen: BigScreen) -> str:
    """Return what the QR says, by the name that is not secure."""
    return screen.scan().replace("127.0.0.1", LAN_NAME)


def aim_moves(screen: BigScreen) -> None:
    screen.wait_until("main().then(({phones}) => phones.list[0] && phones.list[0].aim.x > 0.6)")


@pytest.mark.parametrize(
    ("script", "words"),
    [(NO_SENSOR, "no motion sensor"), (DENIED, "otion"), (REJECTED, "otion")],
    ids=["null readings only", "denied", "rejected"],
)
def test_the_pad_takes_over_and_says_why(display: OpenDisplay, phone: TakePhone, script: str, words: str) -> None:
    screen = display()
    hand = phone(screen.scan(), scripts=[script])
    hand.join()

    hand.says(words)
    hand.wait_for_steering("touch")
    hand.drag(120, 0)

    aim_moves(screen)


def test_granted_motion_steers(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hand = phone(screen.scan(), scripts=[NO_SENSOR])  # asks, is granted, and this time a sensor is there
    hand.turn(0, 40, 0)
    hand.join()

    hand.wait_for_steering("motion")


def test_over_http_the_pad_moves_the_picture_and_the_page_says_why(lan_display: BigScreen, phone: TakePhone) -> None:
    hand = phone(on_the_lan(lan_display))
    assert hand.page.evaluate("isSecureContext") is False
    hand.join()

    hand.says("secure page")
    hand.wait_for_steering("touch")
    hand.drag(120, 0)

    aim_moves(lan_display)


def test_use_motion_leads_to_the_same_seat_on_https(
    lan_display: BigScreen, phone: TakePhone, lan: RunningServer
) -> None:
    hand = phone(on_the_lan(lan_display))
    hand.join()
    lan_display.wait_for_phones(1)
    hand.page.get_by_role("button", name="Use motion").first.tap()
    hand.says("not private")

    hand.page.locator("#go-secure").tap()
    hand.page.wait_for_url(f"https://{LAN_NAME}:{lan.https_port}/**")
    hand.wait_until("!location.hash")  # a pass in the address could be shared by mistake
    hand.turn(0, 40, 0)
    hand.wait_for("joined")  # this browser has granted motion already; where it must ask, a tap does
    hand.wait_for_steering("motion")
    hand.turn(350, 40, 0)

    aim_moves(lan_display)
    lan_display.wait_for_phones(1)
    assert lan_display.phones()[0]["number"] == 1


def test_where_the_browser_must_ask_one_tap_allows_motion(lan_display: BigScreen, phone: TakePhone) -> None:
    hand = phone(on_the_lan(lan_display), scripts=[ASKS_IN_A_TAP])
    hand.join()
    hand.page.get_by_role("button", name="Use motion").first.tap()
    hand.says("not private")

    hand.page.locator("#go-secure").tap()
    hand.tap("Allow motion")
    hand.turn(0, 40, 0)

    hand.wait_for("joined")
    hand.wait_for_steering("motion")
    lan_display.wait_for_phones(1)


def test_touch_can_be_chosen_although_motion_works(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hand = phone(screen.scan())
    hand.turn(0, 40, 0)
    hand.join()
    hand.wait_for_steering("motion")

    hand.tap("More")
    hand.tap("Steer by touch")
    hand.wait_for_steering("touch")
    hand.turn(40, 40, 0)
    hand.drag(120, 0)

    aim_moves(screen)


def test_a_stick_tilts_where_the_visual_wants_the_phone_itself(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hand = phone(screen.scan(), scripts=[NO_SENSOR])
    hand.join()
    hand.wait_for_steering("touch")
    titles = screen.page.evaluate("main().then(({gallery}) => gallery.titles)")
    screen.press(str(titles.index("Mirror") + 1))
    hand.wait_until("document.body.dataset.motion === 'attitude'")

    hand.drag(100, 0, release=False)

    tilted = "main().then(({phones}) => phones.list[0].tilt.x %s)"
    screen.wait_until(tilted % "> 0.5")
    assert screen.phones()[0]["pad"]["down"] is True


INSTAGRAM = (
    "Mozilla/5.0 (Linux; Android 14; SM-A546B; wv) AppleWebKit/537.36 Version/4.0 Chrome/130.0.0.0 Mobile "
    "Safari/537.36 Instagram 350.0"
)
GOOGLE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) GSA/320.0 "
    "Mobile/15E148 Safari/604.1"
)


@pytest.mark.parametrize(
    ("agent", "width", "height"), [(INSTAGRAM, 360, 640), (GOOGLE, 390, 844)], ids=["Instagram", "Google"]
)
def test_an_apps_own_browser_is_led_to_another_before_the_dead_end(
    browser: Browser, lan_display: BigScreen, agent: str, width: int, height: int
) -> None:
    context = browser.new_context(
        user_agent=agent, has_touch=True, is_mobile=True, viewport={"width": width, "height": height}
    )
    page = context.new_page()
    page.goto(on_the_lan(lan_display))
    page.locator("#join").tap()
    page.locator("#room-link").wait_for()

    assert "Safari or Chrome" in page.locator("#notice-text").inner_text()
    assert page.locator("#use-motion").is_hidden()
    assert page.locator("#room-link").input_value() == page.url
    assert page.evaluate("(link => link.scrollHeight <= link.clientHeight)(document.querySelector('#room-link'))")
    page.get_by_role("button", name="Copy link").tap()
    page.get_by_role("button", name="Copied").wait_for()
    page.locator("#open-more").tap()
    assert page.locator("#use-motion-in-sheet").is_hidden()
    context.close()
