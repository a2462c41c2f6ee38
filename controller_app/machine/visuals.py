"""Visuals: each folder with a ``visual.json``, a ``visual.js`` and its sentences, checked."""

import logging
import os
import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from controller_app.core.protocol import Controls, VisualCard
from controller_app.core.sentences import Sentences
from controller_app.errors import BadSetting, ControllerError
from controller_app.machine import locales, text_file
from controller_app.machine.locales import ENGLISH
from controller_app.machine.public_files import MAX_BYTES, MAX_ENTRIES, PublicFolder
from controller_app.machine.text_file import WrongEncoding

FOLDER_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
PHONE_FILES = ("phone.css", "phone.html", "phone.js")
"""What a phone page of a visual's own is made of."""

MAX_PLAYERS = 10_000
"""More phones than a room ever has."""

TOLD = ("title", "sentence", "hint", "description")
"""Sentences about a visual; all others are its own."""

QUESTION = "question"
LABELS = "labels."
"""The keys of what stands on buttons and choices begin with this."""

LISTS = ("buttons", "choices")

MAX_SENTENCES = 500
MAX_LETTERS = 1000
"""Of a visual's own sentences, which travel to its display."""

log = logging.getLogger(__name__)


class BadManifest(ControllerError):
    """A visual's folder is not what it must be."""

    code = "bad_manifest"


class Players(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many phones a visual is made for."""

    least: Annotated[int, Meta(ge=1, le=MAX_PLAYERS)]
    most: Annotated[int, Meta(ge=1, le=MAX_PLAYERS)]

    def __post_init__(self) -> None:
        if self.least > self.most:
            raise ValueError("'least' is more than 'most'")


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A visual's ``visual.json``, with the sentences that stand in ``locales/`` beside it."""

    title: Annotated[str, Meta(min_length=1, max_length=80)]
    sentence: Annotated[str, Meta(min_length=1, max_length=200, description="what it is, for the display")]
    hint: Annotated[str, Meta(min_length=1, max_length=80, description="what the hand does, for the phone")]
    author: Annotated[str, Meta(min_length=1, max_length=80)]
    licence: Annotated[str, Meta(min_length=1, max_length=80)]
    description: Annotated[str, Meta(min_length=1, max_length=1000, description="for who can't see it")]
    players: Players
    controls: Controls


class Collection:
    """The accepted visuals of some folders; of two with one name, that of the earlier folder.

    A broken one is left out with a warning: one visitor's experiment must not stop the show. It may be accepted later.
    """

    def __init__(self, *folders: Path, language: str = ENGLISH) -> None:
        self.folders = folders
        self.language = language
        self.cards: dict[str, VisualCard] = {}
        """By name, in the order of their titles; those accepted later follow."""
        self.homes: dict[str, Path] = {}
        """The folder of each, by name."""
        for visual in (visual for folder in folders for visual in within(folder)):
            try:
                if visual.name in self.homes:
                    raise BadManifest(f"{visual.parent} is not the first folder with that name. Give it another one.")
                self.accept(visual)
            except BadManifest as error:
                log.warning("The visual '%s' is left out: %s", visual.name, error)
        self.cards = {name: self.cards[name] for name in sorted(self.cards, key=self._order)}

    def accept(self, visual: Path) -> VisualCard:
        """Read a visual's folder and take it in, or its newest state; return its card.

        Raises:
            BadManifest: it is not what it must be; what was accepted before stays.
        """
        card = read(visual, self.language)
        self.cards[visual.name], self.homes[visual.name] = card, visual
        return card

    def _order(self, name: str) -> tuple[str, str]:
        return self.cards[name].title.casefold(), name


def load(*folders: Path) -> dict[str, VisualCard]:
    """Return the cards of the visuals in the folders by name, in the order of their titles."""
    return Collection(*folders).cards


def within(folder: Path) -> list[Path]:
    """Return what may be visuals in a folder."""
    inside = sorted(folder.iterdir()) if folder.is_dir() else []
    return [visual for visual in inside if os.path.isdir(visual) and not visual.name.startswith((".", "_"))]


def is_begun(visual: Path) -> bool:
    """Return whether a folder has a file that only visuals have."""
    return any(os.path.lexists(visual / name) for name in ("visual.js", "visual.json"))


def read(visual: Path, language: str = ENGLISH) -> VisualCard:
    """Read one visual's folder, with its sentences in a language, or in English where it has none of that language.

    Raises:
        BadManifest: a file is missing or a field is wrong; the sentence names it.
    """
    if not FOLDER_NAME.fullmatch(visual.name):
        raise BadManifest("its folder's name may hold small letters, digits and dashes, 40 in all.")
    _file(visual, "visual.js")
    try:
        sentences = _sentences(visual, language)
        fields = msgspec.json.decode(text_file.read_text(_file(visual, "visual.json")), type=dict[str, Any])
        manifest = msgspec.convert(worded(fields, sentences), type=Manifest)
        too_large = PublicFolder(visual).is_too_large()
    except OSError as error:
        raise BadManifest(f"visual.json can't be read ({error.strerror}).") from None
    except (msgspec.DecodeError, WrongEncoding, RecursionError) as error:
        raise BadManifest(f"visual.json: {_in_words(error)}.") from None
    _check_encoding(visual)
    if too_large:
        raise BadManifest(f"it holds more than {MAX_ENTRIES} files or {MAX_BYTES >> 20} MB. Keep the rest elsewhere.")
    return VisualCard(
        name=visual.name,
        title=manifest.title,
        sentence=manifest.sentence,
        hint=manifest.hint,
        description=manifest.description,
        players=(manifest.players.least, manifest.players.most),
        controls=manifest.controls,
        phone_page=_phone_page(visual),
        sentences={key: text for key, text in sentences.items() if key not in TOLD},
    )


def worded(fields: dict[str, Any], sentences: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of a ``visual.json`` with their texts, which it may also hold itself.

    Args:
        fields: as they are in the file.
        sentences: of ``locales/``; ``labels.boost`` is the label of the button or choice with that name.
    """
    told = {name: sentences[name] for name in TOLD if name in sentences}
    controls = fields.get("controls")
    if not isinstance(controls, dict):
        return {**fields, **told}
    asked = {QUESTION: sentences[QUESTION]} if QUESTION in sentences else {}
    lists = {name: [_labelled(one, sentences) for one in controls[name]] for name in LISTS if _is_list(controls, name)}
    return {**fields, **told, "controls": {**controls, **asked, **lists}}


def _labelled(one: object, sentences: Mapping[str, str]) -> object:
    """Return a button or choice with its label; in ``visual.json`` its name alone may stand for it."""
    button = {"name": one} if isinstance(one, str) else one
    if not isinstance(button, dict):
        return one
    label = sentences.get(f"{LABELS}{button.get('name')}")
    return {**button, "label": label} if label else button


def _is_list(controls: dict[str, Any], name: str) -> bool:
    return isinstance(controls.get(name), list)


def _sentences(visual: Path, language: str) -> Sentences:
    """Read a visual's sentences; one that has no ``locales/`` has them in ``visual.json``."""
    found = Sentences(language, {})
    for tag in dict.fromkeys((language, ENGLISH)):
        name = f"locales/{tag}.json"
        if PublicFolder(visual).find(name) is None:
            continue
        try:
            found = found.completed(locales.read(visual / "locales", tag))
        except (OSError, ValueError) as error:
            raise BadManifest(f"{name}: {error}.") from None
    longest = max(map(len, found.values()), default=0)
    if len(found) > MAX_SENTENCES or longest > MAX_LETTERS:
        raise BadManifest(f"locales: it may have {MAX_SENTENCES} sentences of {MAX_LETTERS} letters.")
    return found


def _file(visual: Path, name: str) -> Path:
    file = PublicFolder(visual).find(name)
    if file is None and os.path.lexists(visual / name):
        raise BadManifest(f"its {name} is no regular file, or a link that leads out of the folder.")
    if file is None:
        raise BadManifest(f"it has no {name}.")
    return file


def _check_encoding(visual: Path) -> None:
    """Browsers read scripts as UTF-8 alone, and say of others only that there is an invalid character."""
    for name in ("visual.js", *PHONE_FILES):
        file = PublicFolder(visual).find(name)
        try:
            with file.open("rb") if file else BytesIO() as opened:
                text_file.check(opened.read(4))
        except OSError as error:
            raise BadManifest(f"{name} can't be read ({error.strerror}).") from None
        except WrongEncoding as error:
            raise BadManifest(f"{name}: {error}.") from None


def _phone_page(visual: Path) -> list[str]:
    there = [name for name in PHONE_FILES if PublicFolder(visual).find(name)]
    return there if "phone.js" in there else []


def _in_words(error: Exception) -> str:
    """Put the field first: "Expected `str`, got `int` - at `$.title`" becomes "title: expected `str`, got `int`"."""
    reason, _, place = str(error).partition(" - at `$")
    field = place.strip(".`")
    return f"{field}: {reason[0].lower()}{reason[1:]}" if field else reason


def pick(cards: Mapping[str, VisualCard], wanted: str) -> VisualCard:
    """Return the visual of that name.

    Raises:
        BadSetting: there is none.
    """
    if wanted in cards:
        return cards[wanted]
    names = ", ".join(sorted(cards)) or "none"
    raise BadSetting("--visual", f"there is no visual '{wanted}'; there are: {names}")
