import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.find_browser import find, ways_to_install

ROOT = Path(__file__).parent.parent.parent
MAC_CHROME = "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="browsers are played by shell scripts")


@pytest.mark.parametrize(
    "path",
    [
        "usr/bin/chromium",
        "usr/bin/chromium-browser",
        "usr/bin/google-chrome-stable",
        "Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "home/ada/Applications/Chromium.app/Contents/MacOS/Chromium",
        "home/ada/.cache/ms-playwright/chromium-1255/chrome-linux64/chrome",
        f"home/ada/Library/Caches/ms-playwright/chromium-1255/chrome-mac-arm64/{MAC_CHROME}",
    ],
)
def test_a_browser_is_found_where_systems_keep_it(tmp_path: Path, path: str) -> None:
    browser = put(tmp_path / path)
    assert find(tmp_path, tmp_path / "home/ada", {}) == browser


def test_none_is_none(tmp_path: Path) -> None:
    assert find(tmp_path, tmp_path, {}) is None


def test_the_named_one_is_taken_and_no_other(tmp_path: Path) -> None:
    put(tmp_path / "usr/bin/chromium")
    mine = put(tmp_path / "opt/mine")
    assert find(tmp_path, tmp_path, {"CHROMIUM": str(mine)}) == mine
    assert find(tmp_path, tmp_path, {"CHROMIUM": str(tmp_path / "opt/none")}) is None


def test_a_script_that_only_names_a_package_is_passed_by(tmp_path: Path) -> None:
    put(tmp_path / "usr/bin/chromium-browser", "echo 'requires the chromium snap' >&2; exit 1")
    chrome = put(tmp_path / "usr/bin/google-chrome")
    assert find(tmp_path, tmp_path, {}) == chrome


def test_of_playwrights_the_newest_is_taken(tmp_path: Path) -> None:
    for build in (999, 1255, 1200):
        put(tmp_path / f"browsers/chromium-{build}/chrome-linux/chrome")
    found = find(tmp_path, tmp_path, {"PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "browsers")})
    assert found == tmp_path / "browsers/chromium-1255/chrome-linux/chrome"


def test_debian_uses_its_package_manager_if_it_may() -> None:
    first, *_ = ways_to_install("debian", [], ["apt-get"])
    assert [command[:2] for command in first] == [["apt-get", "update"], ["apt-get", "install"]]
    first, *_ = ways_to_install("debian", ["sudo", "-n"], ["apt-get"])
    assert all(command[:3] == ["sudo", "-n", "apt-get"] for command in first)
    assert installs(ways_to_install("debian", None, ["apt-get"])) == ["playwright install chromium"]


def test_ubuntu_is_not_asked_for_a_snap() -> None:
    assert installs(ways_to_install("ubuntu", [], ["apt-get"])) == [
        "playwright install --with-deps chromium",
        "playwright install chromium",
    ]


def test_a_mac_gets_playwrights_before_an_application() -> None:
    assert installs(ways_to_install("darwin", None, ["brew"])) == [
        "playwright install chromium",
        "brew install --cask google-chrome",
    ]


def test_a_browser_that_does_not_start_is_told_in_one_sentence(tmp_path: Path) -> None:
    done = run({"CHROMIUM": str(tmp_path / "none")})
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"CHROMIUM is '{tmp_path / 'none'}', which doesn't start.\n"


def test_the_command_prints_the_path_and_nothing_else(tmp_path: Path) -> None:
    browser = put(tmp_path / "mine")
    assert run({"CHROMIUM": str(browser)}).stdout == f"{browser}\n"


def installs(ways: list[list[list[str]]]) -> list[str]:
    """Return each way's last command from the tool's name on."""
    return [" ".join(commands[-1]).removeprefix(f"{sys.executable} -m ") for commands in ways]


def run(environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tools.find_browser", "--install"]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environ}, capture_output=True, text=True)


def put(path: Path, does: str = "echo Chromium 1.0") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{does}\n")
    path.chmod(0o755)
    return path
