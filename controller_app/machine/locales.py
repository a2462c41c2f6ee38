"""Locales: reads catalogues of sentences, one JSON file in a folder for each language."""

from pathlib import Path

import msgspec

from controller_app.core.sentences import Sentences, flat
from controller_app.errors import BadSetting
from controller_app.machine import text_file

ENGLISH = "en"
"""The language that is always there; it stands in where another one lacks a sentence."""


def load(folder: Path, language: str) -> Sentences:
    """Return the pages' catalogue in a language.

    Raises:
        BadSetting: there is none, or its file is not what it must be.
    """
    known = sorted(file.stem for file in folder.glob("*.json"))
    if language not in known:
        raise BadSetting("--language", f"there is no language '{language}'; there are: {', '.join(known)}")
    try:
        return read(folder, language).completed(read(folder, ENGLISH))
    except (OSError, ValueError) as error:
        raise BadSetting("--language", f"static/locales/{language}.json can't be read: {error}.") from None


def read(folder: Path, language: str) -> Sentences:
    """Read one catalogue.

    Raises:
        OSError: the file is not there, or can't be read.
        ValueError: it is no JSON in UTF-8, or holds something other than nested objects and texts.
    """
    text = text_file.read_text(folder / f"{language}.json")
    try:
        return Sentences(language, flat(msgspec.json.decode(text)))
    except RecursionError:
        raise ValueError("its objects are nested too deeply") from None
