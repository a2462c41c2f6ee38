"""Stagger reconnects after a restart (avoids a thundering herd)."""

from collections.abc import Callable

FIRST_RETURN_MS = 2000
"""Milliseconds before the first comes: a stop and a start take that long."""

RETURN_INTERVAL_MS = 20
"""Milliseconds that each phone has to itself: 50 a second, so at most 51 in any second."""


def waits(phones: int, below: Callable[[int], int]) -> list[int]:
    """Return one wait in milliseconds for each phone, evenly spread and in random order.

    Args:
        phones: how many.
        below: gives a random integer from 0 up to, not including, its argument.
    """
    spread = [FIRST_RETURN_MS + place * RETURN_INTERVAL_MS + below(RETURN_INTERVAL_MS) for place in range(phones)]
    for last in range(phones - 1, 0, -1):  # Fisher and Yates: neighbours in a room don't come together
        other = below(last + 1)
        spread[last], spread[other] = spread[other], spread[last]
    return spread
