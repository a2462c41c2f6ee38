"""Runs every load on every relay in turn, several times over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.loads import Load
from benchmarks.measure import Figures, Measure, counts, measured
from benchmarks.search import most_phones

AGAIN = 2
"""How often a run that doesn't count is made again, unless told otherwise."""

COLLAPSED = 2000.0
"""Milliseconds of age at p99 from which a relay has collapsed; it is spared what is heavier."""


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
        """Whether the figures tell about the relay: the generator kept its own schedule, and both had their cores."""
        return counts(self.figures)

    @property
    def has_collapsed(self) -> bool:
        """Whether the relay was no longer of use, though the generator was."""
        age = self.figures.get("age")
        return "failed" in self.figures or bool(age and age["p99"] > COLLAPSED and self.counts)


def rounds(
    loads: Sequence[Load],
    relays: Sequence[str],
    count: int,
    folder: Path,
    again: int = AGAIN,
    measure: Measure = measured,
) -> Iterator[Run]:
    """Run everything ``count`` times, relay after relay on each load, so that a bad minute hits all of them.

    Args:
        loads: in this order.
        relays: in this order, for each load.
        count: how often.
        folder: for what relays keep and log.
        again: how often a run that doesn't count is made again.
        measure: how a load is put on a relay.
    """
    for number in range(1, count + 1):
        collapsed_at: dict[tuple[object, ...], int] = {}
        for load in loads:
            for relay in relays:
                kind = relay, *load.kind
                is_too_heavy = kind in collapsed_at and load.weight > collapsed_at[kind] and not load.search
                if (load.paced and relay != "ours") or is_too_heavy:
                    continue
                for _ in range(again + 1):
                    run = Run(load, relay, number, _figures(load, relay, folder, measure))
                    if run.counts or run.has_collapsed:
                        break
                if run.has_collapsed:
                    collapsed_at[kind] = min(collapsed_at.get(kind, load.weight), load.weight)
                yield run


def _figures(load: Load, relay: str, folder: Path, measure: Measure) -> Figures:
    if load.search:
        return {"most": most_phones(load, lambda step: measure(step, relay, folder))}
    return measure(load, relay, folder)
