"""Wandering path of a simulated hand: reaches of many lengths, with rests between."""

from dataclasses import dataclass
from random import Random

Point = tuple[float, float]
"""Fractions of what it moves about in."""


@dataclass(frozen=True)
class Reach:
    """A movement from one place to another, then a rest; seconds."""

    start: Point
    to: Point
    begins: float
    lasts: float
    rests: float

    def at(self, seconds: float) -> Point:
        """Return where it is by then, starting and ending gently: least jerk (Flash and Hogan, 1985)."""
        share = min(1.0, max(0.0, (seconds - self.begins) / self.lasts))
        done = share * share * share * (10 + share * (6 * share - 15))
        (x, y), (to_x, to_y) = self.start, self.to
        return (x + (to_x - x) * done, y + (to_y - y) * done)


class Wander:
    """Reach after reach, from the middle on."""

    def __init__(self, random: Random) -> None:
        self._random = Random(random.random())  # its own, so that how often somebody looks changes nothing
        self._reach = Reach((0.5, 0.5), (0.5, 0.5), 0.0, 0.3, self._random.uniform(0, 0.7))

    def at(self, seconds: float) -> Point:
        """Return where it is; never ask for an earlier moment than before."""
        while seconds >= (ends := self._reach.begins + self._reach.lasts + self._reach.rests):
            self._reach = self._next(self._reach.to, ends)
        return self._reach.at(seconds)

    def moves(self, seconds: float) -> bool:
        """Say whether it is on its way somewhere, rather than at rest."""
        self.at(seconds)
        return seconds < self._reach.begins + self._reach.lasts

    def _next(self, start: Point, begins: float) -> Reach:
        between = self._random.uniform
        to = (between(0.08, 0.92), between(0.08, 0.92))
        if self._random.random() < 0.5:
            return Reach(start, to, begins, between(1.5, 4), 0.0)  # wanders
        return Reach(start, to, begins, between(0.35, 1), between(0.2, 1.2))  # points there, and rests
