"""Idle load that keeps the relay's core from sleeping without taking its time.

A virtual machine whose core sleeps is put aside by its host, and to come back takes milliseconds, which would show
as delay of whichever relay has less to do.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.machine import Side, pinned

LOOK_INTERVAL_NS = 1_000_000
"""Turns between two looks whether anybody still needs this."""


@contextmanager
def awake(side: Side) -> Iterator[None]:
    """Keep a core awake, where the system knows work that only fills gaps (Linux)."""
    if not hasattr(os, "SCHED_IDLE"):
        yield
        return
    process = subprocess.Popen(pinned(side, [sys.executable, "-m", "benchmarks.awake"]))
    try:
        yield
    finally:
        process.kill()
        process.wait()


def _spin() -> None:
    """Spin in the gaps that everything else leaves, until the harness is gone."""
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    parent = os.getppid()
    while os.getppid() == parent:
        for _ in range(LOOK_INTERVAL_NS):
            pass


if __name__ == "__main__":
    _spin()
