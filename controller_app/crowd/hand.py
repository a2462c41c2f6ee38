"""What a pretend hand does: it wanders, leans, taps and presses. The same seed does the same."""

import math
import random

from controller_app.core.protocol import QUATERNION_UNIT, SEQ_WRAP, Controls

LEAN = 0.7
"""Radians that a hand leans at most."""

BETWEEN_TAPS = 4.0
"""Seconds, on average."""

Wish = tuple[str, object]
"""An event and its data, ready to be sent."""


class Hand:
    """One hand. No clock: ``now`` is seconds since it began."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        self._speeds = [self._dice.uniform(0.4, 1.3) for _ in range(4)]
        self._phases = [self._dice.uniform(0, 2 * math.pi) for _ in range(4)]
        self._seq = self._dice.randrange(SEQ_WRAP)
        self._taps = self._dice.randrange(2**20)
        self._next_tap = self._dice.expovariate(1 / BETWEEN_TAPS)

    def lean(self, now: float) -> tuple[float, float]:
        """Return how far it leans to the right and towards the person, in radians."""
        a, b, c, d = (math.sin(speed * now + phase) for speed, phase in zip(self._speeds, self._phases, strict=True))
        return LEAN * (0.6 * a + 0.4 * b), LEAN * (0.6 * c + 0.4 * d)

    def tilt(self, now: float, at: int) -> Wish:
        """Return the sample of this moment. ``at``: milliseconds on the server's clock, 0 if unknown."""
        right, down = self.lean(now)
        x, y = math.sin(down / 2), math.sin(right / 2)
        w = math.sqrt(max(0.0, 1 - x * x - y * y))
        self._seq = (self._seq + 1) % SEQ_WRAP
        return "tilt", [self._seq, at, *(round(part * QUATERNION_UNIT) for part in (x, y, 0.0, w)), 0]

    def whims(self, now: float, at: int, controls: Controls) -> list[Wish]:
        """Return what it does besides, now and then: taps, and whatever the visual offers."""
        if now < self._next_tap:
            return []
        self._next_tap = now + self._dice.expovariate(1 / BETWEEN_TAPS)
        self._taps += 1
        thumb = [self._dice.randrange(10_000) for _ in range(2)]
        wishes: list[Wish] = [("tap", [self._taps, at, *thumb])] if controls.pad else []
        if controls.buttons:
            name = self._dice.choice(controls.buttons).name
            wishes += [("press", {"name": name, "down": True}), ("press", {"name": name, "down": False})]
        if controls.choices:
            wishes.append(("choose", {"name": self._dice.choice(controls.choices).name}))
        return wishes
