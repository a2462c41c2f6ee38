"""Log writer: takes lines at once, writes them in a thread, counts lost ones."""

import io
import os
from _thread import start_new_thread
from collections.abc import Callable
from typing import Any

import pytest

from controller_app.machine.process.log_writer import MAX_WAITING_LINES, Lines

PATIENCE = 10.0


class Stuck(io.RawIOBase):
    """Takes nothing."""

    def writable(self) -> bool:
        return True

    def write(self, _: Any) -> int | None:
        raise OSError("no space")


def never_start(_: Callable[[], None], __: tuple[()]) -> None:
    """Stand for a thread that is stuck in a write."""


def test_what_is_said_is_written_in_order() -> None:
    end, pipe = os.pipe()
    with os.fdopen(pipe, "w", encoding="ascii") as stream:
        lines = Lines(stream, start_new_thread)
        lines.write("a block: █\n")
        lines.write("and more\n")
        lines.settle(PATIENCE)

        assert os.read(end, 100) == b"a block: ?\nand more\n"
        assert lines.lost == 0
    os.close(end)


def test_nothing_but_line_feeds_reaches_a_terminal_raw_where_that_is_asked_for() -> None:
    end, pipe = os.pipe()
    with os.fdopen(pipe, "w", encoding="utf-8") as stream:
        lines = Lines(stream, start_new_thread, escapes=True)
        lines.write("Traceback\n  \x1b]0;owned\x07\r\x9b2J\u202e\udc80 é\n")
        lines.settle(PATIENCE)

        assert os.read(end, 100).decode() == "Traceback\n  \\x1b]0;owned\\x07\\r\\x9b2J\\u202e\\udc80 é\n"
    os.close(end)


def test_what_cannot_be_written_is_counted() -> None:
    for stream in (None, io.TextIOWrapper(io.BufferedWriter(Stuck()), write_through=True)):
        lines = Lines(stream, start_new_thread)
        lines.write("one\n")
        lines.write("two\n")
        lines.settle(PATIENCE)
        assert lines.lost == 2


def test_a_thread_that_is_stuck_keeps_no_more_than_so_many() -> None:
    lines = Lines(None, never_start)
    for _ in range(MAX_WAITING_LINES + 7):
        lines.write("a line\n")

    assert lines.lost == 7
    lines.settle(0.01)  # and nobody waits for it for long


def test_only_text_is_a_line() -> None:
    with pytest.raises(TypeError):
        Lines(None, never_start).write(b"")  # type: ignore[arg-type]
