"""Fixtures for all tests: a real Chromium, and pages checked for errors at the end."""

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.support.chromium import ARGUMENTS
from tests.support.pages import Opened
from tools.find_browser import find

hypothesis.settings.register_profile("any speed", deadline=None)
hypothesis.settings.load_profile("any speed")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium() -> Path:
    found = find()
    assert found, "No Chromium or Chrome was found. `make test` installs one, or says how."
    return Path(found)


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: Path) -> Iterator[Browser]:
    running = playwright.chromium.launch(executable_path=str(chromium), args=ARGUMENTS)
    yield running
    running.close()


@pytest.fixture
def opened() -> Iterator[list[Opened]]:
    pages: list[Opened] = []
    yield pages
    complaints = [complaint for page in pages for complaint in page.complaints]
    for page in pages:
        page.close()

    assert not complaints
