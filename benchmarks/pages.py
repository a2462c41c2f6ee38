"""What is measured in a real Chromium, by the names that ``--only`` takes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks import first_load, hand_to_eye, script_time


@dataclass(frozen=True)
class PageMeasure:
    """Something that pages do, measured and told."""

    title: str
    measure: Callable[[], Any]
    table: Callable[[Any], str]


PAGES: Mapping[str, PageMeasure] = {
    "hand-to-eye": PageMeasure("From the hand to the eye", hand_to_eye.measure, hand_to_eye.table),
    "script-time": PageMeasure("Script of a frame at 1920 × 1080", script_time.measure, script_time.table),
    "first-load": PageMeasure("The phone's page", first_load.measure, first_load.table),
}


def tables(figures: Mapping[str, Any]) -> list[str]:
    """Return a title and a table for each that was measured."""
    return [f"### {PAGES[name].title}\n\n{PAGES[name].table(of)}" for name, of in figures.items()]


def measured(names: Sequence[str]) -> dict[str, Any]:
    """Measure each; return its figures by its name."""
    return {name: PAGES[name].measure() for name in names}
