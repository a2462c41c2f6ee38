"""Simulated hand: moves, taps, presses, chooses and leaves, from a seed alone."""

from dataclasses import dataclass
from math import inf, pi, sin
from random import Random

from controller_app.clients import poses
from controller_app.clients.poses import Quaternion
from controller_app.clients.wander import Point, Wander
from controller_app.core.protocol import Button, Controls

SHAKES_PER_SECOND = 4.0
SHAKE_SWING = 0.35
"""How far a hand swings that shakes, in fractions of the screen."""

ROLL_DEGREES = 90.0
"""Degrees from a roll to the left to one to the right."""


@dataclass(frozen=True)
class Tapping:
    """A short touch; fractions of the pad."""

    x: float
    y: float


@dataclass(frozen=True)
class Pressing:
    """A button goes down or up."""

    name: str
    down: bool


@dataclass(frozen=True)
class Choosing:
    """One of the choices."""

    name: str


@dataclass(frozen=True)
class Going:
    """Away for some seconds; ``for_good``: the seat is given up, and whoever comes then is somebody else."""

    seconds: float
    for_good: bool


Act = Tapping | Pressing | Choosing | Going


class Hand:
    """One hand. All it does comes from ``random``, the time, and what the visual offers."""

    def __init__(self, random: Random, stays: bool = False) -> None:
        """``stays``: it never goes away."""
        self._aim, self._thumb, self._roll = Wander(random), Wander(random), Wander(random)
        self._random = random
        self._tap, self._press, self._choose = random.uniform(0.5, 4), random.uniform(0.5, 4), random.uniform(0.5, 8)
        self._go = inf if stays else random.uniform(20, 120)
        self._pressed: tuple[str, float] | None = None  # which button, and until when

    def held(self, seconds: float, controls: Controls) -> Quaternion:
        """Return how the phone is held, in its own axes; never ask for an earlier moment than before."""
        x, y = self._aim.at(seconds)
        if controls.motion == "tilt":
            return poses.leaning(2 * x - 1, 2 * y - 1)
        if controls.motion == "shake" and self._roll.moves(seconds):
            x += SHAKE_SWING * sin(2 * pi * SHAKES_PER_SECOND * seconds)
        roll = ROLL_DEGREES * (self._roll.at(seconds)[0] - 0.5) if controls.motion == "attitude" else 0.0
        return poses.pointing(x, y, roll)

    def thumb(self, seconds: float) -> tuple[Point, bool]:
        """Return where the thumb is on the pad, and whether it touches."""
        return self._thumb.at(seconds), self._thumb.moves(seconds)

    def acts(self, seconds: float, controls: Controls) -> list[Act]:
        """Return what it does besides, since the call before."""
        acts: list[Act] = []
        if seconds >= self._tap:
            self._tap = seconds + self._random.uniform(0.4, 6)
            acts += [Tapping(*self._thumb.at(seconds))] if controls.pad else []
        if self._pressed and seconds >= self._pressed[1]:
            acts.append(Pressing(self._pressed[0], False))
            self._pressed = None
        if seconds >= self._press and not self._pressed:
            self._press = seconds + self._random.uniform(1, 5)
            if name := self._one_of(controls.buttons):
                self._pressed = name, seconds + self._random.uniform(0.1, 1.5)
                acts.append(Pressing(name, True))
        if seconds >= self._choose:
            self._choose = seconds + self._random.uniform(4, 15)
            if name := self._one_of(controls.choices):
                acts.append(Choosing(name))
        if seconds >= self._go:
            self._go = seconds + self._random.uniform(30, 150)
            self._pressed = None
            acts.append(Going(self._random.uniform(2, 8), for_good=self._random.random() < 0.3))
        return acts

    def _one_of(self, buttons: list[Button]) -> str:
        return self._random.choice(buttons).name if buttons else ""
