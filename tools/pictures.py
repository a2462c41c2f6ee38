"""Take the README's picture: the real display with six real phone pages painting, and one of the phones.

python -m tools.pictures          writes docs/pictures/readme.jpg
"""

import io
import math
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.pages import FULL_HD, BigScreen, Handset
from tests.conftest import ARGUMENTS
from tests.running import RunningServer
from tools.find_browser import find

FILE = Path(__file__).parent.parent / "docs" / "pictures" / "readme.jpg"
PHONES = 6
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


def _side_by_side(pictures: list[Image.Image]) -> Image.Image:
    scaled = [picture.resize((picture.width * HEIGHT // picture.height, HEIGHT)) for picture in pictures]
    sheet = Image.new("RGB", (sum(picture.width for picture in scaled) + GAP, HEIGHT), "white")
    sheet.paste(scaled[0], (0, 0))
    sheet.paste(scaled[1], (scaled[0].width + GAP, 0))
    return sheet


if __name__ == "__main__":
    FILE.parent.mkdir(parents=True, exist_ok=True)
    take().save(FILE, quality=88, optimize=True)
