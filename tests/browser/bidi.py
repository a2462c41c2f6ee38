"""WebDriver BiDi client for Firefox, without geckodriver.

Playwright speaks BiDi too, but begins with ``emulation.setMediaFeaturesOverride``, which Firefox ESR lacks.
"""

import json
import subprocess
import threading
import time
from pathlib import Path
from typing import Any

from websocket import WebSocket, create_connection

ANSWER_WITHIN = 60.0  # seconds; software graphics on a shared machine


class Firefox:
    """A Firefox without a window, with a profile of its own.

    See https://www.w3.org/TR/webdriver-bidi/ for methods and parameters.
    """

    def __init__(self, path: str, profile: Path) -> None:
        command = [path, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        assert self._process.stderr is not None
        address = next(line.split()[-1] for line in self._process.stderr if "WebDriver BiDi listening on" in line)
        self._drain = threading.Thread(target=self._process.stderr.read, daemon=True)  # or it would wait for a reader
        self._drain.start()
        self._socket: WebSocket = create_connection(f"{address}/session", timeout=ANSWER_WITHIN, suppress_origin=True)
        self._sent = 0
        self.send("session.new", capabilities={"alwaysMatch": {"acceptInsecureCerts": True}})

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Carry out a command and return its result; events in between are passed over."""
        self._sent += 1
        self._socket.send(json.dumps({"id": self._sent, "method": method, "params": parameters}))
        until = time.monotonic() + ANSWER_WITHIN
        while time.monotonic() < until:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == self._sent:
                assert answer["type"] == "success", answer
                return dict(answer["result"])
        raise AssertionError(f"Waited {ANSWER_WITHIN} s for {method}.")

    def close(self) -> None:
        """End it."""
        self._socket.close()
        self._process.terminate()
        self._process.wait(ANSWER_WITHIN)
        self._drain.join(ANSWER_WITHIN)
        assert self._process.stderr is not None
        self._process.stderr.close()
