"""Log format: one bounded, printable line, and tracebacks that can't be forged."""

import logging
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controller_app.machine.process.log_format import (
    INDENT,
    MAX_LINE_CHARS,
    MAX_TRACEBACK_LINES,
    LogFormatter,
    one_line,
)

ROOM_FOR_THE_COUNT = 50  # characters


def entry(message: str, *values: object, left_out: int = 0, error: BaseException | None = None) -> str:
    try:
        raise error or Exception
    except BaseException:
        trace = sys.exc_info() if error else None
    record = logging.LogRecord("a", logging.INFO, "", 0, message, values, trace)
    record.left_out = left_out
    return LogFormatter().format(record)


def test_a_plain_message_stays_as_it_is() -> None:
    assert entry("The port is %d.", 8080) == "The port is 8080."


def test_a_message_is_one_line_whatever_a_client_puts_in() -> None:
    assert entry("No field '%s'.", "a\n\x1b[2J\x1b]0;owned\x07") == r"No field 'a\n\x1b[2J\x1b]0;owned\x07'."


def test_a_long_message_is_cut_and_says_so() -> None:
    assert entry("%s", "x" * 4000) == f"{'x' * MAX_LINE_CHARS}… (cut from 4,000 characters)"
    assert entry("%s", "x" * MAX_LINE_CHARS) == "x" * MAX_LINE_CHARS


def test_escapes_count_as_they_are_written() -> None:
    assert len(entry("%s", "\U000e0041" * MAX_LINE_CHARS)) < MAX_LINE_CHARS + ROOM_FOR_THE_COUNT


def test_an_entry_says_how_many_are_missing_before_it() -> None:
    assert entry("Well.", left_out=1234) == "Well. (1,234 lines were left out.)"
    assert entry("x" * 4000, left_out=7).endswith("(7 lines were left out.)")


def test_a_traceback_stands_below_its_message_and_forges_no_entry() -> None:
    first, *rest = entry("It failed.", error=ValueError("no\nThe server is stopped.\x1b[2J")).split("\n")

    assert first == "It failed."
    assert rest[0] == f"{INDENT}Traceback (most recent call last):"
    assert rest[-2:] == [f"{INDENT}ValueError: no", rf"{INDENT}The server is stopped.\x1b[2J"]
    assert all(line.startswith(INDENT) for line in rest)


def test_a_long_traceback_keeps_its_beginning_and_its_end() -> None:
    lines = entry("It failed.", error=ValueError("\n".join(map(str, range(1000))))).split("\n")

    assert len(lines) <= MAX_TRACEBACK_LINES + 2
    assert lines[1] == f"{INDENT}Traceback (most recent call last):"
    assert lines[-1] == f"{INDENT}999"
    assert any("lines of it" in line for line in lines)


@pytest.mark.parametrize("error", [None, ValueError])
@given(text=st.text(st.characters(exclude_categories=())))
def test_every_entry_is_printable_and_bounded(error: type[Exception] | None, text: str) -> None:
    lines = entry("%s", text * 20, error=error(text * 20) if error else None).split("\n")

    assert len(lines) <= MAX_TRACEBACK_LINES + 2 if error else len(lines) == 1
    assert all(line.isprintable() and len(line) <= MAX_LINE_CHARS + ROOM_FOR_THE_COUNT for line in lines)


def test_what_is_cut_by_its_escapes_says_how_long_it_was() -> None:
    assert one_line("\x00" * MAX_LINE_CHARS).endswith(f"(cut from {MAX_LINE_CHARS} characters)")
