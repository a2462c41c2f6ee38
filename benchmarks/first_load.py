"""How soon a visitor can tap Join, and how soon the tap has a seat, in a real Chromium.

``usable`` is when Join is painted and its handler is attached (``performance.mark("usable")`` in welcome.js), in
milliseconds since the navigation began, in a tab that is at rest. Phones are slower than the computers that measure:
``SLOWED`` times here.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks.chromium import chromium
from benchmarks.loads import Load
from benchmarks.servers import running

SLOWED = (4, 1)
"""How many times slower than it is the processor plays."""

BARS = {"first": 500.0, "second": 200.0, "first_bytes": 120_000.0}
"""The most that a median may be, with the processor slowed as much as it is slowed most."""

ROUNDS = 9
SETTLE_MS = 1000  # milliseconds; to ask meanwhile would slow the page further
MAX_SETTLES = 20  # settlings, on a busy machine
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "has_touch": True}

WATCH = """
addEventListener("click", () => performance.mark("tapped"), true);
new MutationObserver(() => document.body.dataset.number && performance.mark("seated"))
  .observe(document, {subtree: true, attributeFilter: ["data-number"]});
"""
TAP_AT_ONCE = """
new PerformanceObserver((list, self) => {
  const here = (name) => performance.getEntriesByName(name).length;
  if (!here("usable") || !here("first-contentful-paint")) return;
  self.disconnect();
  document.getElementById("join").click();
}).observe({entryTypes: ["mark", "paint"]});
"""
TOLD = """() => {
  const at = (name) => performance.getEntriesByName(name)[0]?.startTime ?? null;
  const files = performance.getEntriesByType("resource").concat(performance.getEntriesByType("navigation"))
    .filter(({name}) => !name.includes("socket.io/?"));
  return {
    painted: at("first-contentful-paint"),
    usable: Math.max(at("usable"), at("first-contentful-paint")),
    tapped: at("tapped"),
    seated: at("seated"),
    bytes: files.reduce((sum, {transferSize}) => sum + transferSize, 0),
  };
}"""

Told = dict[str, float]
Figures = dict[str, dict[str, float]]


def measure(rounds: int = ROUNDS) -> dict[str, Figures]:
    """Return figures of the phone's page, by how much the processor is slowed: ``{"4x": {"first": …}}``.

    - ``floor``: milliseconds until this browser shows a page that is one line of text
    - ``first``, ``second``: milliseconds until usable, with an empty cache and again
    - ``painted``: milliseconds until the first visit shows words
    - ``seated``: milliseconds until one who taps Join as soon as it is usable has a seat, with an empty cache
    - ``tap``: milliseconds from a tap to the seat, once the page is at rest
    - ``back``: milliseconds until a phone that had a seat has it again, after a reload
    - ``first_bytes``, ``second_bytes``: over the wire, until all is at rest

    Each has a ``median`` and a ``worst``.

    Raises:
        RuntimeError: there is no Chromium.
    """
    with (
        tempfile.TemporaryDirectory() as folder,
        running("ours", Load(1, paced=True), Path(folder)) as relay,
        chromium() as browser,
    ):
        code = _open_room(browser, relay.address)
        _visits(browser, relay.address, code, 1)  # nobody counts the browser's own start
        return {
            f"{slowed}x": _figures([_visits(browser, relay.address, code, slowed) for _ in range(rounds)])
            for slowed in SLOWED
        }


def table(figures: dict[str, Figures]) -> str:
    """Return figures in Markdown."""
    sentences = {
        "floor": "the browser's own floor, a page of one line, ms",
        "painted": "first words, ms",
        "first": "Join can be tapped, first visit, ms",
        "second": "Join can be tapped, second visit, ms",
        "seated": "seated, if tapped at once on the first visit, ms",
        "tap": "from a later tap to the seat, ms",
        "back": "seated again after a reload, ms",
        "first_bytes": "over the wire on the first visit, kB",
        "second_bytes": "on the second, kB",
    }
    rows = []
    for name, sentence in sentences.items():
        factor = 1e-3 if name.endswith("bytes") else 1.0
        cells = [f"{of[name]['median'] * factor:.0f} ({of[name]['worst'] * factor:.0f})" for of in figures.values()]
        rows.append(f"| {sentence} | {' | '.join([*cells, _verdict(name, figures, factor)])} |")
    head = "| median (worst) | " + " | ".join(f"processor slowed {slowed}" for slowed in figures) + " | bar |"
    return "\n".join([head, "| --- |" + " --- |" * (len(figures) + 1), *rows])


def _verdict(name: str, figures: dict[str, Figures], factor: float) -> str:
    """Return the bar of a figure, and whether it holds; nothing if it has none."""
    if name not in BARS:
        return ""
    holds = figures[f"{SLOWED[0]}x"][name]["median"] <= BARS[name]
    return f"≤ {BARS[name] * factor:.0f}: {'yes' if holds else '**no**'}"


def _open_room(browser: Browser, address: str) -> str:
    """Return the code of a room. Its display goes away again, for its painting would take time from the phone's."""
    page = browser.new_page()
    page.goto(address)
    page.wait_for_selector("#display[data-state=open]")
    code = page.locator("[data-code]").first.text_content() or ""
    page.close()
    return code


def _visits(browser: Browser, server: str, code: str, slowed: int) -> Told:
    """Let visitors come, one after the other: one takes time and comes twice, one taps at once and comes back.

    Before them comes one to a page that is a line of text.
    """
    address = f"{server}/{code}"
    with _visitor(browser) as context:
        line = _visit(context, f"{server}/healthz", slowed, "painted")
    with _visitor(browser) as context:
        first = _visit(context, address, slowed, "usable")
        second = _visit(context, address, slowed, "usable", tap=True)
    with _visitor(browser) as context:
        at_once = _visit(context, address, slowed, "seated", TAP_AT_ONCE)
        back = _visit(context, address, slowed, "seated")
    return {
        "floor": line["painted"],
        "painted": first["painted"],
        "first": first["usable"],
        "second": second["usable"],
        "seated": at_once["seated"],
        "tap": second["seated"] - second["tapped"],
        "back": back["seated"],
        "first_bytes": first["bytes"],
        "second_bytes": second["bytes"],
    }


@contextmanager
def _visitor(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(is_mobile=True, **PHONE)
    yield context
    context.close()


def _visit(context: BrowserContext, address: str, slowed: int, until: str, script: str = "", tap: bool = False) -> Told:
    page: Page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    page.add_init_script(WATCH + script)
    # A tab that was just made still prepares itself: some 100 ms of a slowed processor, which are not the page's.
    page.wait_for_timeout(SETTLE_MS)
    page.goto(address)
    told = _told(page, until)
    if tap:
        page.evaluate("document.getElementById('join').click()")
        told = _told(page, "seated")
    page.close()
    return told


def _told(page: Page, until: str) -> Told:
    """Return what the page tells, once something has happened and it is at rest."""
    for _ in range(MAX_SETTLES):
        page.wait_for_timeout(SETTLE_MS)
        told: Told = page.evaluate(TOLD)
        if told[until]:
            return told
    raise RuntimeError(f"The page is not {until} after {MAX_SETTLES * SETTLE_MS} ms.")


def _figures(visits: list[Told]) -> Figures:
    names = list(visits[0])
    values = {name: [visit[name] for visit in visits] for name in names}
    return {name: {"median": round(median(values[name]), 1), "worst": round(max(values[name]), 1)} for name in names}
