"""``make bench``: compares the relay with its peers on this computer, in one run."""

import shutil
import signal
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from benchmarks import report
from benchmarks.loads import LOADS, QUICK, Load
from benchmarks.machine import HERE, description
from benchmarks.pages import PAGES, measured, tables
from benchmarks.rounds import AGAIN, Run, rounds
from benchmarks.servers import RELAYS
from benchmarks.summary import summary
from tools import marked

DOCUMENT = HERE.parent / "docs" / "performance.md"

RESULTS = HERE / "results"

ROUNDS = 3
"""Of a full run; fewer don't go into the document."""


@click.command()
@click.option("--only", default="", help="loads to run, by name and with commas; --list shows the names")
@click.option("--relays", default=",".join(RELAYS), show_default=True, help="relays to compare")
@click.option("--rounds", "count", default=ROUNDS, show_default=True, help="how often everything is run")
@click.option("--quick", is_flag=True, help="one short round: shows that the harness works, and nothing about speed")
@click.option("--seconds", type=float, help="how long each load is measured")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="file for every figure")
@click.option("--list", "listed", is_flag=True, help="show the names of the loads")
def main(
    only: str, relays: str, count: int, quick: bool, seconds: float | None, out: Path | None, listed: bool
) -> None:
    """Measure the relays. A full run takes 50 minutes and rewrites the tables in docs/performance.md."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))  # or the relay would go on without us
    if listed:
        titles = {load.name: load.title for load in LOADS} | {name: page.title for name, page in PAGES.items()}
        click.echo("\n".join(f"{name:<14} {title}" for name, title in titles.items()))
        return
    if shutil.which("node") is None:
        raise click.ClickException("The load generator needs Node; see https://nodejs.org.")
    loads, names = picked(QUICK if quick else LOADS, only, seconds), asked_pages(only, quick)
    date = datetime.now(UTC).strftime("%Y-%m-%d")
    is_full = not (only or quick or seconds) and relays == ",".join(RELAYS) and count >= ROUNDS
    machine = description()  # of the commit that is measured; another may come meanwhile
    runs = run_all(loads, relays.split(","), *((1, 0) if quick else (count, AGAIN)))
    file = out or RESULTS / "latest.json"
    report.write_json(file, date, machine, runs, {})  # a browser that fails costs nobody an hour
    pages = measured(names)
    report.write_json(file, date, machine, runs, pages)
    text = "\n\n".join([report.tables(date, machine, runs), *tables(pages)])
    if is_full:
        (RESULTS / f"{date}.json").write_text(summary(date, machine, runs, pages), encoding="utf-8")
        DOCUMENT.write_text(marked.replace(DOCUMENT.read_text(encoding="utf-8"), report.MARK, text), encoding="utf-8")
    click.echo(f"\n{text}")


def picked(loads: tuple[Load, ...], only: str, seconds: float | None) -> list[Load]:
    """Return the loads with these names, all if there are none."""
    by_name = {load.name: load for load in loads}
    names = only.split(",") if only else list(by_name)
    if unknown := [name for name in names if name not in {*by_name, *PAGES}]:
        raise click.BadParameter(
            f"{', '.join(unknown)}; there are: {', '.join([*by_name, *PAGES])}", param_hint="--only"
        )
    return [replace(by_name[name], seconds=seconds or by_name[name].seconds) for name in names if name in by_name]


def asked_pages(only: str, quick: bool) -> list[str]:
    """Return the names of what is measured in a browser: all in a full run."""
    return [name for name in PAGES if name in only.split(",") or not (only or quick)]


def run_all(loads: list[Load], relays: list[str], count: int, again: int) -> list[Run]:
    """Run everything, and say each run's figures as soon as they are there."""
    runs = []
    with tempfile.TemporaryDirectory() as folder:
        for run in rounds(loads, relays, count, Path(folder), again):
            click.echo(report.one_line(run))
            runs.append(run)
    return runs


main()
