"""The project built and installed into an environment with only what its wheel needs."""

import subprocess
import sys
import venv
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement

from tests.support.running import ROOT, RunningServer


def build(folder: Path) -> Path:
    """Build a source distribution and, from that, a wheel; return the wheel."""
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT))
    (wheel,) = folder.glob("*.whl")
    return wheel


def install(wheel: Path, folder: Path) -> Path:
    """Make a virtual environment with a wheel and all that it asks for; return the folder of its commands.

    What it asks for is linked from the environment of the tests, so that nothing has to be downloaded.
    """
    venv.create(folder, with_pip=False)
    commands = folder / "bin"
    pip = (sys.executable, "-m", "pip", "--python", str(commands / "python"), "--disable-pip-version-check")
    _run(*pip, "install", "--no-index", "--no-deps", str(wheel))
    (packages,) = folder.glob("lib/python*/site-packages")
    (ours,) = distributions(name="controller-app", path=[str(packages)])
    for name in _asked_by(ours):
        _link(distribution(name), packages)
    _run(*pip, "check")
    return commands


class InstalledServer(RunningServer):
    """The installed command, of a user who has nothing but a home."""

    def __init__(self, commands: Path, home: Path) -> None:
        super().__init__(home / ".local" / "share" / "controller-app" / "instance")
        self.folder = home
        self.environment = {"HOME": str(home)}
        self.command = str(commands / "controller-app")

    def _program(self) -> list[str]:
        return [self.command]


def _asked_by(*asking: Distribution) -> set[str]:
    """Return the names of all distributions that some ask for, or that those ask for."""
    names: set[str] = set()
    waiting = list(asking)
    while waiting:
        requirements = [Requirement(text) for text in waiting.pop().requires or ()]
        needed = {one.name for one in requirements if one.marker is None or one.marker.evaluate({"extra": ""})}
        waiting += [distribution(name) for name in needed - names]
        names |= needed
    return names


def _link(found: Distribution, packages: Path) -> None:
    """Link what a distribution has at the top of its own folder of packages."""
    home = Path(str(found.locate_file("")))
    for name in {file.parts[0] for file in found.files or ()} - {"..", "__pycache__"}:
        if not (packages / name).exists():
            (packages / name).symlink_to(home / name)


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
