"""All visuals to look at and to choose from."""

from collections.abc import Callable

from controller_app.machine import visuals
from tests.support.pages import BigScreen, Handset
from tests.support.running import ROOT, RunningServer

OpenDisplay = Callable[..., BigScreen]
TakePhone = Callable[..., Handset]

SMOOTH = """
(ask => {
  let [before, now] = [0, 0];
  window.requestAnimationFrame = call => ask(at => {
    if (at !== before) [before, now] = [at, now + 16.7];
    call(now);
  });
})(requestAnimationFrame);
"""  # as on a computer with a graphics chip
PLAYING = (
    "[...document.querySelectorAll('.gallery-item')].filter(one => one.querySelector('canvas:not(.still)')).length"
)

CARDS = visuals.load(ROOT / "static" / "visuals")


def test_one_looks_plays_and_chooses(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hand = phone(screen.scan())
    hand.join()
    screen.press("g")
    shown = screen.page.locator("#gallery .title").all_text_contents()
    assert len(shown) == len(CARDS)

    arena = screen.page.locator(".gallery-item", has_text="Arena")
    arena.focus()
    arena.locator("canvas").wait_for(state="visible")
    arena.click()

    hand.says(CARDS["arena"].hint)
    screen.wait_until("main().then(({gallery}) => gallery.card.name === 'arena')")
    screen.wait_until("!document.querySelector('#gallery canvas')")
    assert not screen.page.locator("#gallery").is_visible()
    assert [phone["number"] for phone in screen.phones()] == [1]


def test_all_play_where_the_computer_bears_it(display: OpenDisplay) -> None:
    screen = display(scripts=[SMOOTH])
    screen.press("g")

    screen.wait_until(f"{PLAYING} === {len(CARDS)}")
    screen.press("g")
    screen.wait_until(f"{PLAYING} === 0")


def test_with_calm_motion_only_the_one_that_is_looked_at_plays(display: OpenDisplay) -> None:
    screen = display(scripts=[SMOOTH], reduced_motion="reduce")
    screen.press("g")

    for title in ("Arena", "Vote"):
        screen.page.locator(".gallery-item", has_text=title).focus()
        screen.page.locator(".gallery-item", has_text=title).locator("canvas:not(.still)").wait_for(state="visible")
        screen.wait_until(f"{PLAYING} === 1")


def test_the_address_of_the_gallery_begins_with_it(display: OpenDisplay, server: RunningServer) -> None:
    screen = display(f"{server.http}/gallery")

    screen.page.locator("#gallery").wait_for(state="visible")
    screen.press("g")
    screen.page.locator("#gallery").wait_for(state="hidden")
