"""Pages as keyboards, screen readers and forced colours meet them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.support.pages import BigScreen, Handset, Opened
from tests.support.running import RunningServer

OpenDisplay = Callable[..., BigScreen]
TakePhone = Callable[..., Handset]

UNRENDERED = """[...document.querySelectorAll("[role=status], [role=alert], [aria-live]")]
  .filter((region) => !region.closest("dialog, #simulator[hidden], #token-page, #opening, #now-playing"))
  .filter((region) => !region.checkVisibility())
  .map((region) => region.id || region.className)"""
"""Regions that speak, but are not rendered; those of a part that is shown long before it speaks don't count."""
RING = 6
"""CSS pixels from a button's edge to the outside of the ring around it: look.css."""

GAPS = """(() => {
  const {left, top, right, bottom} = document.activeElement.getBoundingClientRect();
  const scroller = document.querySelector("#controls").getBoundingClientRect();
  return [left - scroller.left, top - scroller.top, scroller.right - right, scroller.bottom - bottom];
})()"""
REFUSED = """
Element.prototype.requestFullscreen = () => Promise.reject(new TypeError("not here"));
addEventListener("unhandledrejection", () => (window.unhandled = true));
"""
NO_FULL_SCREEN = "Element.prototype.requestFullscreen = undefined;"


def show(screen: BigScreen, visual: str) -> None:
    """Show a visual, and wait until it plays: it may equip phones anew, and hears nothing before."""
    screen.page.evaluate(
        "name => main().then(({connection}) => {"
        " for (const canvas of document.querySelectorAll('canvas')) canvas.dataset.last = '';"
        " connection.emit('show', {visual: name}); })",
        visual,
    )
    screen.wait_until(
        "name => main().then(({stage, gallery: {card}}) => card?.name === name"
        " && !document.querySelector('canvas[data-last]') && stage.frames > 3)",
        visual,
    )


def focused(page: BigScreen | Handset) -> str:
    return page.page.evaluate("document.activeElement.id || document.activeElement.textContent")  # type: ignore[no-any-return]


def test_the_focus_is_in_the_sheet_from_its_first_opening(display: OpenDisplay, phone: TakePhone) -> None:
    hand = phone(display().scan())
    hand.join()
    hand.wait_for_steering("touch")

    hand.tap("More")

    assert hand.page.evaluate(
        "document.activeElement.closest('#more-sheet') && document.activeElement.checkVisibility()"
    )


def test_what_is_to_be_spoken_is_rendered_before_it_is_said(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    assert screen.page.evaluate(UNRENDERED) == []
    hand = phone(screen.scan())
    hand.join()
    show(screen, "wall")
    hand.wait_until("document.querySelectorAll('#choices button').length === 12")
    screen.page.evaluate(
        "main().then(({connection}) => connection.emit('equip', {controls: {motion: 'none', text: 9}}))"
    )
    hand.wait_until("!document.querySelector('#message-form').hidden")

    assert hand.page.evaluate(UNRENDERED) == []
    assert hand.page.locator("#toast").evaluate("one => getComputedStyle(one).opacity") == "0"


def test_what_a_visual_told_ends_with_it(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hand = phone(screen.scan())
    hand.join()
    show(screen, "wall")
    hand.page.get_by_role("radio", name="A heart").tap()
    hand.says("It is on the wall.")

    show(screen, "vote")
    hand.wait_until("document.querySelectorAll('#buttons button').length === 2")

    assert hand.page.evaluate("document.querySelector('#toast').textContent") == ""


def test_choices_are_one_tab_stop_and_arrows_move_in_it(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hand = phone(screen.scan())
    hand.join()
    show(screen, "wall")
    hand.wait_until("document.querySelectorAll('#choices button').length === 12")
    stops = "[...document.querySelectorAll('#choices [tabindex=\"0\"]')].map((one) => one.textContent)"
    assert hand.page.evaluate(stops) == ["Hello!"]

    hand.page.locator("#choices button").first.focus()
    for key, then in [
        ("ArrowDown", "Thank you!"),
        ("ArrowRight", "Well done!"),
        ("ArrowLeft", "Thank you!"),
        ("ArrowUp", "Hello!"),
        ("ArrowUp", "A tree"),
        ("Home", "Hello!"),
        ("End", "A tree"),
        ("ArrowDown", "Hello!"),
        ("End", "A tree"),
    ]:
        hand.page.keyboard.press(key)
        assert focused(hand) == then
        assert hand.page.evaluate(stops) == [then]
    assert hand.page.locator("#choices [aria-checked=true]").count() == 0
    hand.page.keyboard.press("Space")
    hand.wait_until("document.querySelector('#choices [aria-checked=true]')?.textContent === 'A tree'")
    hand.page.keyboard.press("Tab")
    assert hand.page.evaluate("!document.activeElement.closest('#choices')")


def test_the_ring_of_a_choice_is_not_cut_off(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hand = phone(screen.scan())
    hand.join()
    show(screen, "wall")
    hand.wait_until("document.querySelectorAll('#choices button').length === 12")
    for place in ("first", "last"):
        getattr(hand.page.locator("#choices button"), place).focus()
        gaps = hand.page.evaluate(GAPS)
        assert min(gaps) >= RING, (place, gaps)


def test_the_code_has_a_name_and_is_still_read(display: OpenDisplay) -> None:
    screen = display()

    assert screen.page.locator("#welcome .code").inner_text().split() == ["Room", "code", screen.code]
    assert screen.page.locator("p[aria-label]").count() == 0


@pytest.mark.parametrize("script", [REFUSED, NO_FULL_SCREEN], ids=["refused", "not there"])
def test_full_screen_that_is_refused_is_said_in_a_sentence(display: OpenDisplay, script: str) -> None:
    screen = display(scripts=[script])

    screen.press("f")

    screen.page.get_by_text("This browser refused full screen.").wait_for(state="visible")
    assert screen.page.evaluate("window.unhandled") is None


def test_link_quality_and_sound_are_said_once_and_with_a_noun(display: OpenDisplay, phone: TakePhone) -> None:
    hand = phone(display().scan())
    hand.join()
    hand.wait_until("document.querySelector('#connection-quality-word').textContent")
    hand.tap("More")

    assert hand.page.locator("#connection-quality").inner_text().split()[0] == "Connection:"
    sound = hand.page.get_by_role("button", name="Sound is on", exact=True)
    assert sound.get_attribute("aria-pressed") is None
    sound.tap()
    hand.tap("More")
    hand.page.get_by_role("button", name="Sound is off", exact=True).wait_for(state="visible")


def test_the_pretend_phones_buttons_have_a_thumbs_height(display: OpenDisplay) -> None:
    screen = display(size={"width": 1280, "height": 720})
    screen.press("p")
    screen.page.locator("#simulator").wait_for(state="visible")
    show(screen, "wall")
    screen.wait_until("document.querySelectorAll('#simulator .choices button').length === 12")

    heights = screen.page.locator("#simulator button").evaluate_all(
        "all => all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().height)"
    )

    assert len(heights) == 14
    assert min(heights) >= 44


def test_in_forced_colours_choruss_beats_are_seen(
    browser: Browser, server: RunningServer, opened: list[Opened]
) -> None:
    opened.append(screen := BigScreen(browser, server.http))
    show(screen, "chorus")
    opened.append(hand := Handset(browser, f"{server.http}/{screen.code}", forced_colors="active"))
    hand.join()
    hand.wait_until("document.querySelector('#own-page .host:not([inert])')")

    lit, unlit = hand.wait_until(
        "(() => { const page = document.querySelector('#own-page .host').shadowRoot;"
        "const lights = [...page.querySelectorAll('#beats i')];"
        " const lit = lights.find((one) => Number(one.style.getPropertyValue('--lit')) > 0.5);"
        " const unlit = lights.find((one) => Number(one.style.getPropertyValue('--lit')) === 0);"
        " return lit && unlit && [lit, unlit].map((one) => getComputedStyle(one).backgroundColor); })()"
    )

    assert lit != unlit
