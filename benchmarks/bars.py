"""What the relay must show, and whether a run shows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Protocol

from benchmarks.measure import Figures
from benchmarks.rounds import Run

FLOOR = 1.15
"""Age at p99, in periods of the samples, up to which a relay keeps up: no relay can make a sample younger than one
period, so where both keep up, a ratio of what is left says nothing that a visitor could feel."""

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


def _counted(runs: Sequence[Run], load: str, relay: str) -> list[Run]:
    return [run for run in runs if run.load.name == load and run.relay == relay and run.counts]


def _all_keep_up(runs: Sequence[Run], compared: tuple[str, str]) -> bool:
    hertz = next(run.load.hertz for run in runs if run.load.name == compared[1])
    for relay, load in zip(("ours", "node"), compared, strict=True):
        ages = [age for run in _counted(runs, load, relay) if (age := spread("age")(run.figures)) is not None]
        if not ages or median(ages) > FLOOR * 1000 / hertz:
            return False
    return True


def _against_node(sentence: str, load: str, name: str, most: float, at: str = "p99") -> Bar:
    return Bar(f"{sentence}: {name} {at} ÷ node's", Ratio(load, spread(name, at)), most=most, compared=(load, load))


BARS = (
    *(
        bar
        for load, sentence in (("4x1", "4 × 60 Hz"), ("30x1", "30 × 60 Hz"))
        for bar in (
            _against_node(sentence, load, "delay", 2.0, at="p50"),
            Bar(f"{sentence}: delay p50, ms", OfOurs(load, spread("delay", "p50")), most=1.0),
            _against_node(sentence, load, "delay", 1.0),
        )
    ),
    _against_node("160 × 60 Hz", "160x1", "delay", 0.7),
    *(
        _against_node(f"160 × 60 Hz, core {slower} × slower", f"160x1-slower{slower}", "delay", 0.7)
        for slower in (4, 5)
    ),
    *(
        bar
        for load, sentence in (
            ("480x1", "480 × 60 Hz"),
            ("480x10", "480 × 60 Hz, ten rooms"),
        )
        for bar in (
            _against_node(sentence, load, "delay", 0.3),
            _against_node(sentence, load, "age", 0.4),
            Bar(f"{sentence}: delivered", OfOurs(load, plain("delivered")), least=0.99, form="{:.1%}"),
        )
    ),
    *(
        bar
        for load, sentence in (
            ("480x1-slower3", "480 × 60 Hz, core 3 × slower"),
            ("480x10-slower3", "480 × 60 Hz, ten rooms, core 3 × slower"),
        )
        for bar in (_against_node(sentence, load, "delay", 0.3), _against_node(sentence, load, "age", 0.4))
    ),
    _against_node("1000 × 40 Hz", "1000x1@40", "age", 0.4),
    _against_node("1000 × 40 Hz, ten rooms", "1000x10@40", "age", 0.4),
    _against_node("1000 × 40 Hz, core 3 × slower", "1000x1@40-slower3", "age", 0.4),
    _against_node("1000 × 40 Hz, ten rooms, core 3 × slower", "1000x10@40-slower3", "age", 0.4),
    *(
        Bar(
            f"1000 that would like 60 Hz, pacing on{told}: age p99 ÷ node's at 40 Hz",
            Ratio(f"1000x1-paced{core}", spread("age"), peers_load=f"1000x1@40{core}"),
            most=0.3,
            compared=(f"1000x1-paced{core}", f"1000x1@40{core}"),
        )
        for core, told in (("", ""), ("-slower3", ", core 3 × slower"))
    ),
    Bar(
        "1000 that would like 60 Hz, pacing on: age p99, ms",
        OfOurs("1000x1-paced", spread("age")),
        most=60.0,
        form="{:.0f}",
    ),
    Bar("most phones × 60 Hz with an age p99 ≤ 50 ms", OfOurs("most", plain("most")), least=600, form="{:.0f}"),
    *(
        bar
        for core, told in (("", ""), ("-slower3", ", core 3 × slower"))
        for bar in (
            Bar(f"the same{told} ÷ node's", Ratio(f"most{core}", plain("most")), least=1.6),
            Bar(f"the same{told} ÷ flask's", Ratio(f"most{core}", plain("most"), "flask"), least=12.0, form="{:.0f}"),
        )
    ),
    *(
        _against_node(f"{load.partition('x')[0]} × 60 Hz over TLS", load, "delay", 0.7)
        for load in ("160x1-tls", "320x1-tls")
    ),
    *(
        _against_node(
            f"{phones} × 60 Hz over TLS, core {slower} × slower", f"{phones}x1-tls-slower{slower}", "delay", 0.7
        )
        for phones, slower in ((160, 4), (320, 3))
    ),
    Bar("taps under 480 × 60 Hz: p99, ms", OfOurs("480x1", spread("tap_delay")), most=30.0, form="{:.1f}"),
    Bar(
        "the same: lost, or before their tilt",
        OfOurs("480x1", lambda figures: figures["taps"]["lost"] + figures["taps"]["early"], max),
        most=0,
        form="{:.0f}",
    ),
    *(
        Bar(f"{sentence}: memory grown, MB", OfOurs(load, plain("memory_growth", 2**-20)), most=1.0, form="{:.1f}")
        for load, sentence in (
            ("slow", "beside a display that reads slowly"),
            ("stuck", "beside a display that reads nothing"),
        )
    ),
    Bar(
        "30 over long-polling: samples/s of the slowest phone",
        OfOurs("30x1-polling", lambda figures: figures["samples"]["least"]),
        least=20,
        form="{:.0f}",
    ),
    Bar("the same: age p99, ms", OfOurs("30x1-polling", spread("age")), most=100, form="{:.0f}"),
    Bar("300 seated and still: share of a core", OfOurs("idle", plain("cpu")), most=0.03, form="{:.1%}"),
    Bar(
        "300 join at once: seconds until all sit",
        OfOurs("storm", plain("seated_after", 1e-3)),
        most=3.0,
        form="{:.1f}",
    ),
    Bar("the same: age p99 of those who play, ms", OfOurs("storm", spread("age")), most=100, form="{:.0f}"),
)
"""In the order of the loads. Ratios are taken within a round, since machines differ by the minute."""
