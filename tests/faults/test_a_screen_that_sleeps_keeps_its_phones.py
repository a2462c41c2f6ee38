"""A display that sleeps or is closed finds its room and phones again at any time."""

import pytest
from playwright.sync_api import Browser

from tests.faults.peers import WatchedServer
from tests.support.pages import BigScreen, Handset, Opened

SOON = "Math.random = () => 0;"


@pytest.fixture
def options() -> list[str]:
    """Short limits, as in the report; a room with phones keeps to its hours."""
    return ["--ping", "1", "--set", "room_idle_seconds=3", "seat_idle_seconds=3"]


def test_a_display_that_was_away_for_an_hour_finds_its_phone_where_it_was(
    watched: WatchedServer, browser: Browser, opened: list[Opened]
) -> None:
    opened.append(screen := BigScreen(browser, watched.http))
    code = screen.code
    opened.append(hand := Handset(browser, f"{watched.http}/{code}"))
    hand.join()
    screen.page.close()
    hand.wait_for("display-away")

    watched.later(3600)
    hand.page.wait_for_timeout(3000)  # some sweeps
    hand.wait_for("display-away")
    opened.append(again := Opened(screen.context, watched.http))

    hand.wait_for("joined")
    again.wait_until("document.querySelectorAll('#seats li').length === 1")
    assert again.page.locator("[data-code]").first.text_content() == code


def test_a_phone_goes_back_in_by_itself_after_its_room_was_closed(
    watched: WatchedServer, browser: Browser, opened: list[Opened]
) -> None:
    opened.append(screen := BigScreen(browser, watched.http))
    code = screen.code
    opened.append(hand := Handset(browser, f"{watched.http}/{code}", scripts=[SOON]))
    hand.join()
    name = hand.page.locator("#seat-name").inner_text()
    screen.page.close()
    hand.wait_for("display-away")

    watched.later(5 * 3600)
    hand.wait_for("ended")
    assert hand.page.locator("#ended-title").inner_text() == f"Room {code} is not open now."
    assert "You keep your place." in hand.page.locator("#ended-text").inner_text()
    hand.page.reload()  # as a browser does with a page that it had thrown away
    hand.wait_for("ended")
    hand.page.locator("#other-room input").fill("KR")
    opened.append(again := Opened(screen.context, watched.http))
    again.wait_until("document.querySelector('#display').dataset.state === 'open'")

    hand.wait_for("joined")
    assert hand.page.locator("#seat-name").inner_text() == name
    assert again.page.locator("[data-code]").first.text_content() == code
    again.wait_until("document.querySelectorAll('#seats li').length === 1")
