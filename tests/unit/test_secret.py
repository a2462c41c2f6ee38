import errno
import logging
import os
import stat
from collections.abc import Callable
from contextlib import nullcontext
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
    assert sorted(file.name for file in folder.iterdir()) == ["lock", "secret.key"]


@as_owner
def test_a_key_that_others_may_read_is_closed_to_them(tmp_path: Path) -> None:
    key = secret.load(tmp_path)
    (tmp_path / "secret.key").chmod(0o644)
    assert secret.load(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600


def short(file: Path) -> None:
    file.write_bytes(b"short")


def empty(file: Path) -> None:
    file.write_bytes(b"")


def directory(file: Path) -> None:
    (file / "within").mkdir(parents=True)


def pipe(file: Path) -> None:
    os.mkfifo(file)


def dangling(file: Path) -> None:
    file.symlink_to("nowhere")


DAMAGE = [
    (short, "it has 5 bytes instead of 32"),
    (empty, "it has 0 bytes instead of 32"),
    (directory, "Not a file"),
    pytest.param(pipe, "Not a file", marks=as_owner),
    pytest.param(dangling, "No such file or directory", marks=as_owner),
]


@pytest.mark.parametrize(("damage", "flaw"), DAMAGE)
def test_a_damaged_key_is_said_in_one_sentence_and_kept_beside_the_new_one(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: Callable[[Path], None], flaw: str
) -> None:
    file = tmp_path / "secret.key"
    damage(file)
    was = file.lstat()

    key = secret.load(tmp_path)

    assert len(key) == 32
    assert secret.load(tmp_path) == key
    (kept,) = tmp_path.glob("secret.key.damaged-*")
    assert os.path.samestat(kept.lstat(), was)
    assert [record.getMessage() for record in caplog.records] == [
        f"{file} can't be used ({flaw}), so there is a new one, and phones and displays from before come back as "
        f"newcomers; the old one is kept as {kept.name}."
    ]


def test_a_key_that_cannot_be_read_is_kept_as_it_is(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    key = secret.load(tmp_path)
    with monkeypatch.context() as somebody_elses:
        somebody_elses.setattr(secret, "read_private", deny)
        other = secret.load(tmp_path)

    assert other == secret.load(tmp_path) != key
    (kept,) = tmp_path.glob("secret.key.damaged-*")
    assert kept.read_bytes() == key
    assert "can't be used (Permission denied)" in caplog.text


def test_damaged_keys_are_all_kept(tmp_path: Path) -> None:
    damages = [b"first", b"second", b"third"]
    for damage in damages:
        (tmp_path / "secret.key").write_bytes(damage)
        secret.load(tmp_path)
    assert sorted(file.read_bytes() for file in tmp_path.glob("secret.key.damaged-*")) == damages


def test_a_damaged_key_that_cannot_be_replaced_is_said_too(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> str:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    file = tmp_path / "secret.key"
    short(file)
    monkeypatch.setattr(secret, "set_aside", refuse)

    assert len(secret.load(tmp_path)) == 32
    assert file.read_bytes() == b"short"
    assert [record.getMessage() for record in caplog.records] == [
        f"{file} can't be used (it has 5 bytes instead of 32) and can't be written (Read-only file system), so phones "
        "lose their seats when the server restarts. Choose a folder that can be written with --instance."
    ]


@pytest.mark.parametrize("links", [True, False])
def test_a_key_that_another_start_has_made_is_taken_where_no_lock_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no hard links, as on FAT")

    def be_slower(count: int) -> bytes:
        (tmp_path / "secret.key").write_bytes(others)
        return bytes(count)

    if not links:
        monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(secret, "locked", lambda _: nullcontext())
    others = b"o" * 32
    with monkeypatch.context() as slow:
        slow.setattr("secrets.token_bytes", be_slower)
        assert secret.load(tmp_path) == others
    (tmp_path / "secret.key").unlink()
    assert secret.load(tmp_path) == secret.load(tmp_path) != others


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
