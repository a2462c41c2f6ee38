"""``make visual``: a folder that is a visual, made of the example in the documentation."""

from pathlib import Path

import pytest

from controller_app.machine import visuals
from tools import new_visual


def test_the_new_folder_is_a_visual(tmp_path: Path) -> None:
    made = new_visual.make("spring-rain", tmp_path)

    card = visuals.load(tmp_path)["spring-rain"]
    assert card.title == "Spring rain"
    assert card.controls.motion == "tilt"
    assert {file.name for file in made.iterdir()} == {"visual.js", "visual.json", "locales", "preview.svg"}


@pytest.mark.parametrize("name", ["Rain", "../rain", "", "rain drops"])
def test_a_name_that_cannot_be_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="can't be a visual's name"):
        new_visual.make(name, tmp_path)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    new_visual.make("rain", tmp_path)
    with pytest.raises(ValueError, match="already"):
        new_visual.make("rain", tmp_path)


def test_the_example_is_short() -> None:
    assert len(new_visual.example("js").splitlines()) <= 45
