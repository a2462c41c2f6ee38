import json
import os
from pathlib import Path
from typing import Any

import pytest

from controller_app.core.protocol import Controls, VisualCard
from controller_app.errors import BadSetting
from controller_app.machine import visuals
from controller_app.machine.public_files import MAX_BYTES
from controller_app.machine.public_tree import KIT
from controller_app.web.tasks import hot_reload as saves
from tests.support.running import ROOT

MANIFEST: dict[str, Any] = {
    "title": "Ponds",
    "sentence": "Every phone is a drop in the same water.",
    "hint": "Tilt to drift, tap to splash.",
    "author": "Ada",
    "licence": "MIT",
    "description": "Rings of light spread over dark water wherever a phone is tapped.",
    "players": {"least": 1, "most": 40},
    "controls": {"motion": "tilt", "pad": True},
}


def test_a_folder_dropped_in_is_a_visual(tmp_path: Path) -> None:
    drop_in(tmp_path, "ponds")
    assert visuals.load(tmp_path) == {
        "ponds": VisualCard(
            name="ponds",
            title="Ponds",
            sentence="Every phone is a drop in the same water.",
            hint="Tilt to drift, tap to splash.",
            description="Rings of light spread over dark water wherever a phone is tapped.",
            players=(1, 40),
            controls=Controls("tilt", True),
        )
    }


def test_visuals_stand_in_the_order_of_their_titles(tmp_path: Path) -> None:
    drop_in(tmp_path, "a", title="zebras")
    drop_in(tmp_path, "b", title="Ants")
    drop_in(tmp_path, "c", title="bees")
    assert list(visuals.load(tmp_path)) == ["b", "c", "a"]


def test_files_and_hidden_folders_are_no_visuals(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "README.md").write_text("about")
    (tmp_path / "_shared").mkdir()
    (tmp_path / ".git").mkdir()
    assert visuals.load(tmp_path) == {}
    assert visuals.load(tmp_path / "missing") == {}
    assert not caplog.records


@pytest.mark.parametrize(
    ("changes", "warning"),
    [
        ({"title": 7}, "visual.json: title: expected `str`, got `int`."),
        ({"title": ""}, "visual.json: title: expected `str` of length >= 1."),
        ({"hint": "x" * 81}, "visual.json: hint: expected `str` of length <= 80."),
        ({"licence": None}, "visual.json: licence: expected `str`, got `null`."),
        ({"players": {"least": 3, "most": 2}}, "visual.json: players: 'least' is more than 'most'."),
        ({"players": {"least": 0, "most": 2}}, "visual.json: players.least: expected `int` >= 1."),
        ({"controls": {"motion": "wave", "pad": True}}, "visual.json: controls.motion: invalid enum value 'wave'."),
        ({"colour": "red"}, "visual.json: Object contains unknown field `colour`."),
    ],
)
def test_a_wrong_field_is_named_and_the_others_go_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, changes: dict[str, Any], warning: str
) -> None:
    drop_in(tmp_path, "good")
    drop_in(tmp_path, "bad", **changes)
    assert list(visuals.load(tmp_path)) == ["good"]
    assert [record.getMessage() for record in caplog.records] == [f"The visual 'bad' is left out: {warning}"]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b'{"title": "\xff"}', b'{"title":' + b"[" * 100_000])
def test_what_is_no_manifest_at_all_is_left_out(tmp_path: Path, caplog: pytest.LogCaptureFixture, data: bytes) -> None:
    drop_in(tmp_path, "bad")
    (tmp_path / "bad" / "visual.json").write_bytes(data)
    assert visuals.load(tmp_path) == {}
    assert "visual.json" in caplog.text


def test_a_manifest_saved_by_notepad_is_read(tmp_path: Path) -> None:
    drop_in(tmp_path, "ponds")
    for name in ("visual.json", "visual.js"):
        file = tmp_path / "ponds" / name
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert visuals.load(tmp_path)["ponds"].title == "Ponds"


@pytest.mark.parametrize("name", ["visual.json", "visual.js", "phone.js", "phone.html", "phone.css"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_is_told_in_words(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str, encoding: str
) -> None:
    drop_in(tmp_path, "ponds")
    file = tmp_path / "ponds" / name
    text = file.read_text() if file.exists() else "// a page\n"
    file.write_bytes(text.encode(encoding))
    assert visuals.load(tmp_path) == {}
    assert f"The visual 'ponds' is left out: {name}: it is saved as UTF-16; save it as UTF-8." in caplog.text


def test_a_missing_file_is_named(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    drop_in(tmp_path, "without-code")
    (tmp_path / "without-code" / "visual.js").unlink()
    drop_in(tmp_path, "without-words")
    (tmp_path / "without-words" / "visual.json").unlink()
    drop_in(tmp_path, "With Spaces")
    assert visuals.load(tmp_path) == {}
    assert [record.getMessage() for record in caplog.records] == [
        "The visual 'With Spaces' is left out: its folder's name may hold small letters, digits and dashes, 40 in all.",
        "The visual 'without-code' is left out: it has no visual.js.",
        "The visual 'without-words' is left out: it has no visual.json.",
    ]


def test_what_leads_out_of_the_folder_or_is_no_file_is_not_accepted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    drop_in(tmp_path / "elsewhere", "real")
    for name, file in (("code", "visual.js"), ("words", "visual.json")):
        drop_in(tmp_path / "mine", name)
        (tmp_path / "mine" / name / file).unlink()
        (tmp_path / "mine" / name / file).symlink_to(tmp_path / "elsewhere" / "real" / file)
    drop_in(tmp_path / "mine", "pipe")
    (tmp_path / "mine" / "pipe" / "visual.json").unlink()
    os.mkfifo(tmp_path / "mine" / "pipe" / "visual.json")
    drop_in(tmp_path / "mine", "page")
    (tmp_path / "mine" / "page" / "phone.js").symlink_to(tmp_path / "elsewhere" / "real" / "visual.js")
    (tmp_path / "mine" / "loop").symlink_to("loop")
    (tmp_path / "mine" / "dead").symlink_to("nowhere")

    cards = visuals.load(tmp_path / "mine")

    assert list(cards) == ["page"]
    assert cards["page"].phone_page == []
    assert [record.getMessage() for record in caplog.records] == [
        f"The visual '{name}' is left out: its {file} is no regular file, or a link that leads out of the folder."
        for name, file in (("code", "visual.js"), ("pipe", "visual.json"), ("words", "visual.json"))
    ]


def test_a_link_to_a_visual_elsewhere_is_accepted(tmp_path: Path) -> None:
    drop_in(tmp_path / "elsewhere", "real")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "rain").symlink_to(tmp_path / "elsewhere" / "real")

    assert visuals.Collection(tmp_path / "mine").homes == {"rain": tmp_path / "mine" / "rain"}


def test_a_folder_with_too_much_in_it_is_not_accepted(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    drop_in(tmp_path, "film")
    for n in (1, 2):
        with (tmp_path / "film" / f"{n}.mp4").open("wb") as film:
            film.truncate(MAX_BYTES // 2)  # a hole: nothing is written

    assert visuals.load(tmp_path) == {}
    assert "it holds more than 2000 files or 256 MB." in caplog.text


def test_what_is_mended_is_accepted_later_and_stays_when_it_breaks_again(tmp_path: Path) -> None:
    drop_in(tmp_path, "rain", title=7)
    collection = visuals.Collection(tmp_path)
    assert collection.homes == {}

    (tmp_path / "rain" / "visual.json").write_text(json.dumps(MANIFEST))
    assert collection.accept(tmp_path / "rain").title == "Ponds"
    (tmp_path / "rain" / "visual.json").write_text("{")
    with pytest.raises(visuals.BadManifest):
        collection.accept(tmp_path / "rain")

    assert collection.homes == {"rain": tmp_path / "rain"}
    assert collection.cards["rain"].title == "Ponds"


def test_picking_an_unknown_visual_says_which_there_are(tmp_path: Path) -> None:
    drop_in(tmp_path, "mirror")
    drop_in(tmp_path, "lights")
    cards = visuals.load(tmp_path)
    assert visuals.pick(cards, "mirror") is cards["mirror"]
    with pytest.raises(BadSetting, match=r"^--visual: there is no visual 'x'; there are: lights, mirror$"):
        visuals.pick(cards, "x")


def test_every_visual_that_comes_along_is_whole(caplog: pytest.LogCaptureFixture) -> None:
    folder = ROOT / "static" / "visuals"
    folders = [entry.name for entry in folder.iterdir() if entry.is_dir() and entry.name != KIT]
    assert sorted(visuals.load(folder)) == sorted(folders), caplog.text


def drop_in(folder: Path, name: str, **changes: Any) -> None:
    (folder / name).mkdir(parents=True)
    (folder / name / "visual.js").write_text("export default function create() {}\n")
    (folder / name / "visual.json").write_text(json.dumps({**MANIFEST, **changes}))


def test_authors_folders_come_beside_ours_and_cannot_take_a_name(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    drop_in(tmp_path / "ours", "ponds")
    drop_in(tmp_path / "mine", "ponds", title="Mine")
    drop_in(tmp_path / "mine", "rain", title="Rain")

    cards = visuals.load(tmp_path / "ours", tmp_path / "mine")

    assert [card.title for card in cards.values()] == ["Ponds", "Rain"]
    assert "is not the first folder with that name" in caplog.text


def test_a_phone_page_of_its_own_is_told_by_its_files(tmp_path: Path) -> None:
    drop_in(tmp_path, "plain")
    drop_in(tmp_path, "own")
    drop_in(tmp_path, "unfinished")
    for name in ("phone.js", "phone.html", "other.js"):
        (tmp_path / "own" / name).write_text("")
    (tmp_path / "unfinished" / "phone.html").write_text("")

    cards = visuals.load(tmp_path)

    assert cards["own"].phone_page == ["phone.html", "phone.js"]
    assert cards["plain"].phone_page == cards["unfinished"].phone_page == []


def test_of_two_visuals_with_one_name_the_first_is_watched_as_it_is_shown(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for folder, name in ((ours, "ponds"), (theirs, "ponds"), (theirs, "rain")):
        drop_in(folder, name)

    assert set(saves.look([ours, theirs], tmp_path / "_kit")) == {ours / "ponds", theirs / "rain"}


def test_a_saved_file_of_the_kit_changes_every_visual_and_one_of_a_visual_that_alone(tmp_path: Path) -> None:
    for name in ("ponds", "rain"):
        drop_in(tmp_path, name)
    kit = tmp_path / "_kit"
    kit.mkdir()
    before = saves.look([tmp_path], kit)

    (kit / "boxes.js").write_text("export {};")
    after = saves.look([tmp_path], kit)
    (tmp_path / "rain" / "drop.js").write_text("export {};")
    later = saves.look([tmp_path], kit)

    assert {visual.name for visual in after if after[visual] != before[visual]} == {"ponds", "rain"}
    assert {visual.name for visual in later if later[visual] != after[visual]} == {"rain"}


def worded(folder: Path, name: str, sentences: object, language: str = "en") -> None:
    (folder / name / "locales").mkdir(exist_ok=True)
    (folder / name / "locales" / f"{language}.json").write_text(json.dumps(sentences))


def test_the_sentences_of_a_visual_stand_in_its_locales(tmp_path: Path) -> None:
    controls = {"motion": "none", "choices": ["hello", {"name": "bye", "label": "Bye"}]}
    drop_in(tmp_path, "ponds", controls=controls)
    worded(tmp_path, "ponds", {"title": "Lakes", "question": "How?", "labels": {"hello": "Hi"}, "rings_other": "rings"})

    card = visuals.load(tmp_path)["ponds"]

    assert (card.title, card.hint) == ("Lakes", MANIFEST["hint"]), "what locales/ lacks is in visual.json"
    assert card.controls.question == "How?"
    assert [choice.label for choice in card.controls.choices] == ["Hi", "Bye"]
    assert card.sentences == {"question": "How?", "labels.hello": "Hi", "rings_other": "rings"}


def test_a_visual_speaks_the_pages_language_where_it_can(tmp_path: Path) -> None:
    drop_in(tmp_path, "ponds")
    worded(tmp_path, "ponds", {"title": "Ponds", "hint": "Tilt.", "goal": "Goal"})
    worded(tmp_path, "ponds", {"title": "Lagetoj", "goal": "Celo"}, "eo")

    card = visuals.Collection(tmp_path, language="eo").cards["ponds"]

    assert (card.title, card.hint, card.sentences) == ("Lagetoj", "Tilt.", {"goal": "Celo"})


def test_phones_get_the_sentences_of_a_visual_with_a_page_of_its_own_alone(tmp_path: Path) -> None:
    drop_in(tmp_path, "ponds")
    worded(tmp_path, "ponds", {"goal": "Goal"})
    assert visuals.load(tmp_path)["ponds"].for_phones().sentences == {}

    (tmp_path / "ponds" / "phone.js").write_text("")
    assert visuals.load(tmp_path)["ponds"].for_phones().sentences == {"goal": "Goal"}


@pytest.mark.parametrize("sentences", [["title"], {"title": 7}, {"a": "x" * 1001}])
def test_wrong_sentences_are_told_in_words(tmp_path: Path, caplog: pytest.LogCaptureFixture, sentences: object) -> None:
    drop_in(tmp_path, "ponds")
    worded(tmp_path, "ponds", sentences)

    assert visuals.load(tmp_path) == {}
    assert "The visual 'ponds' is left out: locales" in caplog.text
