"""The server is killed while 20 phones tap: no tap shows twice, no seat is lost."""

import os
import random
import signal
import time
from pathlib import Path

from tests.faults.conftest import Hold
from tests.faults.killing import Player, Tapper, Watcher, everyone_here
from tests.faults.peers import WatchedServer
from tests.support.clients import until

PHONES = 20
KILLS = int(os.environ.get("KILLS", "5"))
SEED = os.environ.get("SEED", "seats")


def test_kills_at_random_moments(tmp_path: Path, hold: Hold) -> None:
    moments = random.Random(SEED)
    server = hold(WatchedServer(tmp_path / "instance", https=False))
    server.start()
    screen = hold(Watcher(server.port))
    screen.start()
    until(lambda: bool(screen.rooms), lambda: "the display's room")
    (room,) = screen.rooms
    phones = [hold(Tapper(server.port, room, f"{SEED} {number}")) for number in range(PHONES)]
    players: list[Player] = [screen, *phones]
    for phone in phones:
        phone.start()
    everyone_here(players)

    for _ in range(KILLS):
        time.sleep(moments.uniform(0.0, 0.8))  # sometimes while they are still coming back
        server.stop(signal.SIGKILL)
        server.start()
    everyone_here(players)
    until(lambda: all(phone.visits > 1 for phone in phones), lambda: "everyone to have been back")
    for player in [*phones, screen]:
        player.stop()
    there = {seat["number"] for seat in screen.connection.opened["seats"]}
    there |= {told["seat"]["number"] for told in screen.connection.all("joined")}
    for player in players:
        player.leave()

    assert screen.rooms == {room}
    for phone in phones:
        assert all(card == phone.cards[0] for card in phone.cards), "a phone lost its seat"
    numbers = [phone.cards[0]["number"] for phone in phones]
    assert sorted(numbers) == list(range(1, PHONES + 1))
    assert there == set(numbers), "a figure without a phone, or a phone without one"
    assert len(set(screen.shown)) == len(screen.shown), "a tap was shown twice"
    for number in numbers:
        taps = [tap for seat, tap in screen.shown if seat == number]
        assert taps == sorted(taps), "taps of a phone changed places"
        assert len(taps) > KILLS
    made = sum(phone.taps for phone in phones)
    print(f"{KILLS} kills: {len(screen.shown)} of {made} taps shown, {screen.repeated} came twice and were shown once")
