"""Public files: ours and accepted visuals', and nothing that leads elsewhere."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controller_app.machine.public_files import MAX_BYTES, MAX_ENTRIES, PublicFolder, is_public
from controller_app.machine.public_tree import PublicTree
from controller_app.web.tasks import hot_reload as saves

DEVICES = [
    "CON",
    "nul",
    "Aux.js",
    "PRN.tar.gz",
    "com1",
    "LPT9.txt",
    "COM¹.js",
    "con .js",
    "CONIN$",
    "conout$.js",
    "COM0",
]
OTHER_SPELLINGS = [
    "a.js.",
    "a.js ",
    "a.js. .",
    "a.js::$DATA",
    "a.js:stream",
    "VISUAL~1.JS",
    "GIT~1",
    "a\\b.js",
    "a?",
    "*",
]
HIDDEN = [".git", ".env", "..", ".", "_draft", "", "visual.js~", "\u200c.git", "a\x00.js", "\u202egnp.js", "\udcff"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A visual, with a bit of everything an author may have there; what lies around it is not public."""
    visual = tmp_path / "mine" / "rain"
    for name in ("visual.js", "img/drop.png", ".git/config", ".env", "_old/visual.js", "img/.DS_Store", "img/_raw.png"):
        write(visual / name, name)
    write(tmp_path / "mine" / "notes.txt", "notes")
    write(tmp_path / "secret.key", "secret")
    return visual


@pytest.mark.parametrize("name", [*DEVICES, *OTHER_SPELLINGS, *HIDDEN], ids=ascii)
def test_names_that_a_system_reads_otherwise_are_not_public(name: str) -> None:
    assert not is_public(name)
    assert PublicFolder(Path()).find(f"tests/{name}/a.js") is None


@pytest.mark.parametrize(
    "name", ["console.js", "nullable.css", "computer.png", "com10", "träume.mp3", "a (2).png", "🌧.svg"]
)
def test_ordinary_names_are_public(name: str, tmp_path: Path) -> None:
    write(tmp_path / name, "there")

    assert PublicFolder(tmp_path).find(name) == tmp_path / name
    assert [file.name for file in PublicFolder(tmp_path).files()] == [name]


def test_hidden_and_private_files_are_neither_found_nor_walked(folder: Path) -> None:
    public = PublicFolder(folder)

    assert {file.name for file in public.files()} == {"visual.js", "img/drop.png"}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        assert (public.find(name) is not None) == (name in {"visual.js", "img/drop.png"}), name


def test_a_link_is_followed_within_the_folder_only(folder: Path, tmp_path: Path) -> None:
    for name, target in {
        "near.js": "visual.js",
        "pictures": "img",
        "out.key": str(tmp_path / "secret.key"),
        "up": "../..",
        "hidden.txt": ".git/config",
        "old": "_old",
        "dead.js": "nowhere.js",
        "round.js": "round.js",
        "loop": ".",
    }.items():
        (folder / name).symlink_to(target)
    public = PublicFolder(folder)

    assert public.find("near.js") == folder / "visual.js"
    assert public.find("pictures/drop.png") == folder / "img" / "drop.png"
    assert public.find("loop/loop/visual.js") == folder / "visual.js"
    for name in (
        "out.key",
        "up/secret.key",
        "up/mine/notes.txt",
        "hidden.txt",
        "old/visual.js",
        "dead.js",
        "round.js",
        "up",
    ):
        assert public.find(name) is None, name
    assert {file.name for file in public.files()} == {"visual.js", "img/drop.png", "near.js"}


def test_the_folder_itself_may_be_a_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    public = PublicFolder(tmp_path / "link")

    assert public.find("visual.js") == folder / "visual.js"
    assert public.find("../notes.txt") is None
    assert {file.name for file in public.files()} == {"visual.js", "img/drop.png"}


def test_pipes_sockets_devices_and_folders_are_no_files(folder: Path) -> None:
    os.mkfifo(folder / "pipe.js")
    (folder / "null.js").symlink_to("/dev/null")
    public = PublicFolder(folder)

    for name in ("pipe.js", "null.js", "img", "img/"):
        assert public.find(name) is None
    assert {file.name for file in public.files()} == {"visual.js", "img/drop.png"}


def test_a_folder_that_is_gone_has_no_files(tmp_path: Path) -> None:
    write(tmp_path / "plain", "a file where a folder was")
    for path in (tmp_path / "gone", tmp_path / "plain"):
        assert list(PublicFolder(path).files()) == []
        assert PublicFolder(path).find("a.js") is None


def test_a_walk_ends_although_links_go_round_and_files_are_many(folder: Path) -> None:
    assert not PublicFolder(folder).is_too_large()
    (folder / "img" / "back").symlink_to("..")
    for n in range(MAX_ENTRIES):
        (folder / "img" / f"{n}.js").touch()

    assert len(list(PublicFolder(folder).files())) < MAX_ENTRIES
    assert PublicFolder(folder).is_too_large()


def test_a_file_too_large_to_keep_is_neither_served_nor_hashed(folder: Path) -> None:
    with (folder / "film.mp4").open("wb") as film:
        film.truncate(MAX_BYTES + 1)  # a hole: nothing is written

    assert PublicFolder(folder).find("film.mp4") is None
    assert "film.mp4" not in {file.name for file in PublicFolder(folder).files()}


@given(
    st.lists(
        st.sampled_from(["visuals", "rain", "..", ".", "", "_kit", ".git", "notes.txt", "up", "secret.key"]) | st.text()
    )
)
def test_no_path_finds_anything_outside(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    base = tmp_path_factory.getbasetemp() / "tree"
    if not base.exists():
        write(base / "secret.key", "secret")
        write(base / "mine" / "rain" / "visual.js", "// rain")
        (base / "mine" / "rain" / "up").symlink_to("..")
        write(base / "static" / "main.js", "// main")
    found = PublicTree(base / "static", {"rain": base / "mine" / "rain"}).find("/".join(parts))

    assert found in {None, base / "mine" / "rain" / "visual.js", base / "static" / "main.js"}


def test_the_tree_holds_our_files_the_kit_and_accepted_visuals(folder: Path, tmp_path: Path) -> None:
    static = tmp_path / "static"
    ours = (
        "main.js",
        "visuals/_kit/draw.js",
        "visuals/_kit/_old.js",
        "visuals/_draft/visual.js",
        "visuals/broken/notes.txt",
    )
    for name in (*ours, "visuals/README.md", "_private/a.js", "js/_private.js"):
        write(static / name, name)
    (static / "Visuals").symlink_to("visuals")  # what a disk that ignores case does by itself
    tree = PublicTree(static, {"rain": folder})

    public = {"main.js", "visuals/_kit/draw.js", "visuals/rain/visual.js", "visuals/rain/img/drop.png"}
    assert {file.name for file in tree.files()} == public
    assert all(tree.find(name) for name in public)
    for name in (
        *ours[2:],
        "visuals/README.md",
        "_private/a.js",
        "js/_private.js",
        "Visuals/README.md",
        "visuals",
        "",
        "/",
    ):
        assert tree.find(name) is None, name
    assert tree.find("visuals/x/../rain//./visual.js") == folder / "visual.js"


def test_a_huge_tree_beside_the_visuals_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder.parent / "other-project" / "node_modules" / "a.js", "// not a visual")
    scanned: list[str] = []
    scan = os.scandir

    def spy(path: str) -> Any:
        scanned.append(path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", spy)
    assert list(PublicTree(folder.parent / "static", {"rain": folder}).files())
    assert set(saves.look([folder.parent], folder.parent / "_kit")) == {folder}

    assert str(folder) in scanned
    assert not [path for path in scanned if "other-project" in path]


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
