"""Small stand-ins with the real method names."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

from controller_app.core.protocol import Frame
from controller_app.settings import Settings

SECRET = b"a secret of sixteen bytes or more"


def counting() -> Callable[[int], int]:
    """Return a source of "random" numbers that never repeats: 0, 1, 2 … below the limit asked for."""
    numbers = count()
    return lambda limit: next(numbers) % limit


class FakeClock:
    """A clock that stands still until it is told otherwise."""

    def __init__(self, now: float = 0.0) -> None:
        self.now = now

    def __call__(self) -> float:
        """Return seconds."""
        return self.now


class FakeOut:
    """Keeps the frames it was sent."""

    def __init__(self) -> None:
        self.is_behind = False
        self.frames: list[Frame] = []

    def send(self, frame: Frame) -> bool:
        """Keep a frame."""
        self.frames.append(frame)
        return True


def small_settings(**changes: Any) -> Settings:
    """Return settings with small limits, so that a test reaches them."""
    return replace(Settings(phones_per_room=3, rooms=2), **changes)


def most_in_a_second(moments: list[int]) -> int:
    """Return how many of these moments, in milliseconds, lie within one second at most."""
    first, most = 0, 0
    ordered = sorted(moments)
    for last, moment in enumerate(ordered):
        while moment - ordered[first] >= 1000:
            first += 1
        most = max(most, last - first + 1)
    return most
