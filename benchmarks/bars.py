"""Bars: figures that a run of the relay must reach, and the check."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Protocol

from benchmarks.measure import Figures
from benchmarks.rounds import Run

FLOOR = 1.15
"""Age at p99, in periods of the samples, up to which a relay keeps up: no relay can make a sample younger than one
period, so where both keep up, a ratio of what is left says nothing that a visitor could feel."""

PACED = "1000 that would like 60 Hz, pacing on"

Pick = Callable[[Figures], float | None]


class Value(Protocol):
    """A figure of a whole benchmark."""

    @property
    def load(self) -> str:
        """The name of the load that it is measured with."""

    def __call__(self, runs: Sequence[Run]) -> float | None:
        """Return what the runs have measured; None if they have not."""


@dataclass(frozen=True)
class Bar:
    """One figure and how high or low it has to be."""

    sentence: str
    value: Value
    most: float = float("inf")
    least: float = float("-inf")
    form: str = "{:.2f}"
    compared: tuple[str, str] | None = None
    """The loads of ours and of the peer, if the figure is a ratio of the two."""

    def row(self, runs: Sequence[Run]) -> str | None:
        """Return the bar, what was measured and whether that holds, as a row of a table; None if it was not asked."""
        if all(run.load.name != self.value.load for run in runs):
            return None
        value = self.value(runs)
        limit = f"≤ {self.form.format(self.most)}" if self.most < float("inf") else f"≥ {self.form.format(self.least)}"
        if value is None:
            return f"| {self.sentence} | {limit} | – | not measured: no run counted |"
        if self.least <= value <= self.most:
            holds = "yes"
        else:
            holds = "both keep up" if self.compared and _all_keep_up(runs, self.compared) else "**no**"
        return f"| {self.sentence} | {limit} | {self.form.format(value)} | {holds} |"


def table(runs: Sequence[Run]) -> list[str]:
    """Return all bars for which there is something to say, as lines of Markdown."""
    rows = [row for bar in BARS if (row := bar.row(runs))]
    return ["| what it must show | bar | measured | holds |", "| --- | --- | --- | --- |", *rows] if rows else []


@dataclass(frozen=True)
class OfOurs:
    """A figure of ours, over all rounds."""

    load: str
    pick: Pick
    over: Callable[[Sequence[float]], float] = median

    def __call__(self, runs: Sequence[Run]) -> float | None:
        """Return it; a run without the figure is none."""
        found = [value for run in _counted(runs, self.load, "ours") if (value := self.pick(run.figures)) is not None]
        return self.over(found) if found else None


@dataclass(frozen=True)
class Ratio:
    """The median over the rounds of a figure of ours divided by a peer's, each within a round."""

    load: str
    pick: Pick
    peer: str = "node"
    peers_load: str = ""
    """Another one, if the peer can't be compared with the same."""

    def __call__(self, runs: Sequence[Run]) -> float | None:
        """Return it; a round in which either has no figure is none."""
        theirs = {run.round: self.pick(run.figures) for run in _counted(runs, self.peers_load or self.load, self.peer)}
        pairs = [(self.pick(run.figures), theirs.get(run.round)) for run in _counted(runs, self.load, "ours")]
        ratios = [a / b for a, b in pairs if a is not None and b]
        return median(ratios) if ratios else None


def spread(name: str, at: str = "p99") -> Pick:
    """Return what picks the median or p99 of a figure that is spread."""
    return lambda figures: figures[name][at] if figures.get(name) else None


def plain(name: str, factor: float = 1.0) -> Pick:
    """Return what picks a figure that is one number."""
    return lambda figures: None if figures.get(name) is None else figures[name] * factor


def taps_gone_wrong(figures: Figures) -> float:
    """Return how many taps were lost, or came before the tilt that belongs to them."""
    taps: dict[str, float] = figures["taps"]
    return taps["lost"] + taps["early"]


def slowest(figures: Figures) -> float:
    """Return the samples a second of the phone that sent fewest."""
    least: float = figures["samples"]["least"]
    return least


GROWTH_MB = plain("memory_growth", 2**-20)


def _counted(runs: Sequence[Run], load: str, relay: str) -> list[Run]:
    return [run for run in runs if run.load.name == load and run.relay == relay and run.counts]


def _all_keep_up(runs: Sequence[Run], compared: tuple[str, str]) -> bool:
    hertz = next(run.load.hertz for run in runs if run.load.name == compared[1])
    for relay, load in zip(("ours", "node"), compared, strict=True):
        ages = [age for run in _counted(runs, load, relay) if (age := spread("age")(run.figures)) is not None]
        if not ages or median(ages) > FLOOR * 1000 / hertz:
            return False
    return True


def _against_node(sentence: str, load: str, figure: str, most: float, peers_load: str = "") -> Bar:
    """Return a bar for a figure of ours divided by node's; a figure such as ``delay p99``."""
    peers_load = peers_load or load
    ratio = Ratio(load, spread(*figure.split()), peers_load=peers_load)
    peers_hertz = f" at {peers_load.partition('@')[2].partition('-')[0]} Hz" if peers_load != load else ""
    return Bar(f"{sentence}: {figure} ÷ node's{peers_hertz}", ratio, most=most, compared=(load, peers_load))


def _of_ours(
    sentence: str, load: str, pick: Pick, form: str = "{:.2f}", most: float = float("inf"), least: float = float("-inf")
) -> Bar:
    return Bar(sentence, OfOurs(load, pick), most, least, form)


BARS = (
    _against_node("4 × 60 Hz", "4x1", "delay p50", 2.0),
    _of_ours("4 × 60 Hz: delay p50, ms", "4x1", spread("delay", "p50"), most=1.0),
    _against_node("4 × 60 Hz", "4x1", "delay p99", 1.0),
    _against_node("30 × 60 Hz", "30x1", "delay p50", 2.0),
    _of_ours("30 × 60 Hz: delay p50, ms", "30x1", spread("delay", "p50"), most=1.0),
    _against_node("30 × 60 Hz", "30x1", "delay p99", 1.0),
    _against_node("160 × 60 Hz", "160x1", "delay p99", 0.7),
    _against_node("160 × 60 Hz, core 4 × slower", "160x1-slower4", "delay p99", 0.7),
    _against_node("160 × 60 Hz, core 5 × slower", "160x1-slower5", "delay p99", 0.7),
    _against_node("480 × 60 Hz", "480x1", "delay p99", 0.3),
    _against_node("480 × 60 Hz", "480x1", "age p99", 0.4),
    _of_ours("480 × 60 Hz: delivered", "480x1", plain("delivered"), "{:.1%}", least=0.99),
    _against_node("480 × 60 Hz, ten rooms", "480x10", "delay p99", 0.3),
    _against_node("480 × 60 Hz, ten rooms", "480x10", "age p99", 0.4),
    _of_ours("480 × 60 Hz, ten rooms: delivered", "480x10", plain("delivered"), "{:.1%}", least=0.99),
    _against_node("480 × 60 Hz, core 3 × slower", "480x1-slower3", "delay p99", 0.3),
    _against_node("480 × 60 Hz, core 3 × slower", "480x1-slower3", "age p99", 0.4),
    _against_node("480 × 60 Hz, ten rooms, core 3 × slower", "480x10-slower3", "delay p99", 0.3),
    _against_node("480 × 60 Hz, ten rooms, core 3 × slower", "480x10-slower3", "age p99", 0.4),
    _against_node("1000 × 40 Hz", "1000x1@40", "age p99", 0.4),
    _against_node("1000 × 40 Hz, ten rooms", "1000x10@40", "age p99", 0.4),
    _against_node("1000 × 40 Hz, core 3 × slower", "1000x1@40-slower3", "age p99", 0.4),
    _against_node("1000 × 40 Hz, ten rooms, core 3 × slower", "1000x10@40-slower3", "age p99", 0.4),
    _against_node(PACED, "1000x1-paced", "age p99", 0.3, "1000x1@40"),
    _against_node(f"{PACED}, core 3 × slower", "1000x1-paced-slower3", "age p99", 0.3, "1000x1@40-slower3"),
    _of_ours(f"{PACED}: age p99, ms", "1000x1-paced", spread("age"), "{:.0f}", most=60.0),
    _of_ours("most phones × 60 Hz with an age p99 ≤ 50 ms", "most", plain("most"), "{:.0f}", least=600),
    Bar("the same ÷ node's", Ratio("most", plain("most")), least=1.6),
    Bar("the same ÷ flask's", Ratio("most", plain("most"), "flask"), least=12.0, form="{:.0f}"),
    Bar("the same, core 3 × slower ÷ node's", Ratio("most-slower3", plain("most")), least=1.6),
    Bar(
        "the same, core 3 × slower ÷ flask's", Ratio("most-slower3", plain("most"), "flask"), least=12.0, form="{:.0f}"
    ),
    _against_node("160 × 60 Hz over TLS", "160x1-tls", "delay p99", 0.7),
    _against_node("320 × 60 Hz over TLS", "320x1-tls", "delay p99", 0.7),
    _against_node("160 × 60 Hz over TLS, core 4 × slower", "160x1-tls-slower4", "delay p99", 0.7),
    _against_node("320 × 60 Hz over TLS, core 3 × slower", "320x1-tls-slower3", "delay p99", 0.7),
    _of_ours("taps under 480 × 60 Hz: p99, ms", "480x1", spread("tap_delay"), "{:.1f}", most=30.0),
    Bar("the same: lost, or before their tilt", OfOurs("480x1", taps_gone_wrong, max), most=0, form="{:.0f}"),
    _of_ours("beside a display that reads slowly: memory grown, MB", "slow", GROWTH_MB, "{:.1f}", most=1.0),
    _of_ours("beside a display that reads nothing: memory grown, MB", "stuck", GROWTH_MB, "{:.1f}", most=1.0),
    _of_ours("30 over long-polling: samples/s of the slowest phone", "30x1-polling", slowest, "{:.0f}", least=20),
    _of_ours("the same: age p99, ms", "30x1-polling", spread("age"), "{:.0f}", most=100),
    _of_ours("300 seated and still: share of a core", "idle", plain("cpu"), "{:.1%}", most=0.03),
    _of_ours("300 join at once: seconds until all sit", "storm", plain("seated_after", 1e-3), "{:.1f}", most=3.0),
    _of_ours("the same: age p99 of those who play, ms", "storm", spread("age"), "{:.0f}", most=100),
)
"""In the order of the loads. Ratios are taken within a round, since machines differ by the minute."""
