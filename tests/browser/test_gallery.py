"""All visuals to look at and to choose from."""

from collections.abc import Callable

from controller_app.machine import visuals
from controller_app.settings import ROOT
from tests.browser.pages import BigScreen, Handset
from tests.running import RunningServer

OpenDisplay = Callable[..., BigScreen]
TakePhone = Callable[..., Handset]

CARDS = visuals.load(ROOT / "static" / "visuals")


def test_one_looks_plays_and_chooses(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hand = phone(screen.scan())
    hand.join()
    screen.press("g")
    shown = screen.page.locator("#exhibits .title").all_text_contents()
    assert len(shown) == len(CARDS)

    arena = screen.page.locator(".exhibit", has_text="Arena")
    arena.focus()
    arena.locator("canvas").wait_for(state="visible")
    arena.click()

    hand.says(CARDS["arena"].hint)
    screen.wait_until("main().then(({gallery}) => gallery.card.name === 'arena')")
    screen.wait_until("!document.querySelector('#exhibits canvas')")
    assert not screen.page.locator("#exhibits").is_visible()
    assert [phone["number"] for phone in screen.phones()] == [1]


def test_the_address_of_the_gallery_begins_with_it(display: OpenDisplay, server: RunningServer) -> None:
    screen = display(f"{server.http}/gallery")

    screen.page.locator("#exhibits").wait_for(state="visible")
    screen.press("g")
    screen.page.locator("#exhibits").wait_for(state="hidden")
