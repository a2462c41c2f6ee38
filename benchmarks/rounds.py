"""Runs every load on every relay in turn, several times over."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.loads import Load
from benchmarks.machine import GENERATOR, HERE, pinned
from benchmarks.servers import running

LATE = 5.0
"""Milliseconds at p99 by which the generator may miss its own schedule; a run in which it missed more doesn't count."""

WAITED = 0.05
"""Share of the time in which something else ran where the relay would have; more of it doesn't count either."""

AGAIN = 2
"""How often a run that doesn't count is made again, unless told otherwise."""

COLLAPSED = 2000.0
"""Milliseconds of age at p99 from which a relay has collapsed; it is spared what is heavier."""

JOB_WITHIN = 120.0  # seconds

Figures = dict[str, Any]


@dataclass(frozen=True)
class Run:
    """One load on one relay, once."""

    load: Load
    relay: str
    round: int
    figures: Figures
    """As generator/main.js returns them; times are milliseconds. ``failed`` says why there are none."""

    @property
    def counts(self) -> bool:
        """Whether the figures tell about the relay: the generator kept its own schedule, and the relay had its core."""
        lateness, waited = self.figures.get("lateness"), self.figures.get("waited")
        return not (lateness and lateness["p99"] > LATE) and (waited is None or waited <= WAITED)

    @property
    def has_collapsed(self) -> bool:
        """Whether the relay was no longer of use."""
        age = self.figures.get("age")
        return "failed" in self.figures or (age is not None and age["p99"] > COLLAPSED)


def rounds(loads: Sequence[Load], relays: Sequence[str], count: int, folder: Path, again: int = AGAIN) -> Iterator[Run]:
    """Run everything ``count`` times, relay after relay on each load, so that a bad minute hits all of them.

    Args:
        loads: in this order.
        relays: in this order, for each load.
        count: how often.
        folder: for what relays keep and log.
        again: how often a run that doesn't count is made again.
    """
    collapsed_at = dict.fromkeys(relays, float("inf"))
    for number in range(1, count + 1):
        for load in loads:
            for relay in relays:
                if load.phones * load.hertz > collapsed_at[relay]:
                    continue
                run = _run_until_it_counts(load, relay, number, folder, again)
                if run.counts and run.has_collapsed:
                    collapsed_at[relay] = min(collapsed_at[relay], load.phones * load.hertz)
                yield run


def _run_until_it_counts(load: Load, relay: str, number: int, folder: Path, again: int) -> Run:
    for _ in range(again + 1):
        run = Run(load, relay, number, _figures(load, relay, folder))
        if run.counts:
            break
    return run


def _figures(load: Load, relay: str, folder: Path) -> Figures:
    with running(relay, load, folder) as server:
        job = {**asdict(load), "language": relay, "address": server.address, "pid": server.pid}
        command = pinned(GENERATOR, ["node", str(HERE / "generator" / "main.js"), json.dumps(job)])
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=JOB_WITHIN, check=True)
        except subprocess.TimeoutExpired:
            return {"failed": f"No figures came within {JOB_WITHIN:g} s."}
    figures: Figures = json.loads(done.stdout)
    return figures
