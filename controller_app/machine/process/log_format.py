"""Log format: one bounded line per entry, with text from outside escaped."""

import logging
import traceback

from controller_app.machine.process.printable import printable

MAX_LINE_CHARS = 400
"""Characters of a line. Our own sentences with a path in them fit; a client's message can be 4 kB long."""

MAX_TRACEBACK_LINES = 60
"""Lines of a traceback; of a longer one the middle is left out."""

INDENT = "    "
"""Stands before each line of a traceback: the message of an exception may hold line feeds, and no text that a client
chose may look like an entry of its own."""


class LogFormatter(logging.Formatter):
    """Writes an entry's message on one line, and below it the traceback if there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """Return an entry. ``record.left_out``, which LogBudget sets, counts those that are missing before it."""
        line = one_line(record.getMessage().strip())
        left_out = getattr(record, "left_out", 0)
        if left_out:
            line += f" ({left_out:,} lines were left out.)"
        return "\n".join((line, *_traceback_lines(record)))


def one_line(text: str) -> str:
    """Return text as one printable line of at most ``MAX_LINE_CHARS``, and how many there were if that cut it."""
    line = printable(text[:MAX_LINE_CHARS])
    if len(text) <= MAX_LINE_CHARS and len(line) <= MAX_LINE_CHARS:
        return line
    return f"{line[:MAX_LINE_CHARS]}… (cut from {len(text):,} characters)"


def _traceback_lines(record: logging.LogRecord) -> list[str]:
    if not record.exc_info:
        return []
    lines = "".join(traceback.format_exception(*record.exc_info)).rstrip("\n").split("\n")
    excess = len(lines) - MAX_TRACEBACK_LINES
    if excess > 0:
        lines[MAX_TRACEBACK_LINES // 2 : -(MAX_TRACEBACK_LINES // 2)] = [f"… {excess:,} lines of it …"]
    return [INDENT + one_line(line) for line in lines]
