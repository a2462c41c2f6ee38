"""Pages in Firefox and in WebKitGTK, with what both drivers can do."""

import json
import os
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.bidi import Firefox
from tools.other_browsers import mini_browser

PATIENCE = 40.0  # seconds; software graphics on a shared machine
POLL = 0.1  # seconds
MAIN = "import(document.querySelector(\"script[type=module][src$='main.js']\").src)"
"""What a page's main module exports; on a phone only once Join was tapped."""


class OtherPage(ABC):
    """One page, as a person uses it."""

    @abstractmethod
    def open(self, address: str) -> None:
        """Go to an address."""

    @abstractmethod
    def reload(self) -> None:
        """Load the page again."""

    @abstractmethod
    def ask(self, expression: str) -> Any:
        """Return the value of a JavaScript expression, or what its promise resolves to."""

    @abstractmethod
    def tap(self, selector: str) -> None:
        """Tap, or click, the middle of an element."""

    @abstractmethod
    def drag(self, selector: str, across: int) -> None:
        """Press in the middle of an element, move so many CSS pixels to the right, and let go."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press a key that has a letter."""

    @abstractmethod
    def close(self) -> None:
        """Close it, and the browser if it has one of its own."""

    def wait_until(self, expression: str) -> Any:
        """Wait until an expression is true; return its value."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if value := self.ask(expression):
                return value
            time.sleep(POLL)
        raise AssertionError(f"Waited {PATIENCE} s for {expression}.")


class FirefoxPage(OtherPage):
    """A window of a Firefox."""

    def __init__(self, firefox: Firefox, size: tuple[int, int]) -> None:
        self._firefox = firefox
        self._context = firefox.send("browsingContext.create", type="window")["context"]
        self._send("browsingContext.setViewport", viewport={"width": size[0], "height": size[1]})

    def open(self, address: str) -> None:
        self._send("browsingContext.navigate", url=address, wait="complete")

    def reload(self) -> None:
        self._send("browsingContext.reload", wait="complete")

    def ask(self, expression: str) -> Any:
        script = f"(async () => JSON.stringify((await ({expression})) ?? null))()"
        done = self._firefox.send(
            "script.evaluate", expression=script, target={"context": self._context}, awaitPromise=True
        )
        assert done["type"] == "success", done
        return json.loads(done["result"]["value"])

    def tap(self, selector: str) -> None:
        self.drag(selector, 0)

    def drag(self, selector: str, across: int) -> None:
        self.ask("Promise.all(document.getAnimations().map(({finished}) => finished))")  # a sheet rises
        x, y = self.ask(
            f"(({{left, top, width, height}}) => [Math.round(left + width / 2), Math.round(top + height / 2)])"
            f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())"
        )
        moves = [{"type": "pointerMove", "x": x + across * step // 4, "y": y, "duration": 20} for step in range(1, 5)]
        down, up = {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}
        self._act("pointer", [{"type": "pointerMove", "x": x, "y": y}, down, *(moves if across else []), up])

    def press(self, key: str) -> None:
        self._act("key", [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}])

    def close(self) -> None:
        self._send("browsingContext.close")

    def _act(self, kind: str, actions: list[dict[str, Any]]) -> None:
        self._send("input.performActions", actions=[{"type": kind, "id": kind, "actions": actions}])

    def _send(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self._firefox.send(method, context=self._context, **parameters)


class WebKitPage(OtherPage):
    """WebKitGTK's MiniBrowser over classic WebDriver."""

    def __init__(self, display: str, size: tuple[int, int]) -> None:
        options = Options()
        options.binary_location = str(mini_browser())
        options.add_argument("--automation")
        options.accept_insecure_certs = True
        self._service = Service(
            "WebKitWebDriver", env={**os.environ, "DISPLAY": display, "WEBKIT_DISABLE_DMABUF_RENDERER": "1"}
        )
        self._service.start()
        server = RemoteConnection(client_config=ClientConfig(self._service.service_url))
        self._driver = webdriver.Remote(command_executor=server, options=options)
        self._driver.set_script_timeout(PATIENCE)
        self._driver.set_window_size(*size)

    def open(self, address: str) -> None:
        self._driver.get(address)

    def reload(self) -> None:
        self._driver.refresh()

    def ask(self, expression: str) -> Any:
        script = f"const done = arguments[0]; Promise.resolve({expression}).then(done, (error) => done(String(error)));"
        return self._driver.execute_async_script(script)

    def tap(self, selector: str) -> None:
        self._driver.find_element(By.CSS_SELECTOR, selector).click()

    def drag(self, selector: str, across: int) -> None:
        element = self._driver.find_element(By.CSS_SELECTOR, selector)
        chain = ActionChains(self._driver, duration=50).click_and_hold(element)
        for _ in range(4):
            chain.move_by_offset(across // 4, 0)
        chain.release().perform()

    def press(self, key: str) -> None:
        ActionChains(self._driver).send_keys(key).perform()

    def close(self) -> None:
        self._driver.quit()
        self._service.stop()


@contextmanager
def xvfb() -> Iterator[str]:
    """Run an X server without a screen; give its name, as for DISPLAY."""
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writes], stderr=subprocess.DEVNULL)
    os.close(writes)
    try:
        with os.fdopen(reads) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)
