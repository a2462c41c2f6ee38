"""How many phones a relay carries while what it shows stays fresh."""

from collections.abc import Callable
from dataclasses import replace

from benchmarks.loads import Load
from benchmarks.measure import Figures, counts

FRESH = 50.0
"""Milliseconds of age at p99 up to which a visitor feels no delay."""

LADDER = (10, 20, 30, 40, 60, 80, 120, 160, 200, 240, 280, 320, 360, 400, 440, 480, 540, 600, 660, 720, 800, 900, 1000,
          1100, 1200, 1300, 1400, 1500, 1600, 1700, 1800)  # fmt: skip
"""How many phones are tried."""

ALL = 0.98
"""Share of its samples that the generator has to send, or it was another load. Late ones are older, never younger: what
is fresh although the generator was late is fresh."""

TRIES = 3
"""How often a step is tried: one bad moment of the computer must not decide."""


def most_phones(load: Load, measure: Callable[[Load], Figures]) -> int:
    """Search the ladder by halves; every step below one that is fresh is taken to be fresh.

    Args:
        load: all but the number of phones; the search ends at its own.
        measure: puts a load on the relay.
    """
    steps = [phones for phones in LADDER if phones <= load.phones]
    fresh, stale = -1, len(steps)
    while stale - fresh > 1:
        middle = (fresh + stale) // 2
        if _is_fresh(replace(load, phones=steps[middle]), measure):
            fresh = middle
        else:
            stale = middle
    return steps[fresh] if fresh >= 0 else 0


def _is_fresh(load: Load, measure: Callable[[Load], Figures]) -> bool:
    for _ in range(TRIES):
        figures = measure(load)
        age = figures.get("age")
        if age and age["p99"] <= FRESH and figures["samples"]["all"] >= ALL * load.weight:
            return True
        if counts(figures):
            return False
    return False
