"""Installer of requirements: from the lock, with checked hashes, where all have wheels.

python -m tools.install requirements      what `make run` needs
python -m tools.install requirements-dev  what `make test` needs
python -m tools.install floors            what `make floors` needs: the lowest versions
"""

import platform
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from typing import NamedTuple

from tools import requirements

PIP = ("-m", "pip", "install", "--disable-pip-version-check", "-qq")


class Computer(NamedTuple):
    """What decides which wheels a computer can use."""

    system: str
    """As in ``sys.platform``."""
    machine: str
    python: int
    """The minor version of Python 3."""
    usual: bool = True
    """CPython of 64 bits with its global lock and, on Linux, glibc of at least 2.28: others have few wheels."""

    def __str__(self) -> str:
        return f"Python 3.{self.python} on {self.system} {self.machine}"


class Platform(NamedTuple):
    """A platform for which there are wheels of all that the locks name."""

    system: str
    machine: str
    first_python: int
    """Minor version of Python 3."""


PLATFORMS = {
    "x86_64-unknown-linux-gnu": Platform("linux", "x86_64", 11),
    "aarch64-unknown-linux-gnu": Platform("linux", "aarch64", 11),
    "aarch64-apple-darwin": Platform("darwin", "arm64", 12),
    "x86_64-pc-windows-msvc": Platform("win32", "amd64", 11),
}
"""By uv's name; `make lock` asks the registry whether it is so."""

LAST_PYTHON = {"requirements": 15, "requirements-dev": 14}
"""The newest Python, as minor version of 3, that has wheels of all that a lock names; `make lock` asks, too."""


def main(what: str) -> int:
    """Install; return pip's exit code. A hash that does not match ends it: there is no second try without hashes."""
    return install(what, here(), lambda arguments: subprocess.run([sys.executable, *PIP, *arguments]).returncode)


def install(what: str, computer: Computer, pip: Callable[[list[str]], int]) -> int:
    """Install with the one command that suits the computer.

    Args:
        what: ``floors``, or a file of requirements without its ending.
        computer: that it is installed on.
        pip: runs ``pip install`` with these arguments and returns its exit code.
    """
    if what == "floors":
        return pip(requirements.at_floors())
    if has_wheels(what, computer):
        return pip(["--require-hashes", "-r", str(requirements.ROOT / f"{what}.lock")])
    print(f"{what}.lock has no wheels for {computer}: taking tested versions that have, without checking hashes.")
    return pip(["--prefer-binary", *requirements.ranges(f"{what}.txt")])


def has_wheels(what: str, computer: Computer) -> bool:
    """Return whether a lock has wheels of everything for a computer."""
    return computer.usual and any(
        (computer.system, computer.machine.lower()) == (known.system, known.machine)
        and known.first_python <= computer.python <= LAST_PYTHON[what]
        for known in PLATFORMS.values()
    )


def here() -> Computer:
    """Return this computer."""
    libc, version = platform.libc_ver()
    usual = (
        sys.implementation.name == "cpython"
        and sys.maxsize > 2**32
        and not sysconfig.get_config_var("Py_GIL_DISABLED")
        and (sys.platform != "linux" or (libc == "glibc" and [int(part) for part in version.split(".")] >= [2, 28]))
    )
    return Computer(sys.platform, platform.machine(), sys.version_info.minor, usual)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
