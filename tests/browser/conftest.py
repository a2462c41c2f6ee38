"""A real Chromium, real servers, and pages that are closed and asked for complaints at the end of each test."""

import socket
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.pages import BigScreen, Handset, Opened
from tests.running import RunningServer
from tools.find_browser import find

LAN_NAME = f"{socket.gethostname().split('.')[0].lower()}.local"
"""A name that the server goes by; unlike loopback it does not count as secure."""

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    f"--host-resolver-rules=MAP {LAN_NAME} 127.0.0.1",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = find()
    assert chromium, "No Chromium or Chrome was found. `make test` installs one, or says how."
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(chromium), args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """Loopback counts as secure, so phones have motion here even over HTTP."""
    yield from _running(RunningServer(tmp_path_factory.mktemp("instance")))


@pytest.fixture(scope="session")
def lan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """As on a LAN: http://LAN_NAME is not a secure page, https://LAN_NAME has a certificate that nobody trusts."""
    yield from _running(RunningServer(tmp_path_factory.mktemp("lan")))


def _running(server: RunningServer) -> Iterator[RunningServer]:
    server.start()
    yield server
    code = server.stop()

    assert code == 0
    assert "Traceback" not in server.output, server.output


@pytest.fixture
def opened() -> Iterator[list[Opened]]:
    pages: list[Opened] = []
    yield pages
    complaints = [complaint for page in pages for complaint in page.complaints]
    for page in pages:
        page.close()

    assert not complaints


@pytest.fixture
def display(browser: Browser, server: RunningServer, opened: list[Opened]) -> Callable[..., BigScreen]:
    def open_display(address: str = server.http, **more: object) -> BigScreen:
        opened.append(made := BigScreen(browser, address, **more))  # type: ignore[arg-type]
        return made

    return open_display


@pytest.fixture
def phone(browser: Browser, opened: list[Opened]) -> Callable[..., Handset]:
    def take_phone(address: str, **more: object) -> Handset:
        opened.append(made := Handset(browser, address, **more))  # type: ignore[arg-type]
        return made

    return take_phone
