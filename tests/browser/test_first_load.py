"""What a phone fetches, and when; benchmarks/first_load.py measures how long it takes."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Request, Route

from tests.support.pages import BigScreen, Handset
from tests.support.running import RunningServer

OpenDisplay = Callable[..., BigScreen]
TakePhone = Callable[..., Handset]

FETCHED = """
performance.getEntriesByType("navigation").concat(performance.getEntriesByType("resource"))
  .filter(({name}) => !name.includes("socket.io/?"))
  .map(({name, startTime, transferSize}) => ({path: new URL(name).pathname, startTime, bytes: transferSize}))
"""
AT_REST = "performance.getEntriesByName('usable').length && document.body.dataset.state === 'welcome'"
MAIN = "**/js/phone/main.js"
STYLE = "**/css/play.css"


def fetched(hand: Handset) -> list[dict[str, Any]]:
    """Return what the page has fetched, the page itself first."""
    files: list[dict[str, Any]] = hand.page.evaluate(FETCHED)
    return files


def test_a_phone_fetches_little_and_the_second_time_the_page_alone(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hand = phone(screen.scan())
    hand.join()
    first = fetched(hand)
    hand.page.reload()
    hand.wait_for("joined")
    page, *rest = fetched(hand)

    assert 10_000 < sum(file["bytes"] for file in first) < 120_000
    assert page["bytes"] < 4000
    assert len(rest) > 20
    assert [file["path"] for file in rest if file["bytes"]] == []


def test_join_needs_two_modules_and_the_rest_comes_before_the_tap(display: OpenDisplay, phone: TakePhone) -> None:
    hand = phone(display().scan())
    hand.wait_until(AT_REST)
    usable = hand.page.evaluate("performance.getEntriesByName('usable')[0].startTime")
    modules = [file for file in fetched(hand) if file["path"].endswith(".js")]

    before = {file["path"].rpartition("/")[2] for file in modules if file["startTime"] < usable}
    assert before == {"fallback.js", "welcome.js", "permission.js"}
    assert any(file["path"].endswith("socket.io.esm.min.js") for file in modules)


@pytest.mark.parametrize("late", [MAIN, STYLE])
def test_a_tap_that_comes_before_the_rest_is_kept(display: OpenDisplay, phone: TakePhone, late: str) -> None:
    screen = display()
    held: list[Route] = []
    hand = phone("about:blank")
    hand.page.route(late, lambda route: held.append(route))
    hand.page.goto(screen.scan())
    hand.tap("Join")
    hand.wait_until("document.querySelector('#join').ariaDisabled === 'true'")
    hand.wait_until("performance.getEntriesByType('resource').some(({name}) => name.includes('socket.io.esm'))")
    assert held
    assert hand.page.locator("#welcome").is_visible()
    for route in held:
        route.continue_()

    hand.wait_for("joined")
    screen.wait_for_phones(1)


def test_a_tap_while_the_network_is_away_opens_the_page_again(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hand = phone("about:blank")
    visits: list[Request] = []
    hand.page.on("request", lambda request: visits.append(request) if request.is_navigation_request() else None)
    hand.page.route(MAIN, lambda route: route.abort() if len(visits) == 1 else route.continue_())
    hand.page.goto(screen.scan())
    with hand.page.expect_navigation():
        hand.tap("Join")
    hand.join()
    hand.complaints.clear()  # the browser's, about the module that didn't come

    screen.wait_for_phones(1)


def test_a_tap_while_the_server_is_out_of_reach_says_so_and_may_be_made_again(
    display: OpenDisplay, phone: TakePhone
) -> None:
    screen = display()
    hand = phone("about:blank")
    away = True
    hand.page.route(MAIN, lambda route: route.abort() if away else route.continue_())
    hand.page.route("**", lambda route: route.abort() if away and route.request.method == "HEAD" else route.fallback())
    hand.page.goto(screen.scan())

    for _ in range(2):
        hand.tap("Join")
        hand.page.get_by_text("That did not work. Is this phone on the same Wi-Fi as the screen?").wait_for()
    away = False
    with hand.page.expect_navigation():
        hand.tap("Join")
    hand.join()
    hand.complaints.clear()  # the browser's, about what didn't come

    screen.wait_for_phones(1)


def test_without_a_code_the_page_asks_for_one_at_once(browser: Browser, server: RunningServer) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.http}/not-a-code")

    assert page.get_by_role("heading", name="Which room?").is_visible()
    assert not page.locator("#join").is_visible()
    context.close()


def test_what_only_some_visuals_and_authors_need_is_not_fetched(display: OpenDisplay, phone: TakePhone) -> None:
    hand = phone(display().scan())
    hand.join()

    names = {file["path"].rpartition("/")[2] for file in fetched(hand)}
    assert "own-page.js" in names
    authors = {"author-code.js", "error-report.js", "page-errors.js"}
    assert not names & {"running.js", "api.js", "fragment.js", "fetching.js", *authors}
