"""CPU brake: stops a relay for most of every millisecond, to stand for a small computer.

Relays differ where a core is full. On a quick computer that takes more phones than one generator can play; a braked
relay shows it with a few hundred.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

RUN = 0.000_25
"""Seconds that the relay runs at a time: far less than the delays that are compared."""


@contextmanager
def braked(pid: int, slower: int) -> Iterator[None]:
    """Let a process run for one ``slower``-th of the time only, with nothing else on its core that could get in."""
    command = [sys.executable, "-m", "benchmarks.brake", str(pid), str(slower)]
    brake = subprocess.Popen(command)
    try:
        yield
    finally:
        brake.kill()
        brake.wait()
        os.kill(pid, signal.SIGCONT)  # or it would never hear that it is to end


def _brake(pid: int, slower: int) -> None:
    """Stop and continue a process in turn, until the harness is gone."""
    with suppress(AttributeError, PermissionError):  # then it may come late; see OVERRUN in measure.py
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    parent = os.getppid()
    try:
        while os.getppid() == parent:
            os.kill(pid, signal.SIGSTOP)
            time.sleep(RUN * (slower - 1))
            os.kill(pid, signal.SIGCONT)
            time.sleep(RUN)
    except ProcessLookupError:
        return  # the relay has ended by itself
    os.kill(pid, signal.SIGCONT)


if __name__ == "__main__":
    _brake(*map(int, sys.argv[1:]))
