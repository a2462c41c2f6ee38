"""A phone whose motion sensor, page rotation and slow fingers a test plays."""

import time
from typing import Any

from playwright.sync_api import Browser

from tests.support.pages import Handset

# Chromium's own sensor says null once; from then on only the test speaks, at the pace of a real sensor.
SENSOR = """
const tell = (type, what) => {
  const event = new Event(type);
  for (const [name, value] of Object.entries(what)) Object.defineProperty(event, name, {value});
  dispatchEvent(event);
};
window.fire = (alpha, beta, gamma, type = "deviceorientation") => tell(type, {alpha, beta, gamma});
window.pull = (x, y, z) => tell("devicemotion", {accelerationIncludingGravity: {x, y, z}});
window.every = (what) => {
  clearInterval(window.going);
  window.going = what && setInterval(() => what(performance.now() / 300), 16);
};
"""
SWAY = "at => fire(10, 40 + 9 * Math.sin(at), 5)"
"""Readings of a hand that moves all the time."""

TURNED = {0: "portraitPrimary", 90: "landscapePrimary", 180: "portraitSecondary", 270: "landscapeSecondary"}
TOUCHES = [(80, 0), (400, 14), (900, 0), (100, 14), (2000, 0)]
"""Quick, slow, long and shaking: milliseconds of a touch, and the CSS pixels by which it slips."""


class SensingPhone(Handset):
    """A phone that has the sensor which the test gives it."""

    def __init__(self, browser: Browser, address: str, scripts: tuple[str, ...] = (), **options: Any) -> None:
        super().__init__(browser, address, scripts=[SENSOR, *scripts], **options)
        self._is_down = False

    @property
    def number(self) -> int:
        """The number of its seat."""
        return int(self.page.evaluate("document.body.dataset.number"))

    def feel(self, sensor: str) -> None:
        """Read this from now on, 60 times a second: a function of the time in its own unit, or ``null``."""
        self.page.evaluate(f"every({sensor})")

    def turn_page(self, angle: int) -> None:
        """Turn the page in the phone: degrees."""
        size = {"width": 390, "height": 844} if angle % 180 == 0 else {"width": 844, "height": 390}
        turned = {"type": TURNED[angle], "angle": angle}
        metrics = {**size, "deviceScaleFactor": 2, "mobile": True, "screenOrientation": turned}
        self._devtools.send("Emulation.setDeviceMetricsOverride", metrics)
        self.wait_until("angle => screen.orientation.angle === angle", angle)

    def touch(self, held: float, slip: float = 0, on: str = "#pad") -> None:
        """Touch an element's middle for so many milliseconds of event time, and slip by so many CSS pixels."""
        (x, y), now = self.middle(on), time.time()
        for kind, at, dx in (("touchStart", 0.0, 0.0), ("touchMove", held / 2, slip), ("touchEnd", held, None)):
            points = [] if dx is None else [{"x": x + dx, "y": y}]
            message = {"type": kind, "touchPoints": points, "timestamp": now + at / 1000}
            self._devtools.send("Input.dispatchTouchEvent", message)

    def land(self, on: str = "#pad", across: float = 0, down: float = 0) -> None:
        """Put a finger so far from an element's middle, and leave it there."""
        x, y = self.middle(on)
        self._touch("touchStart", x + across, y + down)
        self._is_down = True

    def move(self, across: float, down: float, on: str = "#pad") -> None:
        """Move the finger that is down to so far from an element's middle."""
        x, y = self.middle(on)
        self._touch("touchMove", x + across, y + down)

    def lift(self) -> None:
        """Lift the finger, if it is down."""
        if not self._is_down:
            return
        self._is_down = False
        self._devtools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def tap_twice(self, on: str = "#pad") -> None:
        """Tap twice, as fast as the browser can: two messages of a test may come too far apart."""
        x, y = self.middle(on)
        tap = {"x": round(x), "y": round(y), "tapCount": 2, "duration": 50, "gestureSourceType": "touch"}
        self._devtools.send("Input.synthesizeTapGesture", tap)

    def middle(self, on: str) -> tuple[float, float]:
        """Return an element's middle, in CSS pixels of the page."""
        box = self.page.locator(on).first.bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
