"""What a recording keeps, and what it refuses to be."""

from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controller_app.core import protocol, recording
from controller_app.core.recording import SAMPLE_NOTES, Away, Began, Came, Choose, Left, Note, Press, Shown, Tap
from controller_app.errors import BadRecording

Tilt: Any = SAMPLE_NOTES[protocol.Tilt]
Pad: Any = SAMPLE_NOTES[protocol.Pad]

BEGAN = '["began",0,1,"lights",true]\n'

number = st.integers(1, 9_999)
component = st.integers(-10_000, 10_000)
fraction = st.integers(0, 10_000)
name = st.sampled_from(["boost", "a", "x-1"])


def notes_at(at: int) -> st.SearchStrategy[Note]:
    return st.one_of(
        st.builds(Shown, st.just(at), name),
        st.builds(Came, st.just(at), number),
        st.builds(Away, st.just(at), number),
        st.builds(Left, st.just(at), number),
        st.builds(Tilt, st.just(at), number, component, component, component, component, st.integers(-180, 180)),
        st.builds(Pad, st.just(at), number, fraction, fraction, st.booleans()),
        st.builds(Tap, st.just(at), number, fraction, fraction),
        st.builds(Press, st.just(at), number, name, st.booleans()),
        st.builds(Choose, st.just(at), number, name),
    )


moments = st.lists(st.integers(0, 10**7), max_size=12).map(sorted)


@given(moments.flatmap(lambda times: st.tuples(*map(notes_at, times))))
def test_what_was_written_is_read_again(notes: tuple[Note, ...]) -> None:
    whole = [Began(0, 1, "lights", True), *notes]

    assert recording.read(recording.text_of(whole).splitlines()) == whole


@pytest.mark.parametrize(
    ("message", "note"),
    [
        (protocol.Joined(protocol.SeatCard(3, "mint", "drop", "Swift Newt"), "pass"), Came(5, 3)),
        (protocol.Back(3), Came(5, 3)),
        (protocol.Away(3), Away(5, 3)),
        (protocol.Left(3), Left(5, 3)),
        (protocol.Tapped(3, protocol.Tap(77, 0, 10, 20)), Tap(5, 3, 10, 20)),
        (protocol.Pressed(3, "boost", True), Press(5, 3, "boost", True)),
        (protocol.Chosen(3, "yes"), Choose(5, 3, "yes")),
        (protocol.Said(3, "My name is Ada"), None),
        (protocol.Recording(True, True), None),
    ],
)
def test_it_keeps_what_phones_do_and_never_who_they_are_or_what_they_write(
    message: protocol.Message, note: Note | None
) -> None:
    assert recording.note_of(5, message) == note


def test_a_frame_becomes_a_note_for_each_sample() -> None:
    frame = protocol.FRAME(*[[(1, protocol.Tilt(9, 12, 1, 2, 3, 4, 48))], [(2, protocol.Pad(9, 12, 5, 6, True))]])

    assert recording.motion_of(7, frame) == [Tilt(7, 1, 1, 2, 3, 4, 48), Pad(7, 2, 5, 6, True)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("hello\n", "Line 1 of the recording can't be read"),
        ("[" * 5000 + "\n", "Line 1 of the recording can't be read"),
        ('["came",0,1]\n', "Line 1 of the recording is out of place"),
        (BEGAN + BEGAN, "Line 2 of the recording is out of place"),
        (BEGAN + '["tap",0,1,5000,10001]\n', "Line 2 of the recording can't be read"),
        (BEGAN + '["tap",0,1,5000,NaN]\n', "Line 2 of the recording can't be read"),
        (BEGAN + '["say",0,1,"Hello"]\n', "Line 2 of the recording can't be read"),
        (BEGAN + '["came",9,1]\n["left",8,1]\n', "Line 3 of the recording is 8 ms, before the line above"),
        ('["began",0,2,"lights",true]\n', "Line 1 of the recording can't be read"),
    ],
)
def test_what_is_no_recording_is_told_with_its_line(text: str, said: str) -> None:
    with pytest.raises(BadRecording, match=said):
        recording.read(text.splitlines())


WHOLE = BEGAN + '["came",0,1]\n'
TAP = '["tap",20,1,5000,5000]'


@given(st.integers(1, len(TAP) - 1), st.sampled_from(["", "\n", "\r\n", "\n\n \n", "\0" * 64, "\0\n\0"]))
def test_a_torn_end_costs_one_line_and_is_said(cut: int, after: str) -> None:
    said: list[str] = []
    torn = WHOLE + TAP[:cut] + after

    for lines in (StringIO(torn, None), torn.split("\n")):
        assert recording.read(lines, said.append) == [Began(0, 1, "lights", True), Came(0, 1)]
    assert said == ["Line 3, the last of the recording, was cut off. It is left out."] * 2


@pytest.mark.parametrize(
    "end", ["\0" * 64, '["tap",20,1\0\0\0', '["tap",\0\0\0,5]', '["pre\ufffd', "\ufffd\ufffd", "[" * 5000]
)
def test_what_a_crash_leaves_at_the_end_is_no_damage_to_the_rest(end: str) -> None:
    assert len(recording.read([*WHOLE.splitlines(True), end])) == 2


@pytest.mark.parametrize("gap", ["\n", "\r\n", "  \n\t\n"])
def test_blank_lines_and_windows_line_ends_are_no_damage(gap: str) -> None:
    text = f"\ufeff{gap}{BEGAN}{gap}" + '["came",0,1]' + gap + TAP + gap + gap + "\0" * 64

    for lines in (text.splitlines(), StringIO(text, None), StringIO(text.replace("\n", "\r"), None)):
        assert len(recording.read(lines, pytest.fail)) == 3


@pytest.mark.parametrize("damage", ['["tap",20,1', "\0" * 64, "hello", '["tap",20,1,5000,10001]', "\ufffd"])
def test_damage_in_the_middle_is_refused_with_its_line(damage: str) -> None:
    with pytest.raises(BadRecording, match="Line 3 of the recording can't be read"):
        recording.read(f"{WHOLE}{damage}\n{TAP}\n".splitlines())


@pytest.mark.parametrize("text", ['["began",0,1,"li', "\0" * 64, "\n\n", "\ufeff"])
def test_a_recording_without_a_whole_line_is_none(text: str) -> None:
    with pytest.raises(BadRecording):
        recording.read([text])
