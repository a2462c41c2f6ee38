"""Measurement of one load on one relay."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.awake import awake
from benchmarks.brake import braked
from benchmarks.loads import Load
from benchmarks.machine import GENERATOR, HERE, RELAY, pinned
from benchmarks.servers import running

MAX_LATENESS_MS = 5.0
"""Milliseconds at p99 by which the generator may miss its own schedule; a run with more doesn't count ..."""

MAX_LATENESS_SHARE = 0.15
"""... unless that is less than this share of the delay at p99: a relay far behind shows it all the same."""

MAX_WAITED_SHARE = 0.08
"""Share of the time in which something else ran where the relay would have; more of it doesn't count either.

Node's own threads make it wait for up to 5 %.
"""

MAX_STOLEN_SHARE = 0.05
"""Share of the time in which the host of a virtual machine ran something else on its cores; more doesn't count."""

MAX_BRAKED_SHARE = 0.08
"""As much more where the relay is slowed: the brake needs a little time too, and may take it there."""

MAX_OVERRUN = 1.15
"""How much more of its core than its share a relay may have had; the brake can come late where others run."""

JOB_TIMEOUT_S = 120.0  # seconds

Figures = dict[str, Any]
"""As generator/main.js returns them; times are milliseconds. ``failed`` says why there are none."""

Measure = Callable[[Load, str, Path], Figures]
"""Puts a load on a relay, with a folder for what it keeps and logs."""


def measured(load: Load, relay: str, folder: Path) -> Figures:
    """Return the figures of one load on one relay."""
    with (
        running(relay, load, folder) as server,
        awake(RELAY) if load.slower == 1 else braked(server.pid, load.slower),
    ):
        job = {**asdict(load), "language": relay, "address": server.address, "pid": server.pid}
        command = pinned(GENERATOR, ["node", str(HERE / "generator" / "main.js"), json.dumps(job)])
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=JOB_TIMEOUT_S, check=True)
        except subprocess.TimeoutExpired:
            return {"failed": f"No figures came within {JOB_TIMEOUT_S:g} s."}
    figures: Figures = json.loads(done.stdout)
    return {**figures, "share": 1 / load.slower}


def counts(figures: Figures) -> bool:
    """Whether figures tell about the relay: the generator kept its own schedule, and both had their cores."""
    if "failed" in figures:
        return False
    waited, stolen, cpu = (figures.get(name) or 0.0 for name in ("waited", "stolen", "cpu"))
    share = figures.get("share", 1.0)
    had_its_core = (
        waited <= MAX_WAITED_SHARE + MAX_BRAKED_SHARE * (share < 1.0)
        and stolen <= MAX_STOLEN_SHARE
        and cpu <= MAX_OVERRUN * share
    )
    return had_its_core and not is_late(figures)


def is_late(figures: Figures) -> bool:
    """Whether the generator missed its own schedule by so much that figures tell about it, and not about the relay."""
    lateness, delay = figures.get("lateness"), figures.get("delay")
    return bool(
        lateness and lateness["p99"] > max(MAX_LATENESS_MS, MAX_LATENESS_SHARE * delay["p99"] if delay else 0.0)
    )
