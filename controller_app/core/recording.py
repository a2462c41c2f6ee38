"""Recording format: what phones did, without names or text, motion only if asked for.

A recording is text, a note a line: ``["tap",1234,2,5000,5000]`` is what was done, milliseconds since the recording
began, which phone, and what there is to say of it. The first note says what the recording is of.
"""

from collections.abc import Callable, Iterable
from typing import Annotated, Any, ClassVar, Literal, Union, cast

import msgspec
from msgspec import Meta

from controller_app.core import protocol
from controller_app.core.protocol import STREAMS, Fraction, Name, Number, Sample
from controller_app.errors import BadRecording

At = Annotated[int, Meta(ge=0, lt=2**40, description="milliseconds since the recording began")]


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


class PhoneNote(Note, frozen=True):
    """One thing that a phone did, or that happened to it."""

    phone: Number


class Came(PhoneNote, frozen=True, tag="came"):
    """A phone was there from the start, took a seat, or came back to its own."""


class Away(PhoneNote, frozen=True, tag="away"):
    """Its connection was lost; its seat was kept."""


class Left(PhoneNote, frozen=True, tag="left"):
    """Its seat was free again."""


class SampleNote(PhoneNote, frozen=True):
    """A sample of a stream: where the protocol has its count and its moment, a note has a moment and a phone."""

    stream: ClassVar[type[Sample]]

    @property
    def values(self) -> tuple[int | bool, ...]:
        """What the sample said."""
        return msgspec.structs.astuple(self)[len(PhoneNote.__struct_fields__) :]


class Tap(PhoneNote, frozen=True, tag="tap"):
    """A short touch."""

    x: Fraction
    y: Fraction


class Press(PhoneNote, frozen=True, tag="press"):
    """A button went down or up."""

    name: Name
    down: bool


class Choose(PhoneNote, frozen=True, tag="choose"):
    """One of the choices."""

    name: Name


def _sample_note(stream: type[Sample]) -> type[SampleNote]:
    fields = msgspec.structs.fields(stream)[len(Sample.__struct_fields__) :]
    note = msgspec.defstruct(
        f"{stream.__name__}Note",
        [(field.name, field.type) for field in fields],
        bases=(SampleNote,),
        namespace={"stream": stream},
        tag=stream.event,
    )
    return cast(type[SampleNote], note)


SAMPLE_NOTES = {stream: _sample_note(stream) for stream in STREAMS}
"""The class of the notes of each stream."""

ANY_NOTE: Any = Union[Began, Shown, Came, Away, Left, Tap, Press, Choose, *SAMPLE_NOTES.values()]

BLANKS = "\0 \t\r\n"
"""Blanks, and the NUL bytes that a file system leaves in place of what it lost in a crash."""

_encode = msgspec.json.Encoder().encode
_decode: Callable[[str], Note] = msgspec.json.Decoder(ANY_NOTE).decode


def note_of(at: int, message: protocol.Message) -> Note | None:
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


def motion_of(at: int, frame: protocol.Frame) -> list[SampleNote]:
    """Return the notes of all samples in a frame."""
    return [
        SAMPLE_NOTES[type(sample)](at, number, *sample.values)
        for samples in frame.samples
        for number, sample in samples
    ]


def text_of(notes: Iterable[Note]) -> str:
    """Return notes as text, a line each."""
    return "".join(f"{_encode(note).decode()}\n" for note in notes)


def read(lines: Iterable[str], say: Callable[[str], None] = lambda _: None) -> list[Note]:
    """Return the notes of a recording, in order.

    A crash or a full disk may cut the last line off, or leave NUL bytes behind it: that line is left out.

    Args:
        lines: of the file; blank ones and a byte order mark are no damage.
        say: is told in a sentence if the last line is left out.

    Raises:
        BadRecording: a line is no note, or comes before the one above it; or the first doesn't say what this is.
    """
    notes: list[Note] = []
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
