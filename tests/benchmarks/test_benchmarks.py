"""Tests of the benchmark's harness on every relay: that it measures, never how fast."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import bars, report
from benchmarks.brake import braked
from benchmarks.loads import LOADS, QUICK, Load
from benchmarks.machine import HERE
from benchmarks.measure import Figures
from benchmarks.rounds import Run, rounds
from benchmarks.search import most_phones
from benchmarks.servers import RELAYS
from benchmarks.summary import summary
from tools import marked

SPREADS = ("delay", "age", "tap_delay", "lateness")


def figures(p99: float = 2.0, late: float = 1.0, **more: Any) -> Figures:
    spread = {"p50": 1.0, "p99": p99, "most": p99}
    return {
        **dict.fromkeys(("delay", "age", "tap_delay"), spread),
        "lateness": {"p50": 0.0, "p99": late, "most": late},
        "taps": {"sent": 4, "lost": 0, "early": 0},
        "delivered": 1.0,
        "frames": 60.0,
        "cpu": 0.1,
        "cpu_per_phone": 0.02,
        "waited": 0.0,
        "stolen": 0.0,
        "memory_peak": 2**26,
        **more,
    }


@pytest.fixture(scope="module")
def quick(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("the load generator needs Node and npm")
    if not (HERE / "node_modules").is_dir():
        pytest.skip("the load generator needs `make bench` or `npm ci` in benchmarks/ once")
    out = tmp_path_factory.mktemp("bench") / "figures.json"
    command = [sys.executable, "-m", "benchmarks", "--quick", "--out", str(out)]
    subprocess.run(command, cwd=HERE.parent, check=True, capture_output=True, timeout=280)
    runs: list[dict[str, Any]] = json.loads(out.read_text())["runs"]
    return runs


@pytest.mark.smoke
@pytest.mark.timeout(300)
def test_every_relay_is_measured_under_every_load(quick: list[dict[str, Any]]) -> None:
    assert {(run["load"]["name"], run["relay"]) for run in quick} == {
        (load.name, relay) for load in QUICK for relay in RELAYS if relay == "ours" or not load.paced
    }


@pytest.mark.smoke
@pytest.mark.timeout(300)
def test_every_figure_is_there_and_sane(quick: list[dict[str, Any]]) -> None:
    for run in quick:
        told = run["figures"]
        assert "failed" not in told, run
        assert 0 <= told["delivered"] <= 1, run
        assert told["frames"] >= 0, run
        assert told["taps"]["sent"] > 0, run
        for name in SPREADS:
            spread = told[name]
            assert spread is None or 0 <= spread["p50"] <= spread["p99"] <= spread["most"], run


@pytest.mark.smoke
@pytest.mark.timeout(300)
def test_ours_delivers_while_it_is_measured(quick: list[dict[str, Any]]) -> None:
    for run in quick:
        if run["relay"] == "ours":
            assert run["figures"]["delivered"] > 0, run
            assert run["figures"]["lost"] == 0, run
            assert None not in [run["figures"][name] for name in SPREADS], run


def test_a_run_that_was_disturbed_does_not_count() -> None:
    assert Run(LOADS[0], "ours", 1, figures()).counts
    assert not Run(LOADS[0], "ours", 1, figures(late=6.0)).counts
    assert not Run(LOADS[0], "ours", 1, figures(waited=0.2)).counts
    assert not Run(LOADS[0], "ours", 1, figures(stolen=0.1)).counts
    assert not Run(LOADS[0], "ours", 1, figures(cpu=0.5, share=1 / 3)).counts


@pytest.mark.skipif(sys.platform != "linux", reason="a process's state is in /proc only on Linux")
def test_a_braked_process_is_stopped_again_and_again_and_goes_on_in_the_end() -> None:
    def state() -> str:
        return Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()[0]

    process = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        with braked(process.pid, 50):
            seen: set[str] = set()
            while seen < {"T", "R"}:  # the test's own time is over if it never comes to that
                seen.add(state())
    finally:
        process.terminate()  # which a stopped process doesn't hear

    assert process.wait() == -signal.SIGTERM


def test_a_relay_that_has_collapsed_is_spared_what_is_heavier(tmp_path: Path) -> None:
    def measure(load: Load, relay: str, _: Path) -> Figures:
        return figures(p99=9000.0 if relay == "flask" and load.phones >= 80 else 2.0)

    done = list(rounds([Load(30), Load(80), Load(160)], ["ours", "flask"], 2, tmp_path, measure=measure))

    assert [run.load.phones for run in done if run.relay == "flask"] == [30, 80, 30, 80]
    assert [run.load.phones for run in done if run.relay == "ours"] == [30, 80, 160, 30, 80, 160]


def test_a_run_that_does_not_count_is_made_again(tmp_path: Path) -> None:
    late = [9.0, 9.0, 1.0]

    def measure(*_: object) -> Figures:
        return figures(late=late.pop(0))

    done = list(rounds([Load(4)], ["ours"], 1, tmp_path, measure=measure))

    assert [run.counts for run in done] == [True]


def test_the_table_has_medians_their_spread_and_ratios_within_a_round() -> None:
    runs = [Run(LOADS[0], relay, n, figures(p99)) for relay, values in
            {"ours": (2.0, 3.0, 9.0), "node": (4.0, 4.0, 4.0)}.items() for n, p99 in enumerate(values)]  # fmt: skip
    text = report.tables("2026-11-22", {"cores": 2}, runs)

    assert "| ours | 1.0 / 3.0 (2.0–9.0) |" in text
    assert "| 0.75 (0.50–2.25) |" in text


def test_a_bar_that_is_missed_counts_only_where_a_relay_falls_behind() -> None:
    def row(ours: float, node: float, age: float) -> str:
        pair = {"ours": ours, "node": node}
        late = {"p50": age / 2, "p99": age, "most": age}
        runs = [Run(Load(160), relay, 1, {**figures(p99), "age": late}) for relay, p99 in pair.items()]
        return next(line for line in bars.table(runs) if line.startswith("| 160"))

    assert "| ≤ 0.70 | 0.50 | yes |" in row(1.0, 2.0, 60.0)
    assert "| ≤ 0.70 | 2.00 | **no** |" in row(2.0, 1.0, 60.0)
    assert "| ≤ 0.70 | 2.00 | both keep up |" in row(2.0, 1.0, 17.0)


def test_a_paced_load_that_falls_behind_is_not_excused_by_an_unpaced_one() -> None:
    def aged(p99: float) -> Figures:
        return {**figures(), "age": {"p50": p99 / 2, "p99": p99, "most": p99}}

    paced, unpaced = Load(1000, paced=True, warm=10.0), Load(1000, hertz=40)
    runs = [Run(paced, "ours", 1, aged(2500)), Run(unpaced, "ours", 1, aged(25)), Run(unpaced, "node", 1, aged(26))]

    assert "| ≤ 0.30 | 96.15 | **no** |" in "\n".join(bars.table(runs))


def test_a_run_that_failed_costs_no_table() -> None:
    runs = [Run(load, "ours", 1, {"failed": "No figures came."}) for load in LOADS]

    assert not any(run.counts for run in runs)
    assert "no figures: No figures came." in report.tables("2026-11-22", {"cores": 2}, runs)


def test_a_full_run_replaces_what_the_last_one_wrote() -> None:
    document = "before\n<!-- figures -->\nold\n<!-- end of figures -->\nafter\n"

    written = marked.replace(document, report.MARK, "new")

    assert written == "before\n<!-- figures -->\n\nnew\n\n<!-- end of figures -->\nafter\n"


def test_a_summary_keeps_median_least_and_most_of_the_runs_that_count() -> None:
    runs = [Run(LOADS[0], "ours", n, figures(p99)) for n, p99 in enumerate((2.0, 3.0, 9.0))]
    disturbed = Run(LOADS[0], "ours", 3, figures(50.0, late=9.0))
    (row,) = json.loads(summary("2026-11-22", {"cores": 2}, [*runs, disturbed], {"page": {"p50": 1.23456}}))["runs"]

    assert row["rounds"] == 3
    assert row["figures"]["age"]["p99"] == [3.0, 2.0, 9.0]


def test_a_tap_lost_in_one_round_of_three_is_a_tap_lost() -> None:
    lost: dict[str, Any] = {"taps": {"sent": 400, "lost": 1, "early": 0}}
    runs = [Run(Load(480), "ours", n, figures(**(lost if n == 2 else {}))) for n in range(3)]

    assert "| the same: lost, or before their tilt | ≤ 0 | 1 | **no** |" in bars.table(runs)


def test_a_bar_that_was_asked_for_and_not_measured_says_so() -> None:
    text = "\n".join(bars.table([Run(Load(480), "ours", 1, figures(late=9.0)), Run(Load(480), "node", 1, figures())]))

    assert "| 480 × 60 Hz: delivered | ≥ 99.0% | – | not measured: no run counted |" in text
    assert "1000" not in text


@pytest.mark.parametrize(("carries", "most"), [(0, 0), (10, 10), (170, 160), (1150, 1100), (5000, 1800)])
def test_the_search_finds_how_many_phones_a_relay_carries(carries: int, most: int) -> None:
    def measure(load: Load) -> Figures:
        return figures(p99=20.0 if load.phones <= carries else 300.0, samples={"all": load.weight, "least": 60.0})

    assert most_phones(Load(1800, search=True), measure) == most


def test_phones_that_the_generator_could_not_play_are_not_carried() -> None:
    def measure(load: Load) -> Figures:
        played = min(load.weight, 60_000)
        return figures(p99=20.0, late=700.0 * (played < load.weight), samples={"all": played, "least": 30.0})

    assert most_phones(Load(1800, search=True), measure) == 1000


def test_names_of_loads_differ() -> None:
    assert len({load.name for load in LOADS}) == len(LOADS)
