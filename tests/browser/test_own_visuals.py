"""An author's own folder: the example of docs/visuals.md, pasted, draws and hears the phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import BigScreen, Handset, Opened
from tests.running import RunningServer
from tools import new_visual


@pytest.fixture
def own(tmp_path: Path) -> Iterator[RunningServer]:
    """A server with a folder of visuals that is nobody's but the author's."""
    new_visual.make("rain", tmp_path / "mine")
    server = RunningServer(tmp_path / "instance", "--visuals", str(tmp_path / "mine"), "--visual", "rain").start()
    yield server

    assert server.stop() == 0
    assert "Traceback" not in server.output


def test_the_example_of_the_documentation_runs(own: RunningServer, browser: Browser, opened: list[Opened]) -> None:
    opened.append(screen := BigScreen(browser, own.http))
    opened.append(hand := Handset(browser, screen.scan()))
    hand.join()
    hand.says("Lean to blow. Tap to splash.")
    before = screen.picture().tobytes()

    hand.tap_pad()

    screen.wait_until("main().then(({stage}) => stage.frames > 5)")
    assert screen.page.locator("[data-title]").text_content() == "Rain"
    assert screen.picture().tobytes() != before
