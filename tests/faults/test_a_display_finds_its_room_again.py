"""A display that is reloaded, crashes or is killed finds its room and phones again."""

import os
import signal
import subprocess
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright
from playwright.sync_api import Error as PlaywrightError

from tests.faults.conftest import Hold
from tests.faults.peers import PeerPhone, WatchedServer
from tests.support.chromium import ARGUMENTS
from tests.support.clients import until
from tests.support.pages import BigScreen, Opened

OPEN = "document.querySelector('#display').dataset.state === 'open'"
KEPT = 20.0  # seconds; a browser writes down what a page keeps some 5 s later


def test_ten_reloads_cost_ten_phones_nothing(
    watched: WatchedServer, browser: Browser, opened: list[Opened], hold: Hold
) -> None:
    opened.append(screen := BigScreen(browser, watched.http))
    code = screen.code
    phones = [hold(PeerPhone(watched.port, code)).sit() for _ in range(10)]
    screen.wait_for_phones(10)

    for _ in range(10):
        screen.page.reload()
        screen.wait_for_phones(10)
        assert screen.code == code

    assert not any(phone.gone for phone in phones)
    assert [phone.card for phone in phones] == [
        {key: seat[key] for key in phones[0].card} for seat in sorted(screen.phones(), key=lambda seat: seat["number"])
    ]
    for phone in phones:
        phone.tap(1)
        assert phone.wait_for("acknowledged") == (1, True)


def test_a_crashed_tab_is_opened_again(
    watched: WatchedServer, browser: Browser, opened: list[Opened], hold: Hold
) -> None:
    opened.append(screen := BigScreen(browser, watched.http))
    code = screen.code
    phone = hold(PeerPhone(watched.port, code)).sit()

    crash(screen)
    phone.wait_for("display_here", lambda told: not told["here"])
    opened.append(again := Opened(screen.context, watched.http))
    again.wait_until(OPEN)

    assert again.page.locator("[data-code]").first.text_content() == code
    again.wait_until("document.querySelectorAll('#seats li').length === 1")
    phone.wait_for("display_here", lambda told: told["here"])
    assert not phone.gone


class Chromium:
    """A Chromium with a profile of its own, to be killed as a power cut does."""

    def __init__(self, playwright: Playwright, chromium: Path, profile: Path) -> None:
        self._port = profile / "DevToolsActivePort"
        self._port.unlink(missing_ok=True)
        command = [str(chromium), *ARGUMENTS, "--headless=new", "--no-first-run", "--remote-debugging-port=0"]
        self._process = subprocess.Popen(
            [*command, f"--user-data-dir={profile}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        until(lambda: self._port.exists() and self._answers(), lambda: "Chromium's port", KEPT)
        self._browser = playwright.chromium.connect_over_cdp(self._address)

    @property
    def context(self) -> BrowserContext:
        """Everything its profile keeps."""
        return self._browser.contexts[0]

    def kill(self) -> None:
        """End every process of it at once."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def close(self) -> None:
        """End it however the test went."""
        self.kill()
        self._browser.close()

    @property
    def _address(self) -> str:
        return f"http://127.0.0.1:{self._port.read_text().split()[0]}"

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self._address}/json/version", timeout=5) as answer:
                return bool(answer.status == 200)
        except (OSError, IndexError):
            return False


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    (folder := tmp_path / "profile").mkdir()
    return folder


@pytest.mark.skipif(os.name != "posix", reason="kills a group of processes")
def test_a_killed_browser_finds_its_room_with_the_same_profile(
    watched: WatchedServer, playwright: Playwright, chromium: Path, profile: Path, hold: Hold
) -> None:
    first = hold(Chromium(playwright, chromium, profile))
    screen = Opened(first.context, watched.http)
    screen.wait_until(OPEN)
    code = screen.page.locator("[data-code]").first.text_content() or ""
    phone = hold(PeerPhone(watched.port, code)).sit()
    kept = profile / "Default" / "Local Storage" / "leveldb"

    def is_kept() -> bool:
        host_pass = screen.page.evaluate("localStorage.getItem('host')")  # a newer one with each phone that joins
        return any(host_pass.encode() in file.read_bytes() for file in kept.glob("*") if file.is_file())

    until(is_kept, lambda: "the browser to write down its pass", KEPT)

    first.kill()
    phone.wait_for("display_here", lambda told: not told["here"])
    second = hold(Chromium(playwright, chromium, profile))
    again = Opened(second.context, watched.http)
    again.wait_until(OPEN)

    assert again.page.locator("[data-code]").first.text_content() == code
    again.wait_until("document.querySelectorAll('#seats li').length === 1")
    phone.wait_for("display_here", lambda told: told["here"])
    assert not phone.gone


def crash(screen: Opened) -> None:
    """Let the tab's process crash, as the browser itself has it for tests."""
    with screen.page.expect_event("crash"), pytest.raises(PlaywrightError):
        screen.page.goto("chrome://crash")
