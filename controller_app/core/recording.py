"""Recording format: what phones did, without names or text, motion only if asked for.

A recording is text, a note a line: ``["tap",1234,2,5000,5000]`` is what was done, milliseconds since the recording
began, which phone, and what there is to say of it. The first note says what the recording is of.
"""

from collections.abc import Callable, Iterable
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from controller_app.core import protocol
from controller_app.core.protocol import Component, Fraction, Name, Number
from controller_app.errors import BadRecording

At = Annotated[int, Meta(ge=0, lt=2**40, description="milliseconds since the recording began")]
Rest = Annotated[int, Meta(ge=-180, le=180)]


class Note(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One thing that happened."""

    at: At


class Began(Note, frozen=True, tag="began"):
    """The first note of every recording."""

    version: Literal[1]
    visual: Name
    motion: bool


class Shown(Note, frozen=True, tag="shown"):
    """Another visual."""

    visual: Name


class Came(Note, frozen=True, tag="came"):
    """A phone was there from the start, took a seat, or came back to its own."""

    phone: Number


class Away(Note, frozen=True, tag="away"):
    """Its connection was lost; its seat was kept."""

    phone: Number


class Left(Note, frozen=True, tag="left"):
    """Its seat was free again."""

    phone: Number


class Tilt(Note, frozen=True, tag="tilt"):
    """How it was held; as in the protocol's ``tilt``."""

    phone: Number
    x: Component
    y: Component
    z: Component
    w: Component
    rest: Rest


class Pad(Note, frozen=True, tag="pad"):
    """Where its thumb was, and whether it touched."""

    phone: Number
    x: Fraction
    y: Fraction
    down: bool


class Tap(Note, frozen=True, tag="tap"):
    """A short touch."""

    phone: Number
    x: Fraction
    y: Fraction


class Press(Note, frozen=True, tag="press"):
    """A button went down or up."""

    phone: Number
    name: Name
    down: bool


class Choose(Note, frozen=True, tag="choose"):
    """One of the choices."""

    phone: Number
    name: Name


AnyNote = Began | Shown | Came | Away | Left | Tilt | Pad | Tap | Press | Choose
PhoneNote = Came | Away | Left | Tilt | Pad | Tap | Press | Choose

BLANKS = "\0 \t\r\n"
"""Blanks, and the NUL bytes that a file system leaves in place of what it lost in a crash."""

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(AnyNote).decode


def note_of(at: int, message: protocol.Message) -> AnyNote | None:
    """Return what a recording keeps of something that a display is told; None if it keeps nothing of it."""
    match message:
        case protocol.Joined(seat=seat):
            return Came(at, seat.number)
        case protocol.Back(number):
            return Came(at, number)
        case protocol.Away(number):
            return Away(at, number)
        case protocol.Left(number):
            return Left(at, number)
        case protocol.Tapped(number, tap):
            return Tap(at, number, tap.x, tap.y)
        case protocol.Pressed(number, name, down):
            return Press(at, number, name, down)
        case protocol.Chosen(number, name):
            return Choose(at, number, name)
        case protocol.Shown(visual):
            return Shown(at, visual.name)
    return None


def motion_of(at: int, frame: protocol.Frame) -> list[AnyNote]:
    """Return the notes of all samples in a frame."""
    return [
        *(Tilt(at, number, tilt.x, tilt.y, tilt.z, tilt.w, tilt.rest) for number, tilt in frame.tilts),
        *(Pad(at, number, pad.x, pad.y, pad.down) for number, pad in frame.pads),
    ]


def text_of(notes: Iterable[AnyNote]) -> str:
    """Return notes as text, a line each."""
    return "".join(f"{_encode(note).decode()}\n" for note in notes)


def read(lines: Iterable[str], say: Callable[[str], None] = lambda _: None) -> list[AnyNote]:
    """Return the notes of a recording, in order.

    A crash or a full disk may cut the last line off, or leave NUL bytes behind it: that line is left out.

    Args:
        lines: of the file; blank ones and a byte order mark are no damage.
        say: is told in a sentence if the last line is left out.

    Raises:
        BadRecording: a line is no note, or comes before the one above it; or the first doesn't say what this is.
    """
    notes: list[AnyNote] = []
    written = [(number, line.lstrip("\ufeff").strip()) for number, line in enumerate(lines, 1)]
    while written and not written[-1][1].strip(BLANKS):
        written.pop()
    for number, line in ((number, line) for number, line in written if line):
        is_last = number == written[-1][0]
        try:
            note = _decode(line.strip(BLANKS) if is_last else line)
        except (msgspec.DecodeError, RecursionError) as error:
            if notes and is_last and _is_torn(line, error):
                say(f"Line {number}, the last of the recording, was cut off. It is left out.")
                break
            raise BadRecording(f"Line {number} of the recording can't be read: {error}.") from None
        if isinstance(note, Began) != (not notes):
            raise BadRecording(f"Line {number} of the recording is out of place: it begins with one line 'began'.")
        if notes and note.at < notes[-1].at:
            raise BadRecording(f"Line {number} of the recording is {note.at} ms, before the line above it.")
        notes.append(note)
    if not notes:
        raise BadRecording("The recording is empty.")
    return notes


def _is_torn(line: str, error: Exception) -> bool:
    """Whether a line that can't be read was never written whole: it is no JSON, and lacks its closing bracket."""
    return not isinstance(error, msgspec.ValidationError) and ("\0" in line or not line.endswith("]"))
