"""Summary of a full run, which the repository keeps: median, least and most of every figure."""

import json
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from benchmarks.rounds import Run


def summary(date: str, machine: Mapping[str, object], runs: Sequence[Run], pages: Mapping[str, Any]) -> str:
    """Return it as JSON, a line for each load and relay."""
    counted: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for run in runs:
        counted.setdefault((run.load.name, run.relay), []).extend([run.figures] if run.counts else [])
    told = {
        "date": json.dumps(date),
        "machine": json.dumps(machine),
        "runs": _lines("[]", [json.dumps(_row(*key, rounds)) for key, rounds in counted.items()]),
        "pages": _lines("{}", [f"{json.dumps(name)}: {json.dumps(_short(of))}" for name, of in pages.items()]),
    }
    return _lines("{}", [f"{json.dumps(name)}: {value}" for name, value in told.items()]) + "\n"


def spread(rounds: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return ``[median, least, most]`` over the rounds of every figure that is a number, nested as they are."""
    found: dict[str, Any] = {}
    for name in dict.fromkeys(name for figures in rounds for name in figures):
        values = [figures[name] for figures in rounds if figures.get(name) is not None]
        if values and isinstance(values[0], Mapping):
            found[name] = spread(values)
        elif values and isinstance(values[0], int | float):
            found[name] = [_short(value) for value in (median(values), min(values), max(values))]
    return found


def _row(load: str, relay: str, rounds: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {"load": load, "relay": relay, "rounds": len(rounds), "figures": spread(rounds)}


def _lines(brackets: str, parts: Sequence[str]) -> str:
    inside = ",\n".join(parts)
    return f"{brackets[0]}\n{inside}\n{brackets[1]}"


def _short(value: Any) -> Any:
    """Return figures, nested as they come, with four significant digits."""
    if isinstance(value, Mapping):
        return {name: _short(one) for name, one in value.items()}
    return float(f"{value:.4g}") if isinstance(value, float) else value
