"""A phone whose clock is a day off plays like any other: its pose is shown, its taps count."""

import time

from playwright.sync_api import Browser

from tests.faults.conftest import Hold
from tests.faults.peers import PeerPhone, WatchedServer
from tests.support.pages import BigScreen, Opened

DAY = 86_400_000  # milliseconds
TURNED = 6000  # a component of a quaternion, × 10⁴, before it is normed
SHOWN = 0.45


def test_a_day_ahead_and_a_day_behind(
    watched: WatchedServer, browser: Browser, opened: list[Opened], hold: Hold
) -> None:
    opened.append(screen := BigScreen(browser, watched.http))
    clocks = {"right": 0, "ahead": DAY, "behind": -DAY}
    phones = {name: hold(PeerPhone(watched.port, screen.code)).sit() for name in clocks}
    screen.wait_for_phones(len(clocks))

    for seq in range(30):
        for name, wrong in clocks.items():
            moment = max(0, int(time.monotonic() * 1000) + wrong)
            phones[name].tilt(seq, x=TURNED, at=moment)
        time.sleep(1 / 60)
    for name, wrong in clocks.items():
        moment = max(0, int(time.monotonic() * 1000) + wrong)
        phones[name].send(f'42/phone,1["tap",[1,{moment},5000,5000]]')

    for phone in phones.values():
        assert phone.wait_for("acknowledged") == (1, True)
        screen.wait_until(
            "([number, x]) => main().then(({phones}) => phones.at(number).attitude[0] > x)",
            [phone.number, SHOWN],
        )
