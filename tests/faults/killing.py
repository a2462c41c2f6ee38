"""Phones that tap and a display that notes it, while the server is killed repeatedly."""

import random
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

import websocket

from tests.faults.peers import PeerDisplay, PeerPhone
from tests.support.clients import PATIENCE, until

KEPT = 2.0  # seconds that a phone keeps a tap which nobody has acknowledged, as static/js/client/tap-queue.js does
REMEMBERED = 32  # taps of each seat that a display knows, as static/js/display/phones/tap-filter.js does


class Player(threading.Thread):
    """Connects, plays, and does so again whenever the connection has ended, until it is told to stop."""

    def __init__(self, connect: Callable[[str | None], Any], seed: str) -> None:
        super().__init__(daemon=True)
        self.stopping = threading.Event()
        self.connection: Any = None
        self.visits = 0
        self.random = random.Random(seed)
        self._connect = connect
        self._pass: str | None = None

    @property
    def is_here(self) -> bool:
        """Whether it is connected and accepted."""
        return self.connection is not None and not self.connection.gone

    def run(self) -> None:
        while not self.stopping.is_set():
            try:
                self.connection = self._connect(self._pass)
                self._pass = self.arrive()
                self.visits += 1
                while self.is_here and not self.stopping.is_set():
                    self.play()
            except (OSError, websocket.WebSocketException, AssertionError):
                time.sleep(self.random.uniform(0.02, 0.3))  # the server is gone; or was, before it had answered
            finally:
                if self.connection and not self.stopping.is_set():
                    self.leave()

    def arrive(self) -> str:
        """Wait until the server has accepted; return the pass to come back with."""
        raise NotImplementedError

    def play(self) -> None:
        """Do a little."""
        raise NotImplementedError

    def leave(self) -> None:
        """Hang up."""
        self.connection.close()

    def stop(self) -> None:
        """Play no more, but stay."""
        self.stopping.set()
        self.join(PATIENCE)

    def close(self) -> None:
        """Play no more, note what was heard, and hang up."""
        self.stop()
        if self.connection:
            self.leave()


class Tapper(Player):
    """A phone whose thumb never rests. What was not acknowledged it sends again, for two seconds."""

    def __init__(self, port: int, room: str, seed: str) -> None:
        super().__init__(lambda held: PeerPhone(port, room, held), seed)
        self.cards: list[dict[str, Any]] = []
        self.taps = 0
        self._waiting: dict[int, float] = {}

    def arrive(self) -> str:
        self.cards.append(self.connection.card)
        for number, since in sorted(self._waiting.items()):
            if time.monotonic() - since < KEPT:
                self.connection.tap(number)
        return str(self.connection.seat_pass)

    def play(self) -> None:
        self.taps += 1
        self._waiting[self.taps] = time.monotonic()
        self.connection.tap(self.taps)
        time.sleep(self.random.uniform(0.03, 0.2))
        self._forget()

    def leave(self) -> None:
        self._forget()
        super().leave()

    def _forget(self) -> None:
        for number, _ in self.connection.all("acknowledged"):
            self._waiting.pop(number, None)


class Watcher(Player):
    """A display that notes the taps it shows."""

    def __init__(self, port: int) -> None:
        super().__init__(lambda held: PeerDisplay(port, held), "display")
        self.rooms: set[str] = set()
        self.shown: list[tuple[int, int]] = []
        self.repeated = 0
        self._known: dict[int, deque[int]] = {}
        self._read = 0

    def arrive(self) -> str:
        self._read = 0
        self.rooms.add(self.connection.room)
        return str(self.connection.host_pass)

    def play(self) -> None:
        time.sleep(0.02)
        self._pass = self.connection.host_pass
        self._note()

    def leave(self) -> None:
        self._pass = self.connection.host_pass
        self._note()
        super().leave()

    def _note(self) -> None:
        taps = self.connection.all("tapped")
        for number, (tap, *_) in taps[self._read :]:
            known = self._known.setdefault(number, deque(maxlen=REMEMBERED))
            if tap in known:
                self.repeated += 1
            else:
                known.append(tap)
                self.shown.append((number, tap))
        self._read = len(taps)


def everyone_here(players: list[Player]) -> None:
    """Wait until all are connected and accepted."""
    until(
        lambda: all(player.is_here for player in players),
        lambda: f"{sum(not player.is_here for player in players)} of {len(players)} to come back",
        30.0,
    )
