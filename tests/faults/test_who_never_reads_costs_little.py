"""A client that never reads costs 256 kB at most, and may come again."""

import time

from tests.faults.conftest import Hold
from tests.faults.peers import PeerDisplay, PeerPhone, WatchedServer, on_linux
from tests.support.raw import RawDisplay, RawPhone

LEAST_BUFFER = 2048  # bytes that the system takes for who doesn't read
WALLS = 10  # displays that never read
PLAYERS = 5  # more phones in the room of each
HERTZ = 60  # messages of each of them
MOST_SECONDS = 9.0  # before TCP itself gives up
MOST_BYTES = WALLS * 256_000
SLACK = 1_000_000  # bytes that Python's allocator may take beside

pytestmark = on_linux


def test_displays_that_never_read_are_cut_off_before_they_cost_memory(watched: WatchedServer, hold: Hold) -> None:
    screen = hold(PeerDisplay(watched.port))
    honest = hold(PeerPhone(watched.port, screen.room)).sit()
    walls = [hold(RawDisplay(watched.port, LEAST_BUFFER)) for _ in range(WALLS)]
    witnesses = [hold(PeerPhone(watched.port, wall.room)).sit() for wall in walls]
    players = [hold(RawPhone(watched.port, wall.room)) for wall in walls for _ in range(PLAYERS)]
    before = most = watched.memory()

    end, number = time.monotonic() + MOST_SECONDS, 0
    while time.monotonic() < end and not all(witness.all("display_here") for witness in witnesses):
        number += 1
        event = f'["tap",[{number},0,0,0]]' if number % 6 else f'["tilt",[{number},0,{number},0,0,10000,0]]'
        for player in players:
            player.send_event(event)
        most = max(most, watched.memory())
        time.sleep(1 / HERTZ)

    print(f"{number} messages of each phone, {(most - before) / 1000:.0f} kB")
    for witness in witnesses:
        assert witness.wait_for("display_here") == {"here": False}
    assert time.monotonic() < end, "it was not for being slow"
    assert most - before < MOST_BYTES + SLACK
    honest.tap(1)
    screen.wait_for("tapped")
    again = hold(PeerDisplay(watched.port, walls[0].host_pass))
    assert again.room == walls[0].room
    assert len(again.wait_for("opened")["seats"]) == PLAYERS + 1
