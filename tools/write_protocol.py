"""``make protocol``: browser constants and types from controller_app/core/protocol.py.

python -m tools.write_protocol            write both files

Types are in a file of their own (``protocol.d.ts``), which no page fetches: with them a phone would load 4 kB more.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec.inspect as look
from msgspec import Struct

from controller_app.core import protocol
from controller_app.core.streams import values_of

FOLDER = Path(__file__).parent.parent / "static" / "js"

HEAD = "// Written by `make protocol` from controller_app/core/protocol.py; change it there."
LITERALS = ("Colour", "Shape", "Motion", "Reason", "Cause")

CONSTANTS = {
    "QUATERNION_UNIT": "a quaternion's component of 1.0 travels as this integer",
    "FRACTION_UNIT": "a fraction of 1.0 travels as this integer",
    "SEQ_WRAP": "`seq` counts up to this and starts again at 0",
    "TAP_WRAP": "a tap's `id` counts up to this and starts again at 0",
    "MAX_TAPS_REMEMBERED": "ids of a seat's last taps",
    "MAX_TAP_AGE_MS": "after the finger: a tap means something else by then",
    "IMPLAUSIBLE_TAP_AGE_MS": "an older tap has a wrong clock",
    "FULL_TILT_DEGREES": "lean that counts as 1",
    "AIM_WIDTH_DEGREES": "turning from the screen's left edge to its right",
    "AIM_HEIGHT_DEGREES": "lifting from the screen's bottom edge to its top",
    "MESSAGE_BYTES": "the longest message that the server reads",
    "REMEMBERED_LETTERS": "the longest value that a visual may keep, as JSON",
    "SAY_CODE_POINTS": "the longest text from a person; an emoji may take several of them",
}

STREAM_TYPES = """
/**
 * One value of a sample, behind its count and its moment.
 * - `unit`: how many of the integer that travels are 1; 0 for true and false
 * - `step`: the least change that is sent at once
 */
export type StreamValue = Readonly<{ name: string; unit: number; low: number; high: number; step: number }>;

/** `min_gap_ms`: milliseconds between two samples, at least */
export type Stream = Readonly<{ event: keyof Streams; min_gap_ms: number; values: readonly StreamValue[] }>;

/** in the order of a frame's lists */
export const STREAMS: readonly Stream[];
"""

NAMESPACES = {f"{role.name.upper()}_NAMESPACE": role for role in protocol.ROLES}


def files() -> dict[Path, str]:
    """Return both files with what has to be in them."""
    return {FOLDER / "protocol.js": _values(), FOLDER / "protocol.d.ts": _types()}


def _values() -> str:
    events = {message.event.upper(): message.event for message in protocol.MESSAGES}
    namespaces = {name: role.namespace for name, role in NAMESPACES.items()}
    lists = {"COLOURS": protocol.COLOURS, "SHAPES": protocol.SHAPES}
    values = {**{name: getattr(protocol, name) for name in CONSTANTS}, **namespaces, **lists}
    lines = [f"export const {name} = {json.dumps(value)};" for name, value in values.items()]
    streams = "\n".join(f"  {json.dumps(_stream(stream))}," for stream in protocol.STREAMS)
    lines.append(f"export const STREAMS = [\n{streams}\n];")
    frozen = "\n".join(f"  {name}: {json.dumps(event)}," for name, event in events.items())
    return "\n".join([HEAD, "", *lines, f"export const EVENT = Object.freeze({{\n{frozen}\n}});"]) + "\n"


def _types() -> str:
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
            f"/** {why} */\nexport const {name}: {json.dumps(getattr(protocol, name))};"
            for name, why in CONSTANTS.items()
        ),
        *(
            f"/** the Socket.IO namespace of a {role.name} */\nexport const {name}: {json.dumps(role.namespace)};"
            for name, role in NAMESPACES.items()
        ),
        _list("COLOURS", "seats' colours, in the order they are given out", protocol.COLOURS),
        _list("SHAPES", "seats' shapes, in the order they are given out", protocol.SHAPES),
        *(f"export type {name} = {_literal(getattr(protocol, name))};" for name in LITERALS),
        _events(),
        *(_type(struct) for struct in structs),
        *(_sent(role) for role in protocol.ROLES),
        _namespaces(),
        _streams(),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _list(name: str, why: str, values: tuple[str, ...]) -> str:
    return f"/** {why} */\nexport const {name}: readonly {json.dumps(values)};"


def _literal(kind: Any) -> str:
    return " | ".join(json.dumps(value) for value in kind.__args__)


def _events() -> str:
    lines = [f'  /** {", ".join(protocol.ways(m))} */\n  {m.event.upper()}: "{m.event}";' for m in protocol.MESSAGES]
    return "/** The name of every event. */\nexport const EVENT: Readonly<{\n" + "\n".join(lines) + "\n}>;"


def _sent(role: protocol.Role) -> str:
    """Return two maps of event → type of its data: what a client of a role sends, and what it receives."""
    client = role.name.capitalize()
    return "\n\n".join(
        _map(way, name, messages)
        for way, name, messages in (
            (f"{role.name} → server", f"{client}ToServer", (role.entry, *role.sends)),
            (f"server → {role.name}", f"ServerTo{client}", role.receives),
        )
    )


def _map(way: str, name: str, messages: Iterable[type[protocol.Message]]) -> str:
    lines = [f"  {message.event}: {message.__name__};" for message in messages]
    return "\n".join([f"/** {way} */", f"export interface {name} {{", *lines, "}"])


def _namespaces() -> str:
    lines = [
        f'  "{role.namespace}": {{ received: ServerTo{client}; sent: {client}ToServer }};'
        for role in protocol.ROLES
        for client in [role.name.capitalize()]
    ]
    return "\n".join(
        ["/** What a client receives and sends in each namespace. */", "export interface Namespaces {", *lines, "}"]
    )


def _stream(stream: type[protocol.Sample]) -> dict[str, Any]:
    values = [asdict(value) for value in values_of(stream)]
    return {"event": stream.event, "min_gap_ms": stream.min_gap_ms, "values": values}


def _streams() -> str:
    lines = [f"  {stream.event}: {stream.__name__};" for stream in protocol.STREAMS]
    return "\n".join(
        ["/** Streams of samples: the newest wins. */", "export interface Streams {", *lines, "}", STREAM_TYPES]
    )


def _type(struct: type[Struct]) -> str:
    kind = look.type_info(struct)
    assert isinstance(kind, look.StructType)
    doc = [f" * {line}".rstrip() for line in cleandoc(struct.__doc__ or "").splitlines()]
    name = struct.__name__
    if kind.array_like:
        notes = [f" * - `{field.name}`: {field_note(field.type)}" for field in kind.fields if field_note(field.type)]
        doc += [" *", *notes] if notes else []
        body = [f"export type {name} = [{', '.join(f'{field.name}: {_js(field.type)}' for field in kind.fields)}];"]
    elif kind.fields:
        body = [f"export interface {name} {{", *(line for field in kind.fields for line in _property(field)), "}"]
    else:
        body = [f"export type {name} = Record<string, never>;"]
    return "\n".join(["/**", *doc, " */", *body])


def _property(field: look.Field) -> list[str]:
    note = field_note(field.type)
    said = [f"  /** {note} */"] if note else []
    return [*said, f"  {field.name}{'' if field.required else '?'}: {_js(field.type)};"]


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
    for name in LITERALS:
        if set(getattr(protocol, name).__args__) == set(kind.values):
            return name
    return " | ".join(json.dumps(value) for value in kind.values)


def field_note(kind: look.Type) -> str:
    """Say a field's description and limits, outermost first."""
    if isinstance(kind, look.Metadata):
        said = (kind.extra_json_schema or {}).get("description", "")
        inner = field_note(kind.type)
        return ", ".join(part for part in (said, inner) if part)
    if isinstance(kind, look.UnionType):
        return next((note for part in kind.types if (note := field_note(part))), "")
    if isinstance(kind, look.IntType) and kind.ge is not None:
        top = kind.le if kind.le is not None else (kind.lt - 1 if kind.lt is not None else None)
        return f"{kind.ge} to {top}" if top is not None else f"{kind.ge} or more"
    if isinstance(kind, look.StrType) and kind.max_length is not None:
        return f"at most {kind.max_length} characters"
    return ""


if __name__ == "__main__":
    for file, text in files().items():
        file.write_text(text, encoding="utf-8")
