"""Simulated phone: a simulated hand and its phone client, which leaves and returns."""

import time
from collections.abc import Callable
from contextlib import suppress
from random import Random

import gevent

from controller_app.clients.hand import Choosing, Going, Hand, Pressing, Tapping
from controller_app.clients.phone_client import PhoneClient
from controller_app.clients.room_address import RoomAddress
from controller_app.clients.websocket_client import Gone
from controller_app.core.protocol import Join

RETRY_INTERVAL_S = 2.0
"""Seconds until a phone comes back that lost its connection."""


class SimulatedPhone:
    """One phone, for as long as there is a room."""

    def __init__(self, target: RoomAddress, random: Random, stays: bool, say: Callable[[str], object]) -> None:
        """``say``: hears in a sentence what went wrong."""
        self._target = target
        self._hand = Hand(random, stays)
        self._say = say
        self._present: PhoneClient | None = None
        self._pass: str | None = None

    @property
    def is_seated(self) -> bool:
        """Whether it has a seat at the moment."""
        return self._present is not None and self._present.is_taken

    def play(self) -> None:
        """Play for as long as there is a room."""
        began = time.monotonic()
        away: float | None = 0.0
        while away is not None:
            gevent.sleep(away)
            try:
                away = self._visit(began)
            except Gone as gone:
                self._say(f"{self._target.server} can't be reached ({gone}).")
                away = RETRY_INTERVAL_S

    def leave(self) -> None:
        """Give the seat up, if it has one."""
        if self._present:
            with suppress(Gone):
                self._present.leave()

    def _visit(self, began: float) -> float | None:
        """Sit and play; return after how many seconds to come back, None if there is nothing to come back to."""
        self._present = visit = PhoneClient(self._target.server, Join(self._target.code, self._pass))
        hearing = gevent.spawn(visit.listen)
        going = None
        with suppress(Gone):
            going = self._act(visit, hearing.ready, began)
        if going and going.for_good:
            self.leave()
        visit.hang_up()
        hearing.join()
        self._present = None
        self._pass = None if going and going.for_good else visit.seat_pass or self._pass
        if visit.ended:
            self._say(visit.ended.message)
            return visit.ended.after / 1000 or (RETRY_INTERVAL_S if visit.is_taken else None)
        return going.seconds if going else RETRY_INTERVAL_S

    def _act(self, visit: PhoneClient, is_over: Callable[[], bool], began: float) -> Going | None:
        """Do what the hand does until it goes, or the connection does."""
        due = time.monotonic()
        while not is_over():
            now = time.monotonic() - began
            if visit.is_taken:
                self._move(visit, now)
                for act in self._hand.acts(now, visit.controls):
                    if isinstance(act, Going):
                        return act
                    _do(visit, act)
            due = max(due + 1 / visit.hertz, time.monotonic() - 0.1)
            gevent.sleep(max(0, due - time.monotonic()))
        return None

    def _move(self, visit: PhoneClient, now: float) -> None:
        if visit.controls.motion != "none":
            visit.tilt(self._hand.held(now, visit.controls))
        elif visit.controls.pad:
            visit.pad(*self._hand.thumb(now))


def _do(visit: PhoneClient, act: Tapping | Pressing | Choosing) -> None:
    match act:
        case Tapping(x, y):
            visit.tap((x, y))
        case Pressing(name, down):
            visit.press(name, down)
        case Choosing(name):
            visit.choose(name)
