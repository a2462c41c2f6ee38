"""What `pip install`, `pipx run` and `uvx` give: a wheel, outside of any checkout."""

import subprocess
from collections.abc import Iterator
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from playwright.sync_api import Browser

from controller_app import __version__
from controller_app.folders import STATIC
from controller_app.machine import visuals
from tests.support.installed import InstalledServer, build, install
from tests.support.pages import BigScreen, Handset, Opened
from tools import new_visual, requirements


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def commands(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install(wheel, tmp_path_factory.mktemp("environment"))


def test_the_wheel_asks_for_all_that_is_needed_and_has_the_version(wheel: Path) -> None:
    with ZipFile(wheel) as zipped:
        metadata = Parser().parsestr(zipped.read(f"controller_app-{__version__}.dist-info/METADATA").decode())
    asked = {Requirement(text).name for text in metadata.get_all("Requires-Dist", [])}

    assert metadata["Version"] == __version__
    assert asked == {canonicalize_name(name) for name in requirements.pins("requirements.txt")}


def test_help_names_the_folder_of_the_users_data(commands: Path, tmp_path: Path) -> None:
    told = subprocess.run(
        [commands / "controller-app", "--help"],
        env={"HOME": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )

    assert str(InstalledServer(commands, tmp_path).instance) in "".join(told.stdout.split())


@pytest.fixture
def server(commands: Path, tmp_path: Path) -> Iterator[InstalledServer]:
    """As installed for a user who has one visual of their own."""
    running = InstalledServer(commands, tmp_path)
    new_visual.make("mine", running.instance.parent / "visuals")
    running.start()
    yield running
    code = running.stop()

    assert code == 0
    assert "Traceback" not in running.output, running.output


def test_it_starts_seats_a_phone_over_https_and_lists_all_visuals(
    server: InstalledServer, browser: Browser, opened: list[Opened]
) -> None:
    screen = BigScreen(browser, server.http)
    opened.append(screen)
    hand = Handset(browser, f"{server.https}/{screen.code}")
    opened.append(hand)
    hand.join()
    screen.wait_for_phones(1)
    screen.press("g")

    titles = {title.lstrip("0123456789 ") for title in screen.page.locator("#gallery .title").all_text_contents()}
    assert titles == {"Mine", *(card.title for card in visuals.load(STATIC / "visuals").values())}
    assert list(server.instance.glob("*.crt"))
