"""A display whose tab sleeps costs no memory, and shows the newest when it wakes."""

import time

from playwright.sync_api import Browser

from tests.faults.conftest import Hold
from tests.faults.peers import PeerPhone, WatchedServer
from tests.support.pages import BigScreen, Opened

PHONES = 10
SECONDS = 3
HERTZ = 60
GROWTH = 3_000_000  # bytes
LAST = 7000  # where the phones are held in the end: a component of their quaternion, × 10⁴, before it is normed
SHOWN = 0.55  # what is less was seen before the last second


def test_a_tab_that_sleeps_and_wakes(
    watched: WatchedServer, browser: Browser, opened: list[Opened], hold: Hold
) -> None:
    opened.append(screen := BigScreen(browser, watched.http))
    phones = [hold(PeerPhone(watched.port, screen.code)).sit() for _ in range(PHONES)]
    screen.wait_for_phones(PHONES)
    devtools = screen.context.new_cdp_session(screen.page)
    before = watched.counts()["bytes"]

    devtools.send("Page.setWebLifecycleState", {"state": "frozen"})
    for seq in range(SECONDS * HERTZ):
        for phone in phones:
            phone.tilt(seq, x=min(LAST, 40 * seq), at=int(time.monotonic() * 1000))
        time.sleep(1 / HERTZ)
    grown = watched.counts()["bytes"] - before
    devtools.send("Page.setWebLifecycleState", {"state": "active"})
    screen.wait_until("last => main().then(({phones}) => phones.at(1).attitude[0] > last)", SHOWN)

    assert grown < GROWTH
    assert not any(phone.gone for phone in phones)
    assert {"here": False} not in phones[0].all("display_here"), "it slept for less than a ping"
