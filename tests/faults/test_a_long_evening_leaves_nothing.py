"""Soak: after days of comings and goings the server holds what it held before.

Pings, seats and rooms last 1 or 2 s here, so that a minute holds what an evening does. ``make soak`` takes ten.
"""

import os
import random
import sys
import time

import pytest

from tests.faults.conftest import Hold
from tests.faults.peers import Peer, PeerDisplay, PeerPhone, WatchedServer
from tests.support.clients import until

SECONDS = float(os.environ.get("SOAK_SECONDS", "2"))
SEED = os.environ.get("SEED", "evening")
WARM_UP = 4  # rounds, for what is made once and kept
PHONES = 12  # a round
OBJECTS = 200  # that the library's and the language's own caches may gain
BYTES = 6_000_000  # that the allocator may hold back

BACK_TO = ("rooms", "seats", "connections", "files", "greenlets")


@pytest.fixture
def options() -> list[str]:
    # One address stands for all the people who come and go.
    return ["--ping", "1", "--set", "seat_idle_seconds=2", "room_idle_seconds=2", 'address_limits="off"']


def test_after_all_comings_and_goings_nothing_is_left(watched: WatchedServer, hold: Hold) -> None:
    chance = random.Random(SEED)
    lamp = hold(PeerDisplay(watched.port))
    resident = hold(PeerPhone(watched.port, lamp.room)).sit()
    quiet = watched.counts()
    for _ in range(WARM_UP):
        an_evening(watched, chance)
    base = settled(watched, quiet)

    rounds, end = 0, time.monotonic() + SECONDS
    while time.monotonic() < end:
        an_evening(watched, chance)
        rounds += 1
    last = settled(watched, quiet)

    print(f"{rounds} rounds in {SECONDS:g} s; objects {base['objects']} to {last['objects']}, "
          f"kilobytes {base['bytes'] // 1000} to {last['bytes'] // 1000}")  # fmt: skip
    assert last["objects"] - base["objects"] < OBJECTS
    assert last["bytes"] - base["bytes"] < BYTES
    resident.tap(1)
    lamp.wait_for("tapped")
    assert not lamp.gone


def an_evening(server: WatchedServer, chance: random.Random) -> None:
    """Open a room, let phones in, let them move and tap, and let each go in a way of its own."""
    screen = PeerDisplay(server.port)
    there: list[Peer] = [screen]
    for number in range(PHONES):
        phone = PeerPhone(server.port, screen.room).sit()
        there.append(phone)
        for seq in range(5):
            phone.tilt(seq, x=100 * seq)
        phone.tap(number)
        phone.wait_for("acknowledged", lambda told: told[1] is True)
        if chance.random() < 0.3:
            there.append(PeerPhone(server.port, screen.room, phone.seat_pass).sit())
    until(lambda: len(screen.all("tapped")) == PHONES, lambda: f"the taps of {PHONES} phones")
    if chance.random() < 0.5:
        there.append(PeerDisplay(server.port, screen.host_pass))
    for peer in there:
        go(peer, chance)


def go(peer: Peer, chance: random.Random) -> None:
    way = chance.choice(["hang up", "leave", "say goodbye", "fall silent", "vanish", "be wrong"])
    if way == "leave" and isinstance(peer, PeerPhone):
        peer.emit("leave", {})
    elif way == "say goodbye":
        peer.send("1")
    elif way == "be wrong":
        peer.send("xyz")
    elif way == "vanish" and sys.platform == "linux":
        peer.vanish()
    elif way == "fall silent":
        peer.fall_silent()
    if way in ("vanish", "fall silent"):
        SILENT.append(peer)
    else:
        peer.close()


SILENT: list[Peer] = []
"""Still there on our side, so that nothing but the server's own care ends them."""


def settled(server: WatchedServer, quiet: dict[str, int]) -> dict[str, int]:
    """Wait until the server holds nothing of those who have gone; return what it holds then."""
    counts: dict[str, int] = {}

    def is_quiet() -> bool:
        counts.update(server.counts())
        return all(counts[thing] <= quiet[thing] for thing in BACK_TO)

    until(is_quiet, lambda: f"{quiet} again, not {counts}", 30.0)
    while SILENT:
        SILENT.pop().close()
    return counts
