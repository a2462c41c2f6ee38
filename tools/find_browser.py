"""Find the Chromium or Chrome that the tests drive.

    python -m tools.find_browser            print its path
    python -m tools.find_browser --install  the same; if there is none, install one first

$CHROMIUM names the one to take; otherwise the system's come before Playwright's.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

SYSTEM_PATHS = (
    "usr/bin/chromium",
    "usr/bin/chromium-browser",
    "usr/bin/google-chrome",
    "usr/bin/google-chrome-stable",
)
APPLICATIONS = (
    "Applications/Chromium.app/Contents/MacOS/Chromium",
    "Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
PLAYWRIGHT_FOLDERS = (".cache/ms-playwright", "Library/Caches/ms-playwright", "AppData/Local/ms-playwright")
PLAYWRIGHT_PATHS = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
)

HELP = (
    "The tests need Chromium or Chrome: install one (on Debian 'apt-get install chromium', elsewhere from "
    "https://www.google.com/chrome), or set CHROMIUM to the path of yours."
)

Command = list[str]


def find(root: Path = Path("/"), home: Path | None = None, environ: Mapping[str, str] = os.environ) -> Path | None:
    """Return the first browser that starts, or None.

    Args:
        root: where the file system begins.
        home: the person's folder.
        environ: CHROMIUM names the one browser to take, PLAYWRIGHT_BROWSERS_PATH the folder of Playwright's.
    """
    return next(filter(_starts, _candidates(root, home or Path.home(), environ)), None)


def _candidates(root: Path, home: Path, environ: Mapping[str, str]) -> Iterator[Path]:
    if environ.get("CHROMIUM"):
        yield Path(environ["CHROMIUM"])
        return
    yield from (root / path for path in SYSTEM_PATHS)
    yield from (folder / path for folder in (root, home) for path in APPLICATIONS)
    yield from _playwrights(home, environ)


def _playwrights(home: Path, environ: Mapping[str, str]) -> Iterable[Path]:
    """Return what Playwright has downloaded, newest first."""
    named = environ.get("PLAYWRIGHT_BROWSERS_PATH")
    folders = [Path(named)] if named else [home / folder for folder in PLAYWRIGHT_FOLDERS]
    found = [path for folder in folders for pattern in PLAYWRIGHT_PATHS for path in folder.glob(pattern)]
    return sorted(found, key=_build, reverse=True)


def _build(path: Path) -> int:
    """Return the number in ``chromium-1200``."""
    folder = next(part for part in path.parts if part.startswith("chromium-"))
    return int("".join(filter(str.isdigit, folder)) or 0)


def _starts(browser: Path) -> bool:
    """Whether the browser is there and starts: Ubuntu has a script in its place that only names a package."""
    if not browser.is_file():
        return False
    try:
        return subprocess.run([browser, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def ways_to_install(system: str, as_root: list[str] | None, tools: Iterable[str]) -> list[list[Command]]:
    """Return the ways to install a browser, each some commands, gentlest first.

    Args:
        system: Debian and its like by their ``ID`` in os-release, "darwin" for macOS.
        as_root: what to put before a command that needs root; None if we may not.
        tools: which of the commands below are there.
    """
    playwright: Command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if system == "darwin":  # into the person's cache; Homebrew would put a browser among their applications
        brew: list[list[Command]] = [[["brew", "install", "--cask", "google-chrome"]]] if "brew" in tools else []
        return [[playwright], *brew]
    if as_root is None or "apt-get" not in tools:
        return [[playwright]]
    with_libraries: list[Command] = [[*playwright[:-1], "--with-deps", playwright[-1]]]
    if system == "ubuntu":  # its chromium package is only a pointer to a snap
        return [with_libraries, [playwright]]
    apt: list[Command] = [
        [*as_root, "apt-get", "update", "-q"],
        # without any font Chromium stops at the first page
        [*as_root, "apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium", "fonts-liberation"],
    ]
    return [apt, with_libraries, [playwright]]


def install() -> Path | None:
    """Try the ways to install a browser until one works; return that browser."""
    tools = [tool for tool in ("apt-get", "brew") if shutil.which(tool)]
    for commands in ways_to_install(_system(), as_root(), tools):
        print("Installing a browser for the tests:", " && ".join(map(" ".join, commands)), file=sys.stderr)
        for command in commands:
            subprocess.run(command, stdout=sys.stderr)
        if browser := find():
            return browser
    return None


def _system() -> str:
    if sys.platform == "darwin":
        return "darwin"
    try:
        release = Path("/etc/os-release").read_text(encoding="utf-8")
    except OSError:
        return sys.platform
    return next((line[3:].strip('"') for line in release.splitlines() if line.startswith("ID=")), sys.platform)


def as_root() -> list[str] | None:
    """Return how to run a command as root: as it is if we are, sudo if it asks for no password, None if neither."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if shutil.which("sudo") and subprocess.run([*sudo, "true"], capture_output=True).returncode == 0:
        return sudo
    return None


def main(arguments: Sequence[str]) -> int:
    """Print the browser's path; with ``--install`` see to it that there is one."""
    named = os.environ.get("CHROMIUM")
    browser = find()
    if browser is None and "--install" in arguments and not named:
        browser = install()
    if browser is None:
        print(f"CHROMIUM is '{named}', which doesn't start." if named else HELP, file=sys.stderr)
        return 1
    print(browser)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
