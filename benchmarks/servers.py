"""Starts and stops the relays, each as its users would start it."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.loads import SEATS, Load
from benchmarks.machine import HERE, RELAY, pinned
from controller_app.machine.tls import certificates
from tests.support.running import free_port

ROOT = HERE.parent
START_TIMEOUT_S = 20.0  # seconds
STOP_TIMEOUT_S = 10.0  # seconds
RELAYS = ("ours", "flask", "node")


@dataclass(frozen=True)
class Running:
    """A relay that listens."""

    pid: int
    address: str


@contextmanager
def running(relay: str, load: Load, folder: Path) -> Iterator[Running]:
    """Run a relay for one load, on a core of its own.

    Args:
        relay: one of ``RELAYS``.
        load: decides about TLS, and how many seats ours has.
        folder: where ours keeps its secret and the certificate, which the others are given, and where logs go.
    """
    port, tls_port = free_port(), free_port()
    with (folder / f"{relay}.log").open("w") as log:
        command = pinned(RELAY, _command(relay, load, port, tls_port, folder))
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT)
        try:
            listening = tls_port if relay == "ours" and load.secure else port
            _wait_for(process, listening)
            yield Running(process.pid, f"http{'s' if load.secure else ''}://127.0.0.1:{listening}")
        finally:
            _stop(process)


def _command(relay: str, load: Load, port: int, tls_port: int, folder: Path) -> Sequence[str]:
    if relay == "node":
        return ["node", str(HERE / "relays" / "node_relay.js"), str(port), *_certificate(load, folder)]
    if relay == "flask":
        return [sys.executable, str(HERE / "relays" / "flask_relay.py"), str(port), *_certificate(load, folder)]
    if load.is_roomy or not load.paced:
        pace = "on" if load.paced else "off"
        ours = [sys.executable, "-m", "benchmarks.relays.ours"]
        return [*ours, str(port), str(tls_port), str(folder), str(max(SEATS, load.largest_room)), pace]
    here = ["--host", "127.0.0.1", "--address", "127.0.0.1", "--address-limits", "off"]
    ports = ["--port", str(port), "--https-port", str(tls_port), "--instance", str(folder)]
    return [sys.executable, "-m", "controller_app", *here, *ports]


def _certificate(load: Load, folder: Path) -> Sequence[str]:
    if not load.secure:
        return ["", ""]
    certificate = certificates.ensure(folder, ["127.0.0.1"], [], datetime.now(UTC))
    return [str(certificate.chain), str(certificate.key)]


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"The relay did not start: {process.args!r}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_TIMEOUT_S)
    except subprocess.TimeoutExpired:  # one that has collapsed may not hear
        process.kill()
        process.wait()
