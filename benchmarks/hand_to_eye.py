"""How long a movement takes from the hand to the eye, in a real Chromium.

From the orientation event on a phone's page to the first painted frame of the display's page that shows it, against the
browser's own floor: the display's page painting a key press of its own. Both pages are on this computer, so
one clock measures.
"""

import random
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, CDPSession, Page

from benchmarks.chromium import chromium
from benchmarks.hands import playing
from benchmarks.loads import Load
from benchmarks.servers import running

PHONES = (1, 30)
MOVEMENTS = 40
MOVEMENT_INTERVAL_S = (0.2, 0.35)
"""Seconds between two movements, at random, so that they fall anywhere between two frames."""

POSES = ((20, 40, 0), (340, 55, 0))
"""Alpha, beta, gamma in degrees; the hand jumps from one to the other."""

SHADERS = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader")
"""Software in the place of a graphics chip."""

BAR = 2.0
"""Frames by which the p95 from hand to eye may lie above the browser's own floor."""

CLOCK = "const now = () => performance.timeOrigin + performance.now();"

HAND = (
    CLOCK
    + """
window.moved = [];
addEventListener("deviceorientation", () => moved.push(now()), true);
"""
)

EYE = (
    CLOCK
    + """
window.moved = [];
addEventListener("keydown", () => moved.push(now()), true);  // the display's page is refused a sensor's events
window.main = () => import(document.querySelector("script[type=module]").src);
window.watch = async (number) => {
  const { phones } = await main();
  const after = new MessageChannel();  // its message comes once the frame has been handed on to be shown
  let [before, own] = [null, 0];
  window.seen = {phone: [], own: [], frames: []};
  const waiting = [];
  after.port1.onmessage = () => { const at = now(); for (const list of waiting.splice(0)) list.push(at); };
  const look = () => {
    requestAnimationFrame(look);
    const [x, y, z, w] = phones.at(number).attitude;
    const cosine = before ? Math.abs(x * before[0] + y * before[1] + z * before[2] + w * before[3]) : 1;
    if (cosine < Math.cos(Math.PI / 360)) waiting.push(seen.phone);  // more than a degree since the last frame
    if (moved.length > own) waiting.push(seen.own);
    waiting.push(seen.frames);
    [before, own] = [[x, y, z, w], moved.length];
    after.port2.postMessage(0);
  };
  look();
};
"""
)


def measure() -> dict[str, dict[str, float]]:
    """Return, by the number of phones, milliseconds from hand to eye, the browser's own floor, and a display's frame.

    ``frames_above`` is how far the first's p95 lies above the second's, in frames.

    Raises:
        RuntimeError: there is no Chromium, or the other phones found no seats.
    """
    with chromium(*SHADERS) as browser:
        return {str(phones): _measured(browser, phones) for phones in PHONES}


def table(figures: dict[str, dict[str, float]]) -> str:
    """Return figures in Markdown."""
    lines = [
        "| phones | hand to eye p50 / p95, ms | the browser's floor, ms | a frame, ms | p95 above the floor | bar |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for phones, of in figures.items():
        holds = f"≤ {BAR:g}: {'yes' if of['frames_above'] <= BAR else '**no**'}"
        both, floor = (f"{of[f'{start}p50']:.0f} / {of[f'{start}p95']:.0f}" for start in ("", "floor_"))
        lines.append(f"| {phones} | {both} | {floor} | {of['frame']:.1f} | {of['frames_above']:.1f} frames | {holds} |")
    return "\n".join(lines)


def _measured(browser: Browser, phones: int) -> dict[str, float]:
    with (
        tempfile.TemporaryDirectory() as folder,
        running("ours", Load(phones, paced=True), Path(folder)) as server,
    ):
        eye = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
        eye.add_init_script(EYE)
        eye.goto(server.address)
        eye.wait_for_selector("#display[data-state=open]")
        code = eye.locator("[data-code]").first.text_content() or ""
        hand = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True).new_page()
        hand.add_init_script(HAND)
        hand.goto(f"{server.address}/{code}")
        hand.get_by_role("button", name="Join", exact=True).tap()
        hand.wait_for_selector("body[data-state=joined]")
        with playing(eye, server, phones - 1):
            figures = _figures(*_movements(eye, hand))
        eye.context.close()
        hand.context.close()
    return figures


def _movements(eye: Page, hand: Page) -> tuple[list[float], list[float], list[float]]:
    """Return milliseconds from hand to eye, of the display's own events, and from frame to frame."""
    at_hand, at_eye = hand.context.new_cdp_session(hand), eye.context.new_cdp_session(eye)
    _turn(at_hand, 0)
    time.sleep(1.0)
    eye.evaluate("watch(1)")
    both, own = [], []
    for number in range(1, MOVEMENTS + 1):
        both += _seen(hand, eye, "phone", lambda number=number: _turn(at_hand, number))  # type: ignore[misc]
        own += _seen(eye, eye, "own", lambda: _press(at_eye))
    frames: list[float] = eye.evaluate("seen.frames")
    return both, own, [after - before for before, after in pairwise(frames)]


def _seen(mover: Page, eye: Page, name: str, move: Callable[[], None]) -> list[float]:
    """Return the milliseconds from an event on one page to the frame that shows it; nothing if it was lost."""
    eye.evaluate("name => { seen[name].length = 0; }", name)
    made = mover.evaluate("moved.length")
    move()
    time.sleep(random.uniform(*MOVEMENT_INTERVAL_S))
    began: list[float] = mover.evaluate("from => moved.slice(from)", made)
    seen: list[float] = eye.evaluate("name => seen[name]", name)
    return [seen[0] - began[0]] if began and seen else []


def _turn(session: CDPSession, number: int) -> None:
    alpha, beta, gamma = POSES[number % 2]
    session.send("DeviceOrientation.setDeviceOrientationOverride", {"alpha": alpha, "beta": beta, "gamma": gamma})


def _press(session: CDPSession) -> None:
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": "Shift", "code": "ShiftLeft"})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", "key": "Shift", "code": "ShiftLeft"})


def _figures(both: list[float], own: list[float], frames: list[float]) -> dict[str, float]:
    frame = median(frames)
    p95, floor = quantiles(both, n=20)[-1], quantiles(own, n=20)[-1]
    return {
        "movements": len(both),
        "p50": median(both),
        "p95": p95,
        "floor_p50": median(own),
        "floor_p95": floor,
        "frame": frame,
        "frames_above": (p95 - floor) / frame,
    }
