"""Hands that play in a display's room while its page is measured."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from benchmarks.machine import HERE, RELAY, pinned
from benchmarks.servers import Running

MAIN = "import(document.querySelector('script[type=module]').src)"  # what the page's main exports

POLL_INTERVAL_MS = 50  # milliseconds between two looks


@contextmanager
def playing(page: Page, server: Running, phones: int) -> Iterator[None]:
    """Let so many phones join the room of a display's page and move, on the relay's core.

    Raises:
        RuntimeError: they found no seats.
    """
    if not phones:
        yield
        return
    while not page.evaluate(f"{MAIN}.then(({{clock}}) => clock.now())"):  # until it knows the server's clock
        page.wait_for_timeout(POLL_INTERVAL_MS)
    offset = page.evaluate(f"{MAIN}.then(({{clock}}) => clock.now() - Date.now())")
    code = page.locator("[data-code]").first.text_content() or ""
    script = str(HERE / "generator" / "crowd.js")
    command = pinned(RELAY, ["node", script, server.address, code, str(phones), str(offset)])
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            if process.stdout is None or not process.stdout.readline():
                raise RuntimeError("The phones found no seats.")
            yield
        finally:
            process.kill()
