"""A phone that goes into a pocket: a page that Playwright doesn't know.

Playwright tells every page it attaches to that it is in front, so none of its pages is ever hidden or frozen.
"""

import json
from typing import Any

from playwright.sync_api import Browser, Page

from tests.support.pages import MAIN, PATIENCE, POLL, TREMBLE


class Pocket:
    """A page of its own browser context, spoken to over the DevTools protocol alone."""

    def __init__(self, browser: Browser, clock: Page, address: str) -> None:
        """``clock`` is any page of Playwright's, to wait with."""
        self._clock = clock
        self._devtools = browser.new_browser_cdp_session()
        self._devtools.on("Target.receivedMessageFromTarget", lambda came: self._hear(json.loads(came["message"])))
        self._answers: dict[int, dict[str, Any]] = {}
        self._asked = 0
        self._context = self._devtools.send("Target.createBrowserContext")["browserContextId"]
        place = {"url": "about:blank", "browserContextId": self._context, "width": 390, "height": 844}
        target = self._devtools.send("Target.createTarget", place)["targetId"]
        self._session = self._devtools.send("Target.attachToTarget", {"targetId": target})["sessionId"]
        self.ask("Page.enable")
        self.ask("Page.addScriptToEvaluateOnNewDocument", source=MAIN + TREMBLE)
        self.ask("Page.navigate", url=address)
        self.wait_until("document.querySelector('#join') && document.readyState === 'complete'")

    def join(self) -> None:
        """Take a seat."""
        self.evaluate("document.querySelector('#join').click()")
        self.wait_until("document.body.dataset.state === 'joined'")

    def turn(self, alpha: float, beta: float, gamma: float) -> None:
        """Hold the phone so: the browser's angles, in degrees. A frozen page hears of it when it thaws."""
        self._tell("DeviceOrientation.setDeviceOrientationOverride", {"alpha": alpha, "beta": beta, "gamma": gamma})

    def press(self) -> None:
        """Put a finger on the middle of the pad, and leave it there."""
        place = self.evaluate(
            "(({x, y, width, height}) => [x + width / 2, y + height / 2])(pad.getBoundingClientRect())"
        )
        button = {"button": "left", "buttons": 1, "clickCount": 1}
        self.ask("Input.dispatchMouseEvent", type="mousePressed", x=place[0], y=place[1], **button)

    def freeze(self) -> None:
        """Let nothing in the page run."""
        self.ask("Emulation.setFocusEmulationEnabled", enabled=False)
        self.ask("Page.setWebLifecycleState", state="frozen")

    def thaw(self) -> None:
        """Let it run again, in front."""
        self.ask("Page.setWebLifecycleState", state="active")
        self.ask("Emulation.setFocusEmulationEnabled", enabled=True)

    def leave(self, address: str = "about:blank") -> None:
        """Go elsewhere, as by a link."""
        self.evaluate(f"void (location.href = '{address}')")
        self.wait_until(f"location.href === '{address}'")

    def go_back(self) -> None:
        """Press the back button."""
        history = self.ask("Page.getNavigationHistory")
        before = history["entries"][history["currentIndex"] - 1]
        self.ask("Page.navigateToHistoryEntry", entryId=before["id"])

    def evaluate(self, script: str) -> Any:
        """Return the value of a JavaScript expression."""
        answer = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        return answer.get("result", {}).get("value")

    def wait_until(self, script: str) -> None:
        """Wait until a JavaScript expression is true."""
        for _ in range(PATIENCE // POLL):
            if self.evaluate(f"Promise.resolve({script}).then(Boolean)"):
                return
            self._clock.wait_for_timeout(POLL)
        raise AssertionError(f"Waited {PATIENCE} ms for {script}.")

    def close(self) -> None:
        """Close the page and all it kept."""
        self._devtools.send("Target.disposeBrowserContext", {"browserContextId": self._context})
        self._devtools.detach()

    def ask(self, method: str, **fields: Any) -> dict[str, Any]:
        """Ask the page's DevTools something."""
        number = self._tell(method, fields)
        for _ in range(PATIENCE // 10):
            if number in self._answers:
                answer = self._answers.pop(number)
                result: dict[str, Any] = answer.get("result", {})
                return result
            self._clock.wait_for_timeout(10)
        raise AssertionError(f"Waited {PATIENCE} ms for an answer to {method}.")

    def _tell(self, method: str, fields: dict[str, Any]) -> int:
        self._asked += 1
        message = json.dumps({"id": self._asked, "method": method, "params": fields})
        self._devtools.send("Target.sendMessageToTarget", {"sessionId": self._session, "message": message})
        return self._asked

    def _hear(self, message: dict[str, Any]) -> None:
        if "id" in message:
            self._answers[message["id"]] = message
