"""Installer: wheels from the lock with checked hashes, and no second try without."""

import pytest

from tools import install, requirements
from tools.install import LAST_PYTHON, Computer


class Pip:
    """Takes what pip would be called with."""

    def __init__(self, code: int = 0) -> None:
        self.code = code
        self.calls: list[list[str]] = []

    def __call__(self, arguments: list[str]) -> int:
        self.calls.append(arguments)
        return self.code


@pytest.mark.parametrize(
    "computer",
    [
        Computer("linux", "x86_64", 11),
        Computer("linux", "aarch64", 14),
        Computer("darwin", "arm64", 12),
        Computer("win32", "AMD64", 13),
    ],
    ids=str,
)
@pytest.mark.parametrize("what", ["requirements", "requirements-dev"])
def test_usual_computers_get_what_is_locked(computer: Computer, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    pip = Pip()

    assert install.install(what, computer, pip) == 0

    assert pip.calls == [["--require-hashes", "-r", str(requirements.ROOT / f"{what}.lock")]]
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "computer",
    [
        Computer("linux", "x86_64", LAST_PYTHON["requirements"] + 1),
        Computer("linux", "armv7l", 11),
        Computer("linux", "x86_64", 12, usual=False),
        Computer("darwin", "arm64", 11),
        Computer("darwin", "x86_64", 13),
        Computer("win32", "ARM64", 13),
    ],
    ids=str,
)
def test_others_get_tested_versions_that_have_wheels_and_are_told(
    computer: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    pip = Pip()

    assert install.install("requirements", computer, pip) == 0

    assert len(pip.calls) == 1
    assert pip.calls[0][0] == "--prefer-binary"
    assert pip.calls[0][1:] == requirements.ranges("requirements.txt")
    said = capsys.readouterr().out
    assert str(computer) in said
    assert said.count("\n") == 1


def test_what_does_not_match_is_not_tried_again_without_hashes() -> None:
    pip = Pip(code=1)

    assert install.install("requirements", Computer("linux", "x86_64", 11), pip) == 1
    assert len(pip.calls) == 1


def test_ranges_reach_from_the_floor_to_the_pin() -> None:
    floors, pins = requirements.floors(), requirements.pins("requirements.txt")

    assert requirements.ranges("requirements.txt") == [f"{name}>={floors[name]},<={pins[name]}" for name in floors]
    assert set(requirements.ranges("requirements-dev.txt")) > set(requirements.ranges("requirements.txt"))


def test_the_run_at_the_floors_has_the_lowest_versions_and_the_test_tools() -> None:
    wanted = dict(requirement.split("==") for requirement in requirements.at_floors())

    assert wanted.items() >= requirements.floors().items()
    assert "pytest" in wanted
    assert not {"ruff", "mypy", "uv", "types-gevent"} & wanted.keys()


def test_this_computer_says_what_it_is() -> None:
    computer = install.here()

    assert computer.system
    assert computer.machine
    assert computer.python >= 11
