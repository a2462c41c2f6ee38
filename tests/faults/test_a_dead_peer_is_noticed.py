"""A silent or vanished peer is noticed within 15 s and cleaned up 20 s later.

All of them at once on one server, beside phones that play on: the waits are long because the promise is.
"""

import time

from tests.faults.conftest import Hold
from tests.faults.peers import PeerDisplay, PeerPhone, WatchedServer, on_linux
from tests.support.clients import until

NOTICED = 15.0  # seconds, as promised
FREED = 20.0
SLACK = 3.0  # seconds that a busy machine may add
LEAST_BUFFER = 2048  # bytes
BACK = 2.0  # seconds

pytestmark = on_linux


def leaves_nothing(now: dict[str, int], base: dict[str, int]) -> bool:
    return all(now[thing] <= base[thing] for thing in ("connections", "files", "greenlets"))


def test_whoever_dies_is_noticed_and_leaves_nothing_behind(watched: WatchedServer, hold: Hold) -> None:
    screen = hold(PeerDisplay(watched.port))
    honest = hold(PeerPhone(watched.port, screen.room)).sit()
    witness = hold(PeerDisplay(watched.port))
    base = watched.counts()

    locked = hold(PeerPhone(watched.port, screen.room)).sit()
    gone = hold(PeerPhone(watched.port, screen.room)).sit()
    mobile = hold(PeerPhone(watched.port, screen.room, source="127.0.0.2")).sit()
    wall = hold(PeerDisplay(watched.port, buffer=LEAST_BUFFER))
    before_wall = hold(PeerPhone(watched.port, wall.room)).sit()
    began = time.monotonic()
    locked.fall_silent()
    gone.vanish()
    mobile.vanish()
    wall.fall_silent()
    for number in range(130):  # more than the wall's system takes for it
        before_wall.tap(number)
    elsewhere = hold(PeerPhone(watched.port, screen.room, mobile.seat_pass, source="127.0.0.3")).sit()

    # Wi-Fi to 4G: the newer connection has the seat at once, however dead the older is.
    assert elsewhere.card == mobile.card
    assert len(screen.all("joined")) == 4, "one figure for one phone"

    away = {locked.number, gone.number}
    until(lambda: {told["number"] for told in screen.all("away")} >= away, lambda: "both to be away", NOTICED + SLACK)
    before_wall.wait_for("display_here", lambda told: not told["here"], NOTICED + SLACK)
    assert time.monotonic() - began < NOTICED + SLACK
    assert elsewhere.number not in {told["number"] for told in screen.all("away")}

    locked_pass, card = locked.seat_pass, locked.card
    came = time.monotonic()
    back = hold(PeerPhone(watched.port, screen.room, locked_pass)).sit()
    assert back.card == card
    back.tap(1)
    screen.wait_for("tapped", lambda told: told[0] == back.number)
    assert time.monotonic() - came < BACK + SLACK

    for phone in (back, elsewhere, before_wall):
        phone.close()
    until(lambda: leaves_nothing(watched.counts(), base), lambda: f"{base}, not {watched.counts()}", FREED + SLACK)
    assert time.monotonic() - began < FREED + SLACK
    honest.tap(1)
    screen.wait_for("tapped", lambda told: told[0] == honest.number)
    assert not witness.gone
