"""Medians and spread of all rounds, as JSON and as tables for docs/performance.md."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import bars
from benchmarks.loads import Load
from benchmarks.measure import Figures
from benchmarks.rounds import Run

MARK = "figures"
"""The part of docs/performance.md that a full run writes."""

Pick = Callable[[Figures], float | None]

HEAD = """\
| load | relay | delay p50 / p99 (spread) | age p50 / p99 (spread) | taps p50 / p99, lost | delivered | frames/s \
| core | CPU per phone | memory |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"""

PEER = "node"

NAME = 21
"""Letters of the longest load's name, for those who watch."""

RARER: tuple[tuple[str, str, Pick, str], ...] = (
    (
        "storm",
        "300 phones join at once: seconds until all are seated",
        lambda f: _scaled(f, "seated_after", 1e-3),
        "{:.1f}",
    ),
    ("30x1-polling", "long-polling: samples/s of the slowest phone", lambda f: f["samples"]["least"], "{:.0f}"),
    (
        "slow",
        "memory grown beside a display that reads slowly, MB",
        lambda f: _scaled(f, "memory_growth", 2**-20),
        "{:.1f}",
    ),
    (
        "stuck",
        "memory grown beside a display that reads nothing, MB",
        lambda f: _scaled(f, "memory_growth", 2**-20),
        "{:.1f}",
    ),
    ("most", "most phones × 60 Hz with an age of 50 ms or less at p99", lambda f: f["most"], "{:.0f}"),
    ("most-slower3", "the same, core 3 × slower", lambda f: f["most"], "{:.0f}"),
)
"""Figures that only one load has: its name, what they are, where they are, how they are written."""


def write_json(
    file: Path, date: str, machine: dict[str, object], runs: Sequence[Run], pages: Mapping[str, Any]
) -> None:
    """Write every figure of every run, and what was measured in a browser."""
    told = [{**asdict(run), "load": {"name": run.load.name, **asdict(run.load)}, "counts": run.counts} for run in runs]
    file.parent.mkdir(exist_ok=True)
    file.write_text(
        json.dumps({"date": date, "machine": machine, "runs": told, "pages": pages}, indent=1) + "\n", encoding="utf-8"
    )


def tables(date: str, machine: dict[str, object], runs: Sequence[Run]) -> str:
    """Return the machine, a table of medians, and one of ratios to the peer, in Markdown."""
    loads = list(dict.fromkeys(run.load for run in runs))
    relays = list(dict.fromkeys(run.relay for run in runs))
    told = ", ".join(f"{name} {value}" for name, value in machine.items())
    streams = [load for load in loads if not load.search]
    rows = [
        _row(load, relay, _of(runs, load, relay))
        for load in streams
        for relay in relays
        if relay == "ours" or not load.paced
    ]
    parts = (
        [f"{date}: {told}."],
        bars.table(runs),
        [HEAD, *rows] if rows else [],
        _ratios(streams, runs),
        _rarer(loads, relays, runs),
    )
    return "\n\n".join("\n".join(part) for part in parts if part)


def one_line(run: Run) -> str:
    """Return what a person who watches wants to see of a run."""
    figures = run.figures
    if run.load.search:
        return f"{run.round}  {run.load.name:<{NAME}} {run.relay:<6} {figures['most']} phones"
    if "failed" in figures:
        return f"{run.round}  {run.load.name:<{NAME}} {run.relay:<6} {figures['failed']}"
    pairs = "  ".join(f"{name} {_pair(figures[name])}" for name in ("delay", "age", "tap_delay") if figures[name])
    why = "" if run.counts else f"  doesn't count: {_disturbance(figures)}"
    return f"{run.round}  {run.load.name:<{NAME}} {run.relay:<6} {pairs}  core {figures['cpu'] or 0:.0%}{why}"


def _disturbance(figures: Figures) -> str:
    late = _pair(figures["lateness"]) if figures["lateness"] else "never"
    had = f"had {figures['cpu'] or 0:.0%} of its core and waited for {figures['waited'] or 0:.0%}"
    return f"generator late {late}, relay {had}, host took {figures['stolen'] or 0:.0%}"


def _of(runs: Sequence[Run], load: Load, relay: str) -> list[Run]:
    return [run for run in runs if run.load == load and run.relay == relay]


def _row(load: Load, relay: str, runs: Sequence[Run]) -> str:
    good = [run.figures for run in runs if run.counts and "failed" not in run.figures]
    start = f"| {load.title} | {relay} |"
    if not runs:
        return f"{start} left out: it had collapsed |||||||"
    if not good:
        last = runs[-1].figures
        why = last["failed"] if "failed" in last else f"no run counts; the last: {_disturbance(last)}"
        return f"{start} no figures: {why} |||||||"
    lost = sum(figures["taps"]["lost"] + figures["taps"]["early"] for figures in good)
    cells = (
        _spread(good, "delay"),
        _spread(good, "age"),
        f"{_medians(good, 'tap_delay')}, {lost}" if good[0]["tap_delay"] else "–",
        _cell(good, lambda figures: figures["delivered"], "{:.1%}"),
        _cell(good, lambda figures: figures["frames"], "{:,.0f}"),
        _cell(good, lambda figures: figures["cpu"], "{:.0%}"),
        _cell(good, lambda figures: figures["cpu_per_phone"] and figures["cpu_per_phone"] * 1000, "{:.2f} ms/s"),
        _cell(good, lambda figures: figures["memory_peak"] and figures["memory_peak"] / 2**20, "{:.0f} MB"),
    )
    return f"{start} {' | '.join(cells)} |"


def _spread(good: Sequence[Figures], name: str) -> str:
    if not good[0][name]:
        return "–"
    worst = [figures[name]["p99"] for figures in good if figures[name]]
    return f"{_medians(good, name)} ({_ms(min(worst))}–{_ms(max(worst))})"


def _medians(good: Sequence[Figures], name: str) -> str:
    """Return the medians over rounds of one figure's median and p99."""
    there = [figures[name] for figures in good if figures[name]]
    return " / ".join(_ms(median(figures[at] for figures in there)) for at in ("p50", "p99"))


def _cell(good: Sequence[Figures], pick: Pick, form: str) -> str:
    values = [value for value in map(pick, good) if value is not None]
    return form.format(median(values)) if values else "–"


def _scaled(figures: Figures, name: str, factor: float) -> float | None:
    value: float | None = figures.get(name)
    return None if value is None else value * factor


def _ratios(loads: Sequence[Load], runs: Sequence[Run]) -> list[str]:
    """Compare within each round, since machines differ by the minute, and take the median of that."""
    lines = [f"| ours ÷ {PEER}, round by round | delay p99 | age p99 |", "| --- | --- | --- |"]
    for load in loads:
        pairs = _pairs(_of(runs, load, "ours"), _of(runs, load.against if load.paced else load, PEER))
        cells = [_ratio(pairs, name) for name in ("delay", "age")]
        if any(cells):
            lines.append(f"| {load.title} | {' | '.join(cell or '–' for cell in cells)} |")
    return lines if len(lines) > 2 else []


def _pairs(ours: Sequence[Run], peers: Sequence[Run]) -> list[tuple[Figures, Figures]]:
    both = [(a, b) for a in ours for b in peers if a.round == b.round and a.counts and b.counts]
    return [(a.figures, b.figures) for a, b in both]


def _ratio(pairs: Sequence[tuple[Figures, Figures]], name: str) -> str:
    values = [a[name]["p99"] / b[name]["p99"] for a, b in pairs if a.get(name) and b.get(name)]
    return f"{median(values):.2f} ({min(values):.2f}–{max(values):.2f})" if values else ""


def _rarer(loads: Sequence[Load], relays: Sequence[str], runs: Sequence[Run]) -> list[str]:
    """Return a table of the figures that only one load has."""
    by_name = {load.name: load for load in loads}
    lines = [f"| once more | {' | '.join(relays)} |", "| --- |" + " --- |" * len(relays)]
    for name, sentence, pick, form in RARER:
        if name in by_name:
            good = [[run.figures for run in _of(runs, by_name[name], relay) if run.counts] for relay in relays]
            lines.append(f"| {sentence} | {' | '.join(_cell(each, pick, form) for each in good)} |")
    return lines if len(lines) > 2 else []


def _pair(spread: dict[str, Any]) -> str:
    return f"{_ms(spread['p50'])} / {_ms(spread['p99'])}"


def _ms(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.1f}"
