"""Real servers, and pages of them in a real Chromium."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.support.pages import BigScreen, Handset, Opened
from tests.support.running import MANY_PEOPLE, RunningServer


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """Loopback counts as secure, so phones have motion here even over HTTP."""
    yield from _running(RunningServer(tmp_path_factory.mktemp("instance"), *MANY_PEOPLE))


@pytest.fixture(scope="session")
def lan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """As on a LAN: http://LAN_NAME is not a secure page, https://LAN_NAME has a certificate that nobody trusts."""
    yield from _running(RunningServer(tmp_path_factory.mktemp("lan"), *MANY_PEOPLE))


def _running(server: RunningServer) -> Iterator[RunningServer]:
    server.start()
    yield server
    code = server.stop()

    assert code == 0
    assert "Traceback" not in server.output, server.output


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
