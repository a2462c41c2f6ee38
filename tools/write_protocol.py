"""Write static/js/protocol.js from controller_app/core/protocol.py: names, units and limits for the browser.

python -m tools.write_protocol            write the file
"""

import json
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec.inspect as look
from msgspec import Struct

from controller_app.core import protocol

FILE = Path(__file__).parent.parent / "static" / "js" / "protocol.js"

HEAD = """\
// Written by `make protocol` from controller_app/core/protocol.py; change it there.
// @ts-check
"""

CONSTANTS = {
    "QUATERNION_UNIT": "a quaternion's component of 1.0 travels as this integer",
    "FRACTION_UNIT": "a fraction of 1.0 travels as this integer",
    "SEQ_WRAP": "`seq` counts up to this and starts again at 0",
    "TAP_WRAP": "a tap's `id` counts up to this and starts again at 0",
    "MESSAGE_BYTES": "the longest message that the server reads",
    "REMEMBERED_LETTERS": "the longest value that a visual may keep, as JSON",
    "PHONE_NAMESPACE": "the Socket.IO namespace of phones",
    "DISPLAY_NAMESPACE": "the Socket.IO namespace of displays",
}


def text() -> str:
    """Return the whole of protocol.js."""
    structs: list[type[Struct]] = [
        protocol.SeatCard,
        protocol.Button,
        protocol.Controls,
        protocol.VisualCard,
        *protocol.MESSAGES,
    ]
    parts = [
        HEAD,
        *(
            f"/** {why} */\nexport const {name} = {json.dumps(getattr(protocol, name))};"
            for name, why in CONSTANTS.items()
        ),
        _names("COLOURS", "seats' colours, in the order they are given out", protocol.COLOURS),
        _names("SHAPES", "seats' shapes, in the order they are given out", protocol.SHAPES),
        *(
            f"/** @typedef {{{_literal(getattr(protocol, name))}}} {name} */"
            for name in ("Colour", "Shape", "Motion", "Reason")
        ),
        _events(),
        *(_typedef(struct) for struct in structs),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _names(name: str, why: str, values: tuple[str, ...]) -> str:
    return f"/** {why} */\nexport const {name} = /** @type {{const}} */ ({json.dumps(values)});"


def _literal(kind: Any) -> str:
    return " | ".join(json.dumps(value) for value in kind.__args__)


def _events() -> str:
    lines = [f'  /** {", ".join(m.ways)} */\n  {m.event.upper()}: "{m.event}",' for m in protocol.MESSAGES]
    return (
        "/** The name of every event. */\nexport const EVENT = Object.freeze(/** @type {const} */ ({\n"
        + "\n".join(lines)
        + "\n}));"
    )


def _typedef(struct: type[Struct]) -> str:
    kind = look.type_info(struct)
    assert isinstance(kind, look.StructType)
    doc = [f" * {line}".rstrip() for line in cleandoc(struct.__doc__ or "").splitlines()]
    if kind.array_like:
        tuple_ = ", ".join(f"{field.name}: {_js(field.type)}" for field in kind.fields)
        notes = [f" * - `{field.name}`: {_note(field.type)}" for field in kind.fields if _note(field.type)]
        body = [*doc, *([" *", *notes] if notes else []), f" * @typedef {{[{tuple_}]}} {struct.__name__}"]
    elif kind.fields:
        body = [
            *doc,
            f" * @typedef {{object}} {struct.__name__}",
            *(_property(field) for field in kind.fields),
        ]
    else:
        body = [*doc, f" * @typedef {{Record<string, never>}} {struct.__name__}"]
    return "\n".join(["/**", *body, " */"])


def _property(field: look.Field) -> str:
    name = field.name if field.required else f"[{field.name}]"
    return f" * @property {{{_js(field.type)}}} {name} {_note(field.type)}".rstrip()


def _js(kind: look.Type) -> str:
    match kind:
        case look.Metadata():
            return _js(kind.type)
        case look.BoolType():
            return "boolean"
        case look.IntType() | look.FloatType():
            return "number"
        case look.StrType():
            return "string"
        case look.NoneType():
            return "null"
        case look.LiteralType():
            return _literal_name(kind)
        case look.UnionType():
            return " | ".join(_js(part) for part in kind.types)
        case look.ListType():
            return f"{_js(kind.item_type)}[]"
        case look.TupleType():
            return f"[{', '.join(_js(part) for part in kind.item_types)}]"
        case look.DictType():
            return f"Record<{_js(kind.key_type)}, {_js(kind.value_type)}>"
        case look.StructType():
            return kind.cls.__name__
    raise TypeError(f"write_protocol.py can't write {kind!r} for the browser yet; add it to _js().")


def _literal_name(kind: look.LiteralType) -> str:
    for name in ("Colour", "Shape", "Motion", "Reason"):
        if set(getattr(protocol, name).__args__) == set(kind.values):
            return name
    return " | ".join(json.dumps(value) for value in kind.values)


def _note(kind: look.Type) -> str:
    """Say a field's description and limits, outermost first."""
    if isinstance(kind, look.Metadata):
        said = (kind.extra_json_schema or {}).get("description", "")
        inner = _note(kind.type)
        return ", ".join(part for part in (said, inner) if part)
    if isinstance(kind, look.UnionType):
        return next((note for part in kind.types if (note := _note(part))), "")
    if isinstance(kind, look.IntType) and kind.ge is not None:
        top = kind.le if kind.le is not None else (kind.lt - 1 if kind.lt is not None else None)
        return f"{kind.ge} to {top}" if top is not None else f"{kind.ge} or more"
    if isinstance(kind, look.StrType) and kind.max_length is not None:
        return f"at most {kind.max_length} characters"
    return ""


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
