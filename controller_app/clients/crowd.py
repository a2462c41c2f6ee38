"""Many simulated phones in one room."""

from collections.abc import Callable
from random import Random
from typing import Protocol

import gevent
from gevent.event import Event

from controller_app.clients.room_address import RoomAddress
from controller_app.clients.simulated_phone import SimulatedPhone

ARRIVAL_INTERVAL_S = 0.05
"""Seconds between one phone's coming and the next one's."""

LEAVE_TIMEOUT_S = 2.0
"""Seconds that leaving may take."""


class Guest(Protocol):
    """Whoever plays in a room: pretends, or repeats a recording."""

    def play(self) -> None:
        """Play until there is nothing more to do."""

    def leave(self) -> None:
        """Give the seat up, if there is one."""


def simulated_phones(
    target: RoomAddress, count: int, seed: int, restless: bool, say: Callable[[str], object]
) -> list[Guest]:
    """Return so many pretend phones; what they do follows from the seed.

    Args:
        target: the room.
        count: how many phones.
        seed: another number, other hands.
        restless: whether they go away now and then.
        say: told in sentences what a person should know.
    """
    return [SimulatedPhone(target, Random(f"{seed} {number}"), not restless, say) for number in range(count)]


def play(guests: list[Guest], ends: Event, gap: float = ARRIVAL_INTERVAL_S) -> None:
    """Let them come ``gap`` seconds apart, and play until all have done or ``ends`` is set; then they leave."""
    playing = [gevent.spawn_later(number * gap, guest.play) for number, guest in enumerate(guests)]
    gevent.spawn(gevent.joinall, playing).link(lambda _: ends.set())
    ends.wait()
    gevent.killall(playing)
    gevent.joinall([gevent.spawn(guest.leave) for guest in guests], timeout=LEAVE_TIMEOUT_S)
