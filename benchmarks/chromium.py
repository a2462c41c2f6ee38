"""A real browser to measure pages in."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tests.support.chromium import QUIET
from tools.find_browser import find


@contextmanager
def chromium(*more: str) -> Iterator[Browser]:
    """Start one, with more arguments than its usual ones.

    Raises:
        RuntimeError: there is none.
    """
    path = find()
    if path is None:
        raise RuntimeError("Pages are measured in Chromium or Chrome, and none was found. `make test` installs one.")
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=str(path), args=[*QUIET, *more]) as browser,
    ):
        yield browser
