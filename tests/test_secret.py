import logging
import os
import stat
from pathlib import Path

import pytest

from controller_app.machine import secret

as_owner = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")


def test_the_first_start_makes_a_key_and_later_ones_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "instance"
    key = secret.load(folder)
    assert len(key) == 32
    assert secret.load(folder) == key


def test_two_computers_have_different_keys(tmp_path: Path) -> None:
    assert secret.load(tmp_path / "one") != secret.load(tmp_path / "two")


@as_owner
def test_only_its_owner_may_read_the_key(tmp_path: Path) -> None:
    folder = tmp_path / "instance"
    secret.load(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "secret.key").stat().st_mode) == 0o600
    assert [file.name for file in folder.iterdir()] == ["secret.key"]


@as_owner
def test_a_key_that_others_may_read_is_closed_to_them(tmp_path: Path) -> None:
    key = secret.load(tmp_path)
    (tmp_path / "secret.key").chmod(0o644)
    assert secret.load(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600


def test_a_damaged_key_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "secret.key").write_bytes(b"short")
    key = secret.load(tmp_path)
    assert len(key) == 32
    assert secret.load(tmp_path) == key


def test_where_nothing_can_be_written_the_key_lasts_for_the_run(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "instance"
    blocked.write_text("a file where the folder should be")  # stops root as well, unlike a mode
    with caplog.at_level(logging.WARNING):
        key = secret.load(blocked)
    assert len(key) == 32
    assert len(caplog.records) == 1
    assert "phones lose their seats when the server restarts" in caplog.text
