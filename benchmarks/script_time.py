"""Script time of the display for a painted frame, while all phones move.

Every visual is measured with forty phones, or as many as it is made for, and with the most it is made for.
Every folder under static/visuals/ is measured, in a real Chromium of 1920 × 1080, by the browser's own tracing.
"""

import json
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.chromium import chromium
from benchmarks.hands import MAIN, playing
from benchmarks.loads import Load
from benchmarks.servers import ROOT, Running, running

PHONES = 40
"""A class or a party, if the visual is made for so many; each is measured with its own most as well."""

SIZE = {"width": 1920, "height": 1080}
HERTZ = 60.0
"""Frames a second of the display that is meant."""

SETTLE_S = 4.0  # seconds until a visual has its phones and its hot code is compiled
TRACE_S = 5.0  # seconds of one trace
MIN_FRAMES = 120  # frames
MAX_TRACE_S = 40.0  # seconds

BAR = 4.0
"""Milliseconds of script that a frame may take at p95."""

CATEGORIES = ("-*", "devtools.timeline", "v8.execute")
DRAW = "FireAnimationFrame"
SCRIPT = {DRAW, "FunctionCall", "v8.callFunction", "TimerFire", "RunMicrotasks", "MinorGC", "MajorGC"}

ONE_PIXEL = """
const take = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (...how) {
  const gl = take.apply(this, how);
  if (!(gl instanceof WebGL2RenderingContext) || gl.isCut) return gl;
  gl.isCut = true;
  gl.enable(gl.SCISSOR_TEST);
  gl.scissor(0, 0, 1, 1);
  gl.scissor = () => {};
  const disable = gl.disable.bind(gl);
  gl.disable = (what) => what === gl.SCISSOR_TEST || disable(what);
  return gl;
};
"""
"""Cuts the picture to one pixel. The script does all it always does, and where software stands in for a graphics chip,
frames come some ten times as often: enough of them for a p95."""

Figures = dict[str, float]
"""p50, p95 and max: milliseconds of script for a frame; draw_p95: of that, in the visual and what calls it; frames:
how many were seen, and per_second, painted by whatever this computer has."""

Event = dict[str, Any]
"""As the trace has it; times in microseconds. ``tdur`` counts only while the thread had a core."""


def measure() -> dict[str, Figures]:
    """Measure every visual; return its figures by its name and the number of phones.

    Raises:
        RuntimeError: there is no Chromium.
    """
    figures = {}
    with chromium() as browser:
        for phones, names in crowds().items():
            figures |= measured_with(browser, phones, names)
    return dict(sorted(figures.items()))


def table(figures: dict[str, Figures]) -> str:
    """Return figures in Markdown."""
    head = (
        f"| visual, phones | script of a frame p50 / p95 / most, ms | p95 ≤ {BAR:g} ms | in drawing p95, ms "
        "| frames seen |"
    )
    rows = [
        f"| {name} | {of['p50']:.1f} / {of['p95']:.1f} / {of['max']:.1f} | {'yes' if of['p95'] <= BAR else '**no**'} "
        f"| {of['draw_p95']:.1f} | {of['frames']:.0f} |"
        for name, of in figures.items()
    ]
    return "\n".join([head, "| --- | --- | --- | --- | --- |", *rows])


def crowds() -> dict[int, list[str]]:
    """Return the names of the visuals to measure, by how many phones they are measured with."""
    found: dict[int, list[str]] = {}
    for card in sorted((ROOT / "static" / "visuals").glob("*/visual.json")):
        most: int = json.loads(card.read_text(encoding="utf-8"))["players"]["most"]
        for phones in {min(PHONES, most), most}:
            found.setdefault(phones, []).append(card.parent.name)
    return found


def measured_with(browser: Browser, phones: int, names: list[str]) -> dict[str, Figures]:
    """Let so many phones play each of these visuals; return figures by visual and number of phones."""
    with tempfile.TemporaryDirectory() as folder, running("ours", Load(phones, paced=True), Path(folder)) as server:
        page = open_display(browser, server)
        with playing(page, server, phones):
            figures = {f"{name}, {phones}": measured(browser, page, name) for name in names}
        page.close()
    return figures


def open_display(browser: Browser, server: Running) -> Page:
    """Open a display's page and wait until its room is open."""
    page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
    page.add_init_script(ONE_PIXEL)
    page.goto(server.address)
    page.wait_for_selector("#display[data-state=open]")
    return page


def measured(browser: Browser, page: Page, visual: str) -> Figures:
    """Show a visual and return its figures."""
    page.evaluate(f"visual => {MAIN}.then(({{connection}}) => connection.emit('show', {{visual}}))", visual)
    page.wait_for_timeout(SETTLE_S * 1000)
    began = time.monotonic()
    frames: list[tuple[float, float]] = []
    seconds = 0.0
    while len(frames) < MIN_FRAMES and time.monotonic() - began < MAX_TRACE_S:
        browser.start_tracing(page=page, categories=list(CATEGORIES))
        page.wait_for_timeout(TRACE_S * 1000)
        frames += frames_of(json.loads(browser.stop_tracing())["traceEvents"])
        seconds += TRACE_S
    if not frames:
        raise RuntimeError(f"{visual} painted nothing in {MAX_TRACE_S} s.")
    script = sorted(draw + rest for draw, rest in frames)
    return {
        **{name: at(script, share) for name, share in (("p50", 0.5), ("p95", 0.95), ("max", 1.0))},
        "draw_p95": at(sorted(draw for draw, _ in frames), 0.95),
        "frames": len(frames),
        "per_second": len(frames) / seconds,
    }


def frames_of(events: Iterable[Event]) -> list[tuple[float, float]]:
    """Return for each frame but the first the milliseconds of script that drew it, and of all other script before it.

    What else is done, such as taking messages, comes by the clock and not by the frame: where frames are farther apart
    than 1/60 s, only the share of 1/60 s counts.
    """
    found: list[tuple[float, float]] = []
    rest, before = 0.0, 0.0
    for event in outermost(events):
        if event["name"] != DRAW:
            rest += event["tdur"] / 1000
            continue
        if before:
            seconds = (event["ts"] - before) / 1e6
            found.append((event["tdur"] / 1000, rest * min(1.0, 1 / HERTZ / seconds)))
        rest, before = 0.0, event["ts"]
    return found


def outermost(events: Iterable[Event]) -> Iterator[Event]:
    """Return the calls into script of the thread that draws, in order, without those inside others."""
    whole = [event for event in events if event["ph"] == "X" and event["name"] in SCRIPT and "tdur" in event]
    drawing = next(((event["pid"], event["tid"]) for event in whole if event["name"] == DRAW), None)
    end = 0.0
    for event in sorted(whole, key=lambda event: (event["ts"], -event["dur"])):
        if (event["pid"], event["tid"]) == drawing and event["ts"] >= end:
            end = event["ts"] + event["dur"]
            yield event


def at(ordered: list[float], share: float) -> float:
    """Return the value below which a share of ordered values lies."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
