"""Pacing: measures load, and tells phones how often to send."""

import logging
from collections.abc import Callable
from functools import partial
from time import process_time

import gevent

from controller_app.core.protocol import Pace
from controller_app.web.context import ServerContext
from controller_app.web.tasks.periodic import every

PACE_INTERVAL_S = 0.5
"""Seconds between two changes of pace."""

LATENESS_PROBES = 25
"""How often the loop is asked meanwhile how late it is."""

MAX_LATENESS_S = 0.004
"""Seconds that the loop may be late on average, which is the load 1.

Lateness tells what the processor's share doesn't: a loop that handles its samples one by one may use 95 % of a core
and be in time, since it would handle them in larger and cheaper batches if there were more.
"""

MIN_BUSY_SHARE = 0.15
"""Share of a core that this process has to use before a late loop is its own doing. The timers of some systems are late
by many milliseconds while there is nothing to do, and slower phones would not change that."""

log = logging.getLogger("controller_app.pacing")


def start(context: ServerContext) -> None:
    """Pace all rooms for as long as the process lives."""
    every(0.0, partial(measure, context), log)


def loop_load(lateness: float, busy: float) -> float:
    """Return the load of the loop: 0 idle, 1 all that it can do.

    Args:
        lateness: seconds that it was late, on average.
        busy: share of a core that this process used.
    """
    return lateness / MAX_LATENESS_S if busy >= MIN_BUSY_SHARE else 0.0


def pace(context: ServerContext, load: float, seconds: float) -> None:
    """Adjust every room to its load and tell its phones where that changed something.

    Args:
        parts: of the running server.
        load: of the loop.
        seconds: since the last time.
    """
    for room in context.rooms:
        if room.pace.adjust(max(load, context.pumps.share_behind(room, seconds))):
            context.notifier.to_phones(room, Pace(room.pace.hertz))


def measure(context: ServerContext) -> None:
    """Measure the loop's load for ``PACE_INTERVAL_S``, and pace all rooms by it."""
    began, used = context.clock(), process_time()
    lateness = sum(_lateness(context.clock) for _ in range(LATENESS_PROBES)) / LATENESS_PROBES
    seconds = context.clock() - began
    pace(context, loop_load(lateness, (process_time() - used) / seconds), seconds)


def _lateness(clock: Callable[[], float]) -> float:
    due = clock() + PACE_INTERVAL_S / LATENESS_PROBES
    gevent.sleep(PACE_INTERVAL_S / LATENESS_PROBES)
    return clock() - due
