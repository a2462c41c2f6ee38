"""The basics in Firefox and WebKitGTK, where these are installed: `make browsers`."""

from collections.abc import Callable, Iterator

import pytest

from tests.browser.bidi import Firefox
from tests.browser.others import MAIN, FirefoxPage, OtherPage, WebKitPage, xvfb
from tests.support.running import RunningServer
from tools import other_browsers

SCREEN = (1280, 720)
PHONE = (390, 844)

Take = Callable[[tuple[int, int]], OtherPage]


@pytest.fixture(scope="module", params=["Firefox", "WebKitGTK"])
def take(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Take]:
    """Open a page of some size; all are closed at the end."""
    lacks = other_browsers.missing()
    if request.param == "Firefox":
        path = other_browsers.firefox()
        if path is None:
            pytest.skip("Firefox is not installed; `make browsers` installs it.")
        firefox = Firefox(path, tmp_path_factory.mktemp("profile"))
        yield lambda size: FirefoxPage(firefox, size)
        firefox.close()
        return
    if other_browsers.mini_browser() is None or {"webkit2gtk-driver", "xvfb"} & set(lacks):
        pytest.skip("WebKitGTK's driver or Xvfb is not installed; `make browsers` installs both.")
    with xvfb() as display:
        yield lambda size: WebKitPage(display, size)


@pytest.fixture(scope="module")
def screen(take: Take, server: RunningServer) -> Iterator[OtherPage]:
    page = take(SCREEN)
    page.open(server.http)
    page.wait_until("document.querySelector('#display').dataset.state === 'open'")
    yield page
    page.close()


@pytest.fixture(scope="module")
def hand(take: Take, screen: OtherPage, server: RunningServer) -> Iterator[OtherPage]:
    """A phone with a seat in the room of ``screen``."""
    page = take(PHONE)
    page.open(f"{server.http}/{code(screen)}")
    join(page)
    yield page
    page.close()


def code(screen: OtherPage) -> str:
    return str(screen.wait_until("document.querySelector('[data-code]').textContent"))


def join(hand: OtherPage) -> None:
    hand.tap("#join")
    hand.wait_until("document.body.dataset.state === 'joined'")


def test_a_thumb_steers_and_taps(screen: OtherPage, hand: OtherPage) -> None:
    screen.wait_until("document.querySelectorAll('#seats li').length === 1")
    screen.ask(f"{MAIN}.then(({{connection}}) => void connection.on('tapped', () => (window.tapped = true)))")
    hand.wait_until("document.body.dataset.steering === 'touch'")

    hand.drag("#pad", 120)
    screen.wait_until(f"{MAIN}.then(({{phones}}) => phones.list[0].aim.x > 0.6)")
    hand.tap("#pad")
    screen.wait_until("window.tapped")


def test_both_sheets_are_as_high_as_what_they_hold(hand: OtherPage) -> None:
    for sheet in ("more-sheet", "secure-sheet"):
        if sheet == "more-sheet":
            hand.tap("#open-more")
        else:
            hand.ask("document.querySelector('#secure-sheet').showModal()")
        hand.wait_until(f"document.getAnimations().length === 0 && document.querySelector('#{sheet}').open")
        top, bottom, first, last = hand.ask(
            f"(() => {{ const all = [...document.querySelectorAll('#{sheet}, #{sheet} > *:not([hidden])')]"
            ".map((one) => one.getBoundingClientRect());"
            " return [innerHeight - all[0].top, innerHeight - all[0].bottom, all[1].top - all[0].top,"
            " all[0].bottom - all.at(-1).bottom]; })()"
        )
        closed = hand.ask(f"document.querySelector('#{sheet}').close()")

        assert closed is None
        assert abs(bottom) <= 1  # it rests on the lower edge
        assert first <= 30  # CSS pixels: the padding
        assert last <= 30
        assert top < PHONE[1] * 0.8


def test_the_focus_is_in_the_sheet_from_its_first_opening(hand: OtherPage) -> None:
    hand.reload()
    hand.wait_until("document.body.dataset.state === 'joined'")
    hand.tap("#open-more")

    hand.wait_until("document.activeElement.closest('#more-sheet') !== null && document.activeElement.offsetHeight > 0")
    hand.tap("#close-more")
    hand.wait_until("document.activeElement.id === 'open-more'")


def test_a_reload_keeps_the_seat(screen: OtherPage, hand: OtherPage) -> None:
    name = hand.wait_until("document.querySelector('#seat-name').textContent")

    hand.reload()
    hand.wait_until("document.body.dataset.state === 'joined'")

    assert hand.wait_until("document.querySelector('#seat-name').textContent") == name
    screen.wait_until("document.querySelectorAll('#seats li:not(.away)').length === 1")


def test_a_seat_over_https(take: Take, screen: OtherPage, server: RunningServer) -> None:
    before = screen.ask("document.querySelectorAll('#seats li').length")
    page = take(PHONE)
    page.open(f"{server.https}/{code(screen)}")
    join(page)

    screen.wait_until(f"document.querySelectorAll('#seats li').length === {before} + 1")
    page.tap("#open-more")
    page.tap("#leave")
    screen.wait_until(f"document.querySelectorAll('#seats li').length === {before}")
    page.close()


def test_the_displays_strip_makes_room_without_an_error(screen: OtherPage) -> None:
    screen.ask("void addEventListener('error', ({message}) => (window.errors ??= []).push(message))")
    screen.press("p")
    screen.wait_until("!document.querySelector('#simulator').hidden")
    screen.wait_until(
        "Math.abs(document.querySelector('#display').getBoundingClientRect().bottom"
        " - document.querySelector('#simulator').getBoundingClientRect().top) <= 1"
    )
    screen.press("v")
    screen.tap("[data-simulator-remove-all]")
    screen.wait_until("document.querySelector('#simulator').hidden")

    assert screen.ask("window.errors ?? []") == []
