"""Growth of a call's cost with its input, by ratios, so that machine speed doesn't matter."""

import gc
from collections.abc import Callable
from itertools import product
from random import Random
from time import thread_time
from typing import TypeVar

Input = TypeVar("Input")

TOO_STEEP = 8.0
"""What ``growth`` may not reach: an input four times as long costs 4 times as much if linear, 16 times if quadratic."""

SMALLEST = 64
MEASURABLE_S = 0.001
"""Seconds of processor time from which a cost is compared; below it says more about the clock."""

TRIES = 5

COMMON = ("", "a", "1", " ", "\n", '"', "\\", ".", "/", "x\0")
"""What texts of any kind are pumped with, beside what a pattern itself names."""

MOST_PREFIXED = 2_000
"""Of all combinations with a prefix, so many are tried for one pattern, always the same ones."""


def growth(call: Callable[[Input], object], make: Callable[[int], Input], most: int, first: int = SMALLEST) -> float:
    """Return how many times as much processor time a call takes for an input four times as long.

    Inputs become longer until one costs something. 0 is returned if ``most`` is reached before.

    Args:
        call: what is measured.
        make: returns an input of about this length.
        most: the longest input to try.
        first: the shortest to compare; where copying is what grows, short inputs do not show it.
    """
    least = cost(call, make(SMALLEST))
    size = first
    while 4 * size <= most:
        if cost(call, make(size)) - least >= MEASURABLE_S:
            return _ratio(call, make(size), make(4 * size), least)
        size *= 2
    return 0.0


def cost(call: Callable[[Input], object], value: Input, tries: int = 1) -> float:
    """Return the least processor time of this thread that a call took, in seconds."""
    spent = []
    gc.disable()
    try:
        for _ in range(tries):
            before = thread_time()
            call(value)
            spent.append(thread_time() - before)
    finally:
        gc.enable()
    return min(spent)


def pumped(prefix: str, pump: str, suffix: str) -> Callable[[int], str]:
    """Return what makes texts of a length: a prefix, something over and over, a suffix."""
    return lambda size: prefix + pump * max(1, size // len(pump)) + suffix


def pumps(tokens: list[str]) -> list[tuple[str, str, str]]:
    """Return prefixes, pumps of one or two tokens, and suffixes, to search for what a parser has to read again."""
    tokens = sorted({*tokens, *COMMON})
    twice = [first + second for first, second in product(tokens, repeat=2) if first + second]
    ends = list(product(twice, ("", "x\0")))
    prefixed = [(prefix, *end) for prefix, end in product(tokens, ends)]
    return [("", *end) for end in ends] + Random(0).sample(prefixed, min(MOST_PREFIXED, len(prefixed)))


def _ratio(call: Callable[[Input], object], value: Input, longer: Input, least: float) -> float:
    """Return the first ratio of several tries that is not too steep: another program may disturb one."""
    ratio = TOO_STEEP
    for _ in range(TRIES):
        ratio = (cost(call, longer, 2) - least) / max(cost(call, value, 3) - least, MEASURABLE_S / 2)
        if ratio < TOO_STEEP:
            break
    return ratio
