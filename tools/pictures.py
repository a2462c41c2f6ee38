"""Pictures of the real display: the README's, and every visual's in four states.

    python -m tools.pictures          writes docs/pictures/: readme.jpg, and NAME-STATE.jpg of every visual

The states: nobody is in, one phone, a crowd, and the crowd some time later.
"""

import io
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from controller_app.machine import visuals
from tests.support.chromium import ARGUMENTS
from tests.support.pages import FULL_HD, BigScreen, Handset
from tests.support.running import ROOT, RunningServer
from tools.find_browser import find

FILE = Path(__file__).parent.parent / "docs" / "pictures" / "readme.jpg"
PHONES = 6
STATES = (("nobody", 0, 3), ("one", 1, 4), ("crowd", 9, 8), ("later", 0, 12))
"""Name, how many phones come, and seconds until the picture."""

SIZE = {"width": 1280, "height": 720}
SMALL = (960, 540)
STEPS = 60
HEIGHT = 720
GAP = 24


def take() -> Image.Image:
    """Return display and phone side by side."""
    with tempfile.TemporaryDirectory() as instance, sync_playwright() as playwright:
        server = RunningServer(Path(instance)).start()
        browser = playwright.chromium.launch(executable_path=str(find()), args=ARGUMENTS)
        screen = BigScreen(browser, server.http, size=FULL_HD)
        hands = [_seated(Handset(browser, f"{server.http}/{screen.code}")) for _ in range(PHONES)]
        _paint(screen, hands)
        pictures = [Image.open(io.BytesIO(page.page.screenshot())).convert("RGB") for page in (screen, hands[0])]
        browser.close()
        server.stop()
    return _side_by_side(pictures)


def _seated(hand: Handset) -> Handset:
    hand.turn(0, 40, 0)
    hand.join()
    hand.wait_for_steering("motion")
    return hand


def _paint(screen: BigScreen, hands: list[Handset]) -> None:
    for step in range(STEPS):
        for place, hand in enumerate(hands):
            phase = step / 9 + place * 1.05
            hand.turn((15 * math.sin(phase)) % 360, 40 + 9 * math.sin(phase * 1.6 + place), 0)
        if step == STEPS - 8:
            hands[2].tap_pad()
        screen.page.wait_for_timeout(16)


def take_visual(name: str, folder: Path) -> None:
    """Write the pictures of one visual, played by pretend phones."""
    with (
        tempfile.TemporaryDirectory() as instance,
        sync_playwright() as playwright,
        ExitStack() as stack,
    ):
        server = RunningServer(Path(instance), "--visual", name).start()
        stack.callback(server.stop)
        browser = playwright.chromium.launch(executable_path=str(find()), args=ARGUMENTS)
        stack.callback(browser.close)
        screen = BigScreen(browser, server.http, size=SIZE)
        for state, phones, seconds in STATES:
            if phones:
                stack.enter_context(_crowd(f"{server.http}/{screen.code}", phones))
            screen.page.wait_for_timeout(seconds * 1000)
            screen.picture().resize(SMALL).save(folder / f"{name}-{state}.jpg", quality=78, optimize=True)


@contextmanager
def _crowd(address: str, count: int) -> Iterator[None]:
    command = [sys.executable, "-m", "controller_app", "phones", "--steady", "--count", str(count), "--to", address]
    with subprocess.Popen(
        command, cwd=FILE.parents[2], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        yield
        process.kill()


def _side_by_side(pictures: list[Image.Image]) -> Image.Image:
    scaled = [picture.resize((picture.width * HEIGHT // picture.height, HEIGHT)) for picture in pictures]
    sheet = Image.new("RGB", (sum(picture.width for picture in scaled) + GAP, HEIGHT), "white")
    sheet.paste(scaled[0], (0, 0))
    sheet.paste(scaled[1], (scaled[0].width + GAP, 0))
    return sheet


if __name__ == "__main__":
    FILE.parent.mkdir(parents=True, exist_ok=True)
    take().save(FILE, quality=88, optimize=True)
    for name in visuals.load(ROOT / "static" / "visuals"):
        take_visual(name, FILE.parent)
