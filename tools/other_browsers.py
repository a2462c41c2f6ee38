"""Finder and installer of Firefox, WebKitGTK and Xvfb for the tests in other browsers.

python -m tools.other_browsers  install what is missing, from Debian's packages; one sentence where that can't be
"""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tools.find_browser import as_root

PACKAGES = {"firefox-esr": "firefox", "webkit2gtk-driver": "WebKitWebDriver", "xvfb": "Xvfb"}
"""Debian's packages, each with the command it is there for."""

MINI_BROWSERS = ("usr/lib/*/webkit2gtk-4.*/MiniBrowser", "usr/libexec/webkit2gtk-4.*/MiniBrowser")
"""WebKitGTK's own little browser, which WebKitWebDriver starts; no command of its own on any PATH."""

Which = Callable[[str], str | None]


def firefox(which: Which = shutil.which) -> str | None:
    """Return the path of Firefox, or None."""
    return which("firefox-esr") or which("firefox")


def mini_browser(root: Path = Path("/")) -> Path | None:
    """Return the path of WebKitGTK's MiniBrowser, or None."""
    return next((path for pattern in MINI_BROWSERS for path in sorted(root.glob(pattern), reverse=True)), None)


def missing(which: Which = shutil.which) -> list[str]:
    """Return Debian's names of the packages that are not here."""
    there = {**{name: which(command) for name, command in PACKAGES.items()}, "firefox-esr": firefox(which)}
    return [name for name, path in there.items() if path is None]


def main() -> int:
    """Install what is missing; return 1 where something still is."""
    root = as_root()
    if missing() and root is not None and shutil.which("apt-get"):
        for command in (["update"], ["install", "-y", "--no-install-recommends", *missing()]):
            subprocess.run([*root, "apt-get", "-q", *command], stdout=sys.stderr)
    if left := missing():
        print(f"The tests in Firefox and WebKitGTK are skipped until these packages are installed: {', '.join(left)}.")
        return 1
    print("Firefox, WebKitGTK's driver and Xvfb are here.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
