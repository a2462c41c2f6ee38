"""A real server in a child process, for tests that need one."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path

import requests

ROOT = Path(__file__).parent.parent.parent
MANY_PEOPLE = ("--address-limits", "off")
"""Options of a server whose one address stands for all the people of a file's tests."""

START_WITHIN = 20.0  # seconds; a start takes under 2, but machines are shared


class RunningServer:
    """``python -m controller_app`` on loopback, with everything it prints."""

    module = "controller_app"
    prefix: tuple[str, ...] = ()
    """A command that starts it, such as one that limits what it may use."""
    folder = ROOT
    """Where it is started."""
    environment: Mapping[str, str] = os.environ

    def __init__(self, instance: Path, *options: str, https: bool = True) -> None:
        self.port = free_port()
        self.https_port = free_port() if https else 0
        self.instance = instance
        self.options = options
        self.lines: list[str] = []

    @property
    def http(self) -> str:
        """The address of pages over HTTP."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def https(self) -> str:
        """The address of pages over HTTPS."""
        return f"https://127.0.0.1:{self.https_port}"

    def start(self) -> "RunningServer":
        """Start and wait until it answers."""
        where = ["--host", "127.0.0.1", "--port", str(self.port), "--https-port", str(self.https_port)]
        options = [option.format(port=self.port) for option in self.options]
        self.process = subprocess.Popen(
            [*self.prefix, *self._program(), *where, *options],
            cwd=self.folder,
            env={
                **self.environment,
                "PYTHONUNBUFFERED": "1",
                "PYTHONWARNINGS": "error::DeprecationWarning:controller_app",
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._wait_until_it_answers()
        return self

    def stop(self, number: int = signal.SIGTERM, within: float = 10.0) -> int:
        """Stop it and return its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(within)
        self._reader.join(within)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code

    @property
    def output(self) -> str:
        """Everything it has printed so far."""
        return "".join(self.lines)

    def memory(self) -> int:
        """Return the bytes that it holds in memory now."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def processor_time(self) -> float:
        """Return the seconds of a processor that it has used so far, in steps of 10 ms."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _program(self) -> list[str]:
        return [sys.executable, "-m", self.module, "--instance", str(self.instance)]

    def _read(self) -> None:
        assert self.process.stdout is not None
        self.lines.extend(iter(self.process.stdout.readline, ""))

    def _wait_until_it_answers(self) -> None:
        until = time.monotonic() + START_WITHIN
        while time.monotonic() < until:
            if self.process.poll() is not None:
                break
            try:
                requests.get(f"{self.http}/healthz", timeout=1)
                return
            except (requests.ConnectionError, requests.Timeout):
                time.sleep(0.05)
        raise AssertionError(f"The server did not start:\n{self.output}")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
