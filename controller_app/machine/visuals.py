"""The visuals: every folder under ``static/visuals/`` with a ``visual.json`` and a ``visual.js``."""

import logging
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from controller_app.core.protocol import Controls, VisualCard
from controller_app.errors import BadSetting, ControllerError

FOLDER_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
PHONE_FILES = ("phone.css", "phone.html", "phone.js")
"""What a phone page of a visual's own is made of."""

PHONES = 10_000
"""More phones than a room ever has."""

log = logging.getLogger(__name__)


class BadManifest(ControllerError):
    """A visual's folder is not what it must be."""

    code = "bad_manifest"


class Players(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many phones a visual is made for."""

    least: Annotated[int, Meta(ge=1, le=PHONES)]
    most: Annotated[int, Meta(ge=1, le=PHONES)]

    def __post_init__(self) -> None:
        if self.least > self.most:
            raise ValueError("'least' is more than 'most'")


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A visual's ``visual.json``."""

    title: Annotated[str, Meta(min_length=1, max_length=80)]
    sentence: Annotated[str, Meta(min_length=1, max_length=200, description="what it is, for the display")]
    hint: Annotated[str, Meta(min_length=1, max_length=80, description="what the hand does, for the phone")]
    author: Annotated[str, Meta(min_length=1, max_length=80)]
    licence: Annotated[str, Meta(min_length=1, max_length=80)]
    description: Annotated[str, Meta(min_length=1, max_length=1000, description="for who can't see it")]
    players: Players
    controls: Controls


def load(*folders: Path) -> dict[str, VisualCard]:
    """Return the visuals in the folders by name, in the order of their titles.

    A broken one is left out with a warning: one visitor's experiment must not stop the show. So is one whose name an
    earlier folder has.
    """
    cards: dict[str, VisualCard] = {}
    for visual in (visual for folder in folders for visual in within(folder)):
        try:
            if visual.name in cards:
                raise BadManifest(f"{visual.parent} is not the first folder with that name. Give it another one.")
            cards[visual.name] = read(visual)
        except BadManifest as error:
            log.warning("The visual '%s' is left out: %s", visual.name, error)
    return {card.name: card for card in sorted(cards.values(), key=lambda card: (card.title.casefold(), card.name))}


def within(folder: Path) -> list[Path]:
    """Return what may be visuals in a folder."""
    inside = sorted(folder.iterdir()) if folder.is_dir() else []
    return [visual for visual in inside if visual.is_dir() and not visual.name.startswith((".", "_"))]


def read(visual: Path) -> VisualCard:
    """Read one visual's folder.

    Raises:
        BadManifest: a file is missing or a field is wrong; the sentence names it.
    """
    if not FOLDER_NAME.fullmatch(visual.name):
        raise BadManifest("its folder's name may hold small letters, digits and dashes, 40 in all.")
    if not (visual / "visual.js").is_file():
        raise BadManifest("it has no visual.js.")
    try:
        data = (visual / "visual.json").read_bytes()
        manifest = msgspec.json.decode(data, type=Manifest)
    except OSError as error:
        raise BadManifest(f"visual.json can't be read ({error.strerror}).") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadManifest(f"visual.json: {_in_words(error)}.") from None
    return VisualCard(
        name=visual.name,
        title=manifest.title,
        sentence=manifest.sentence,
        hint=manifest.hint,
        description=manifest.description,
        players=(manifest.players.least, manifest.players.most),
        controls=manifest.controls,
        phone_page=_phone_page(visual),
    )


def _phone_page(visual: Path) -> list[str]:
    there = [name for name in PHONE_FILES if (visual / name).is_file()]
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
