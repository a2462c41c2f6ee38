"""Write tables of documents from the code: options, limits, keys, events and their fields.

python -m tools.write_docs  write README.md and PROTOCOL.md; tests compare them with the code
"""

import re
from collections.abc import Iterable, Sequence
from inspect import cleandoc
from pathlib import Path
from typing import Any

import click
import msgspec.inspect as look
from msgspec import Struct

from controller_app import cli
from controller_app.core import protocol
from controller_app.folders import DATA, STATIC
from controller_app.machine import locales
from controller_app.settings import Settings
from tools import marked
from tools.write_protocol import field_note

ROOT = Path(__file__).parent.parent
SHORTCUTS = STATIC / "js" / "display" / "panels" / "shortcuts.js"

CARDS: tuple[type[Struct], ...] = (protocol.SeatCard, protocol.VisualCard, protocol.Controls, protocol.Button)
"""Parts of messages that have fields of their own."""


def files() -> dict[Path, str]:
    """Return the documents as they have to be."""
    parts = {
        "README.md": {"keys": keys(), "options": options(), "limits": limits()},
        "PROTOCOL.md": {"events": events(), "fields": fields()},
    }
    return {ROOT / name: _written(ROOT / name, tables) for name, tables in parts.items()}


def options() -> str:
    """Return the command line's options with their defaults and the sentences of ``--help``."""
    shown = [one for one in cli.main.params if isinstance(one, click.Option) and one.name != "version"]
    rows = [(f"`{one.opts[0]}`", _default(one), one.help or "") for one in shown]
    return table(("option", "default", "what it is"), rows)


def limits() -> str:
    """Return the settings that have no option."""
    with_option = {one.name for one in cli.main.params}
    limited = [(name, one) for name, one in Settings.__dataclass_fields__.items() if name not in with_option]
    rows = [(f"`{name}`", _told(one.default), one.metadata["sentence"]) for name, one in limited]
    return table(("setting", "default", "what it is"), rows)


def keys() -> str:
    """Return the display's keys, as its own help lists them."""
    english = locales.read(STATIC / "locales", locales.ENGLISH)
    listed = re.search(r"HELP = [^\[]*\[(.*?)\n\]", SHORTCUTS.read_text(encoding="utf-8"), re.DOTALL)
    assert listed, f"{SHORTCUTS} has no list HELP."
    found = re.findall(r'\["([^"]+)", "([^"]+)"', listed[1])
    return table(("key", "does"), [(f"**{key}**", english[sentence]) for key, sentence in found])


def events() -> str:
    """Return every message with its ways and the names of its fields."""
    rows = [
        (f"`{message.event}`", ", ".join(protocol.ways(message)), f"`{_shape(message)}`", _first_paragraph(message))
        for message in protocol.MESSAGES
    ]
    return table(("event", "way", "fields", "what it says"), rows)


def fields() -> str:
    """Return what there is to know of fields: one row for each meaning, with the events that have it."""
    found: dict[tuple[str, str], list[str]] = {}
    structs: dict[str, type[Struct]] = {message.event: message for message in protocol.MESSAGES}
    for owner, struct in {**structs, **{card.__name__: card for card in CARDS}}.items():
        for field in _fields(struct):
            if told := field_note(field.type):
                found.setdefault((field.name, told), []).append(owner)
    names: dict[tuple[str, str], list[str]] = {}
    for (name, told), where in found.items():
        names.setdefault((_code(where), told), []).append(name)
    return table(("field", "of", "what it is"), [(_code(same), where, told) for (where, told), same in names.items()])


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *([cell.replace("|", r"\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _written(file: Path, tables: dict[str, str]) -> str:
    text = file.read_text(encoding="utf-8")
    for name, table in tables.items():
        text = marked.replace(text, name, table)
    return text


def _default(option: click.Option) -> str:
    return "" if option.is_flag or option.multiple else _told(option.default)


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _told(default: Any) -> str:
    if isinstance(default, Path):
        return f"`{default.relative_to(DATA)}/`"
    if isinstance(default, bool):
        return "on" if default else "off"
    if isinstance(default, int | float):
        return f"{default:g}" if default < 10_000 else f"{default:.0f}"
    return f"`{default}`" if isinstance(default, str) else ""


def _shape(message: type[protocol.Message]) -> str:
    names = ", ".join(field.name + ("" if field.required else "?") for field in _fields(message))
    return f"[{names}]" if message.__struct_config__.array_like else f"{{{names}}}"


def _fields(struct: type[Struct]) -> tuple[look.Field, ...]:
    kind = look.type_info(struct)
    assert isinstance(kind, look.StructType)
    return kind.fields


def _first_paragraph(message: type[Struct]) -> str:
    return " ".join(cleandoc(message.__doc__ or "").partition("\n\n")[0].split()).replace("``", "`")


if __name__ == "__main__":
    for file, text in files().items():
        file.write_text(text, encoding="utf-8")
