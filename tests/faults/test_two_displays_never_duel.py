"""Two displays with one host pass: the newest shows, the older says so and stays quiet."""

from playwright.sync_api import Browser

from tests.faults.conftest import Hold
from tests.faults.peers import PeerPhone, WatchedServer
from tests.support.pages import BigScreen, Opened

LONGER_THAN_ANY_RETRY = 3000  # milliseconds; a page that comes back by itself waits 2 s at most

DIARY = """
window.tries = 0;
window.WebSocket = class extends WebSocket {
  constructor(...address) {
    super(...address);
    tries += 1;
  }
};
"""


def test_of_two_tabs_the_newest_shows_and_the_older_says_so(
    watched: WatchedServer, browser: Browser, opened: list[Opened], hold: Hold
) -> None:
    opened.append(older := BigScreen(browser, watched.http, scripts=[DIARY]))
    phone = hold(PeerPhone(watched.port, older.code)).sit()
    older.wait_for_phones(1)

    opened.append(newer := Opened(older.context, watched.http, scripts=[DIARY]))
    newer.wait_until("document.querySelectorAll('#seats li').length === 1")
    older.wait_until("document.querySelector('#display').dataset.state === 'ended'")
    newer.page.wait_for_timeout(LONGER_THAN_ANY_RETRY)

    assert "another screen" in (older.page.locator("#notice").text_content() or "")
    assert older.page.evaluate("tries") == 1
    assert newer.page.evaluate("tries") == 1
    assert newer.page.evaluate("document.querySelector('#display').dataset.state") == "open"
    assert {"here": False} not in phone.all("display_here"), "the screen never went away"

    older.page.reload()  # as it says
    older.wait_until("document.querySelector('#display').dataset.state === 'open'")
    newer.wait_until("document.querySelector('#display').dataset.state === 'ended'")
