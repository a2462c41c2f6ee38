"""Writer of the browser's types of sentences, from static/locales/en.json.

python -m tools.write_sentences           write static/locales/en.d.ts

A key that is not in the catalogue, or a placeholder without a value, is then an error of ``tsc``.
"""

from pathlib import Path

from controller_app.core.sentences import Sentences, placeholders
from controller_app.machine import locales
from controller_app.web.http.translation import SECTIONS

FOLDER = Path(__file__).parent.parent / "static" / "locales"

HEAD = "// Written by `make protocol` from static/locales/en.json; change it there."
TYPES = {"count": "number"}
"""Of values by their names; the others are texts or numbers."""


def files() -> dict[Path, str]:
    """Return the file with what has to be in it."""
    return {FOLDER / "en.d.ts": _types(locales.read(FOLDER, locales.ENGLISH))}


def _types(english: Sentences) -> str:
    browsers = english.part(*{section for sections in SECTIONS.values() for section in sections})
    lines = [f"  {key!r}: {_values(names)};".replace("'", '"') for key, names in placeholders(browsers).items()]
    why = "/** The values of every sentence that modules use, by its key; null where it has none. */"
    return "\n".join([HEAD, "", why, "export interface Sentences {", *lines, "}"]) + "\n"


def _values(names: set[str]) -> str:
    if not names:
        return "null"
    return "{ " + "; ".join(f"{name}: {TYPES.get(name, 'string | number')}" for name in sorted(names)) + " }"


if __name__ == "__main__":
    for file, text in files().items():
        file.write_text(text, encoding="utf-8")
