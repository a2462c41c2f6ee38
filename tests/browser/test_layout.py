"""Layout of the display: words and code within the safe margin on every screen shape."""

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
import zxingcpp
from playwright.sync_api import Browser

from controller_app.core.protocol import PHONE_NAMESPACE
from tests.support.clients import Client
from tests.support.pages import BigScreen
from tests.support.running import MANY_PEOPLE, ROOT, RunningServer

SIZES = [
    *((1920, 1080), (1280, 720), (2560, 1080), (1280, 800)),
    *((1024, 768), (1400, 1050), (800, 600), (1280, 1024)),
    *((1000, 1000), (1080, 1350), (768, 1024), (600, 1024), (1080, 1920)),
]
SHAPES = [*((size, 5) for size in SIZES), *(((1024, 768), margin) for margin in (0, 10)), ((768, 1024), 10)]
"""Size in CSS pixels; safe margin in percent."""

SEATS = 40
ADDRESS = "https://spielzimmer-laptop.local:8443"
TITLE = "The Very Long Evening of Lanterns, Paper Boats and Slowly Sinking Constellations"
HINT = "Lean gently to the left or right, then tap to let your lantern sail on the river"
NOTICE = "No phone is away, so no place is free to take."

WORDS = """[...document.querySelectorAll('#welcome > *, #corner-code > *, #qr, #seats li, #now-playing > *, #notice')]
  .filter(one => one.checkVisibility({opacityProperty: true}) && (one.id === 'qr' || one.textContent))
  .map(one => { const {left, top, right, bottom} = one.getBoundingClientRect();
                const name = one.id || `${one.parentElement.id} ${one.textContent}`;
                return {name, left, top, right, bottom, spills: one.scrollWidth > one.clientWidth + 1}; })"""


class Box(NamedTuple):
    """Where something is written, in CSS pixels."""

    name: str
    left: float
    top: float
    right: float
    bottom: float
    spills: bool

    def covers(self, other: "Box") -> bool:
        """Whether both want the same place; a pixel is rounding."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 1 and down > 1


@pytest.fixture(scope="module")
def talkative(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server with a long address, whose visual has the longest title and hint that there may be."""
    visual = tmp_path_factory.mktemp("visuals") / "lanterns"
    visual.mkdir()
    lights = ROOT / "static" / "visuals" / "lights"
    sentences = json.loads((lights / "locales" / "en.json").read_text())
    (visual / "locales").mkdir()
    (visual / "locales" / "en.json").write_text(json.dumps({**sentences, "title": TITLE, "hint": HINT}))
    (visual / "visual.json").write_text((lights / "visual.json").read_text())
    (visual / "visual.js").write_text("export default () => ({ draw() {} });")
    (visual / "preview.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 23 10"/>')
    address = ("--address", "spielzimmer-laptop.local", "--phone-https-port", "8443", "--qr", "https")
    shown = ("--visuals", str(visual.parent), "--visual", "lanterns")
    server = RunningServer(tmp_path_factory.mktemp("instance"), *MANY_PEOPLE, *address, *shown).start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def screens(browser: Browser, talkative: RunningServer) -> Iterator[dict[str, BigScreen]]:
    """The display in each of its states; 40 phones are in, but for the lobby."""
    made = {state: BigScreen(browser, talkative.http) for state in ("lobby", "corner", "full")}
    phones = []
    for state in ("corner", "full"):
        joins = {"room": made[state].code}
        phones += [Client(talkative.http, PHONE_NAMESPACE, joins) for _ in range(SEATS)]
        made[state].wait_for_phones(SEATS)
    made["full"].press("q")
    yield made
    for phone in phones:
        phone.close()
    for screen in made.values():
        screen.close()


@pytest.mark.parametrize(("size", "margin"), SHAPES, ids=str)
@pytest.mark.parametrize("state", ["lobby", "corner", "full"])
def test_no_line_covers_another_and_a_television_crops_none(
    screens: dict[str, BigScreen], state: str, size: tuple[int, int], margin: int
) -> None:
    screen = screens[state]
    screen.page.set_viewport_size({"width": size[0], "height": size[1]})
    screen.page.evaluate("margin => document.documentElement.style.setProperty('--safe', margin)", margin)
    screen.wait_until(f"document.querySelector('#display').dataset.invite === '{state}'")
    screen.press("t")  # once more, as a notice stays for seconds only
    screen.page.get_by_text(NOTICE).wait_for(state="visible")
    screen.page.evaluate("Promise.all(document.getAnimations().map(one => one.finished.catch(() => 0)))")

    boxes = [Box(**box) for box in screen.page.evaluate(WORDS)]

    names = {box.name for box in boxes}
    assert {"qr", "notice"} < names
    assert len(names) >= (SEATS if state != "lobby" else 6)
    assert [box.name for box in boxes if box.spills and box.name != "qr"] == []
    assert [f"{one.name} / {other.name}" for one, other in combinations(boxes, 2) if one.covers(other)] == []
    (left, right), (top, bottom) = ((margin / 100 * side, (1 - margin / 100) * side) for side in size)
    outside = [box for box in boxes if box.left < left - 1 or box.right > right + 1 or box.top < top - 1]
    assert [*outside, *(box for box in boxes if box.bottom > bottom + 1)] == []

    seen = np.asarray(screen.picture().crop((round(left), round(top), round(right), round(bottom))))
    assert [found.text for found in zxingcpp.read_barcodes(seen)] == [f"{capitals(ADDRESS)}/{screen.code}"]


def test_the_margin_is_the_screens_own(browser: Browser, tmp_path: Path) -> None:
    server = RunningServer(tmp_path, "--margin", "2.5", https=False).start()
    screen = BigScreen(browser, server.http)
    safe = "getComputedStyle(document.documentElement).getPropertyValue('--safe')"
    assert screen.page.evaluate(safe) == "2.5"

    for _ in range(3):
        screen.press("+")
    screen.page.get_by_text("Words keep 5.5 % from the edges.").wait_for(state="visible")
    screen.page.reload()
    screen.wait_until("document.querySelector('#display').dataset.state === 'open'")

    assert screen.page.evaluate(safe) == "5.5"
    left = "document.querySelector('#welcome').getBoundingClientRect().left / innerWidth"
    assert screen.page.evaluate(left) == pytest.approx(0.055, abs=0.001)
    screen.close()
    server.stop()


def capitals(address: str) -> str:
    """Return an address as a QR has it."""
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.upper()}"
