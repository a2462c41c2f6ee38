"""An empty battery: another phone scans the small code beside the seat and plays on."""

from collections.abc import Callable

import numpy as np
import zxingcpp

from tests.support.pages import FULL_HD, BigScreen, Handset

OpenDisplay = Callable[..., BigScreen]
TakePhone = Callable[..., Handset]


def codes_on(screen: BigScreen) -> list[str]:
    """Return what a QR reader makes of the screen, the room's code aside."""
    found = [code.text for code in zxingcpp.read_barcodes(np.asarray(screen.picture()))]
    return [text for text in found if not text.endswith(f"/{screen.code}")]


def test_another_phone_plays_on_in_the_seat_of_one_that_is_away(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display(size=FULL_HD)
    hand = phone(screen.scan())
    hand.join()
    screen.wait_for_phones(1)
    name = screen.phones()[0]["name"]
    hand.page.goto("about:blank")
    screen.wait_until("document.querySelector('#seats .away')")

    screen.press("t")
    screen.wait_until("(image => image.src && image.complete)(document.querySelector('#takeover img'))")
    screen.page.locator("#takeover").get_by_text(name).wait_for(state="visible")
    [link] = codes_on(screen)
    other = phone(link)
    other.says("Play on")
    other.join()

    screen.wait_until("!document.querySelector('#seats .away')")
    assert [phone["name"] for phone in screen.phones()] == [name]
    assert not screen.page.locator("#takeover").is_visible()
    assert other.page.url.endswith(f"/{screen.code}"), "the used offer would be shared with the address"

    hand.page.goto(screen.scan())
    hand.wait_for("joined")
    screen.wait_for_phones(2)
    other.page.reload()
    other.wait_for("joined")
    assert other.page.evaluate("document.body.dataset.number") == "1"

    third = phone(link)
    third.tap("Join")
    third.says("This place is taken")
    third.tap("Join")
    third.wait_for("joined")
    screen.wait_for_phones(3)
    third.complaints.clear()


def test_nobody_away_is_said_and_a_click_on_who_is_away_is_enough(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    screen.press("t")
    screen.page.get_by_text("No phone is away").wait_for(state="visible")
    hand = phone(screen.scan())
    hand.join()
    hand.page.goto("about:blank")

    screen.page.locator("#seats .away").click()
    screen.page.locator("#takeover").wait_for(state="visible")
    hand.page.go_back()
    hand.wait_for("joined")

    screen.page.locator("#takeover").wait_for(state="hidden")
