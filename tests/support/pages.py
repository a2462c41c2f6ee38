"""The big screen and the phones, as a person meets them: real pages in a real Chromium."""

import io
from collections.abc import Sequence
from typing import Any

import numpy as np
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

FULL_HD = {"width": 1920, "height": 1080}
LITTLE = {"width": 960, "height": 540}  # without a graphics chip three times as quick to paint as a projector's 1280
PHONE = {"width": 390, "height": 844}
ANDROID = (
    "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile "
    "Safari/537.36"
)
PATIENCE = 20_000  # milliseconds; software graphics on a shared machine
POLL = 50  # milliseconds

# What the page's main exports; while it looks where a visual's code is wrong, the page has another module.
MAIN = "window.main = () => import(document.querySelector('script[type=module][src$=\"main.js\"]').src);"
ASK = """
if (window.DeviceOrientationEvent)
  Object.defineProperty(DeviceOrientationEvent, "requestPermission", {value: %s, configurable: true});
"""
SILENCE = 'addEventListener("deviceorientation", (event) => event.stopImmediatePropagation(), true);'

# A hand is never still: a sensor tells ever new readings, however long a test watches. DevTools tells each one once.
TREMBLE = """
if (window.DeviceOrientationEvent) {
  let held = null, to = 0.02;  // degrees
  addEventListener("deviceorientation", (event) => { if (event.isTrusted) held = event.beta === null ? null : event; });
  document.addEventListener("freeze", () => { held = null; });  // it may be turned in the pocket
  window.isHeld = (angles) => ["alpha", "beta", "gamma"].every((name, i) => Math.abs(held?.[name] - angles[i]) < 0.06);
  setInterval(() => {
    if (!held) return;
    const {alpha, beta, gamma} = held;
    dispatchEvent(new DeviceOrientationEvent("deviceorientation", {alpha: alpha + to, beta, gamma}));
    to = -to;
  }, 50);
}
"""

NO_SENSOR = ASK % 'async () => "granted"'
DENIED = ASK % 'async () => "denied"' + SILENCE
REJECTED = ASK % 'async () => { throw new DOMException("not now", "NotAllowedError"); }' + SILENCE
ASKS_IN_A_TAP = (
    """
let asked = 0;
async function askedAgain() {
  asked += 1;  // a page that has just opened is refused; a tap is granted
  if (asked === 1) throw new DOMException("needs a gesture", "NotAllowedError");
  return "granted";
}
"""
    + ASK % "askedAgain"
)
NO_WEBSOCKET = """
window.WebSocket = class extends EventTarget {
  constructor() { super(); setTimeout(() => { this.onerror?.(new Event("error")); this.onclose?.({code: 1006}); }); }
  close() {}
  send() {}
};
"""


class Opened:
    """A page, with everything it complained about."""

    def __init__(self, context: BrowserContext, address: str, scripts: Sequence[str] = ()) -> None:
        self.context = context
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.complaints: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        for script in (MAIN, *scripts):
            self.page.add_init_script(script)
        self.page.goto(address)

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.complaints.append(said.text)

    def wait_until(self, script: str, given: object = None) -> Any:
        """Wait until a JavaScript expression, or function of ``given``, is true in the page; return its value.

        Playwright's own way evaluates text within the page, which the page's policy rightly forbids.
        """
        for _ in range(PATIENCE // POLL):
            found = self.page.evaluate(script, given)
            if found:
                return found
            self.page.wait_for_timeout(POLL)
        raise AssertionError(f"Waited {PATIENCE} ms for {script} ({given}).")

    def wait_until_it_complains(self, words: str) -> None:
        """Wait until an error in the page's console has these words."""
        for _ in range(PATIENCE // POLL):
            if any(words in complaint for complaint in self.complaints):
                return
            self.page.wait_for_timeout(POLL)
        raise AssertionError(f"Waited {PATIENCE} ms for a complaint about {words}: {self.complaints}.")

    def picture(self) -> Image.Image:
        """Return what the page looks like now."""
        return Image.open(io.BytesIO(self.page.screenshot())).convert("RGB")

    def close(self) -> None:
        """Close the page and all it kept."""
        self.context.close()


class BigScreen(Opened):
    """The display."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        size: dict[str, int] = LITTLE,
        scripts: Sequence[str] = (),
        **options: Any,
    ) -> None:
        context = browser.new_context(viewport=size, ignore_https_errors=True, **options)  # type: ignore[arg-type]
        super().__init__(context, address, scripts)
        self.wait_until("document.querySelector('#display').dataset.state === 'open'")
        self.wait_until("document.querySelector('[data-qr]').complete && document.querySelector('canvas')")

    @property
    def code(self) -> str:
        """The room's code, as it is written."""
        return self.page.locator("[data-code]").first.text_content() or ""

    def scan(self) -> str:
        """Return what a QR reader makes of the screen."""
        found = zxingcpp.read_barcodes(np.asarray(self.picture()))
        assert len(found) == 1, f"{len(found)} codes on the screen"
        return found[0].text

    def phones(self) -> list[dict[str, Any]]:
        """Return the display's state of every phone."""
        return self.page.evaluate(  # type: ignore[no-any-return]
            "main().then(({phones}) => "
            "phones.list.map(phone => ({...phone, age: Number.isFinite(phone.age) ? phone.age : null})))"
        )

    def wait_for_phones(self, count: int) -> None:
        """Wait until so many phones have a seat."""
        self.wait_until("count => document.querySelectorAll('#seats li').length === count", count)

    def press(self, key: str) -> None:
        """Press a key at the big screen."""
        self.page.keyboard.press(key)


class Handset(Opened):
    """A phone."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        size: dict[str, int] = PHONE,
        scripts: Sequence[str] = (),
        **options: Any,
    ) -> None:
        context = browser.new_context(
            viewport=size,  # type: ignore[arg-type]
            device_scale_factor=2,
            is_mobile=True,
            has_touch=True,
            user_agent=ANDROID,
            ignore_https_errors=True,
            **options,
        )
        super().__init__(context, address, [*scripts, TREMBLE])
        self._devtools = context.new_cdp_session(self.page)

    def turn(self, alpha: float, beta: float, gamma: float) -> None:
        """Hold the phone so from now on, with a hand that trembles: the browser's angles, in degrees."""
        angles = {"alpha": alpha, "beta": beta, "gamma": gamma}
        self._devtools.send("DeviceOrientation.setDeviceOrientationOverride", angles)

    def turn_until_felt(self, alpha: float, beta: float, gamma: float) -> None:
        """Hold the phone so, and wait until its page has felt it."""
        self.turn(alpha, beta, gamma)
        self.wait_until("angles => isHeld(angles)", [alpha, beta, gamma])

    def join(self) -> None:
        """Tap Join and wait for the seat."""
        self.tap("Join")
        self.wait_for("joined")

    def tap(self, button: str) -> None:
        """Tap a button by its words."""
        self.page.get_by_role("button", name=button, exact=True).tap()

    def wait_for(self, state: str) -> None:
        """Wait until the page is in a state."""
        self.wait_until("state => document.body.dataset.state === state", state)

    def wait_for_steering(self, source: str) -> None:
        """Wait until motion or touch steers."""
        self.wait_until("source => document.body.dataset.steering === source", source)

    def says(self, words: str) -> None:
        """Wait until the page shows these words."""
        self.page.get_by_text(words).first.wait_for(state="visible")

    def drag(self, across: float, down: float, release: bool = True, on: str = "#pad") -> None:
        """Put a thumb on the middle of the pad and move it by so many CSS pixels."""
        box = self.page.locator(on).bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self._touch("touchStart", x, y)
        for step in range(1, 11):
            self._touch("touchMove", x + across * step / 10, y + down * step / 10)
        if release:
            self._devtools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def tap_pad(self) -> None:
        """Tap the middle of the pad."""
        self.page.locator("#pad").tap()

    def _touch(self, kind: str, x: float, y: float) -> None:
        self._devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
