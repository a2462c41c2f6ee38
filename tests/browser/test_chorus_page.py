"""Chorus on a phone: a touch plays the bar that it is on, also where no motion steers."""

from collections.abc import Callable

import pytest

from tests.support.pages import BigScreen, Handset

LISTEN = """
main().then(({stage}) => {
  window.played = [];
  const tap = stage.tap.bind(stage);
  stage.tap = (phone, age) => { played.push(Math.round(3 * -phone.tilt.y)); tap(phone, age); };
})
"""


@pytest.mark.parametrize("moves", [False, True], ids=["by touch", "with motion"])
def test_each_bar_plays_its_note(display: Callable[..., BigScreen], phone: Callable[..., Handset], moves: bool) -> None:
    screen = display()
    names = screen.page.evaluate("main().then(({gallery}) => gallery.cards.map(({name}) => name))")
    screen.press(str(names.index("chorus") + 1))
    screen.wait_until("main().then(({gallery}) => gallery.card.name === 'chorus')")
    hand = phone(screen.scan())
    if moves:
        hand.turn(0, 40, 0)
    hand.join()
    hand.says("You play the bell.")
    bars = hand.page.locator("#bars button")
    assert bars.all_inner_texts() == ["C", "A", "G", "E", "D", "C", "A"]
    screen.page.evaluate(LISTEN)

    for count, bar in enumerate((0, 6, 3, 1), start=1):
        bars.nth(bar).tap()
        screen.wait_until("count => played.length === count", count)
    bars.nth(5).focus()
    hand.page.keyboard.press("Enter")

    screen.wait_until("played.length === 5")
    assert screen.page.evaluate("played") == [3, -3, 0, 2, -2]
