"""The computer, for those who read the figures later; and its two cores, one for each side."""

import os
import platform
import shutil
import subprocess
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
PACKAGES = ("Flask-SocketIO", "python-socketio", "python-engineio", "gevent", "gevent-websocket", "msgspec")

Side = int
RELAY: Side = 0
GENERATOR: Side = 1


def pinned(side: Side, command: Sequence[str]) -> list[str]:
    """Return a command that runs on the core of its side, if there are two and the system can."""
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    if len(cores) < 2 or shutil.which("taskset") is None:
        return list(command)
    return ["taskset", "-c", str(cores[side]), *command]


def description() -> dict[str, object]:
    """Return what the figures depend on."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "node": _said("node", "--version").removeprefix("v"),
        **{package: version(package) for package in PACKAGES},
        **{package: _npm_version(package) for package in ("socket.io", "ws")},
        "commit": _said("git", "describe", "--always", "--dirty", "--exclude=*"),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _npm_version(package: str) -> str:
    text = (HERE / "node_modules" / package / "package.json").read_text(encoding="utf-8")
    return text.partition('"version": "')[2].partition('"')[0]


def _said(*command: str) -> str:
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    return done.stdout.strip()
