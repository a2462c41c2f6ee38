"""Non-blocking stdout and stderr: a slow terminal never stalls the event loop.

A full disk or a closed pipe makes a write fail; a paused terminal (Ctrl-S, or text marked on Windows) and a pipe that
nobody reads make it wait for ever. So a thread writes, and what can't be written is counted.
"""

import atexit
import sys
from _queue import SimpleQueue  # the one that gevent leaves alone: it serves real threads
from collections.abc import Callable
from io import TextIOBase
from typing import Any, TextIO

from controller_app.machine.process.printable import printable

MAX_WAITING_LINES = 1000
"""Lines that may wait for the thread; more are lost."""

FLUSH_TIMEOUT_S = 1.0
"""Seconds that lines get to leave when the process ends."""


class Lines(TextIOBase):
    """Stands in for stdout or stderr: takes text at once, and has a thread write it."""

    def __init__(
        self, stream: TextIO | None, start_thread: Callable[[Callable[[], None], tuple[()]], Any], escapes: bool = False
    ) -> None:
        """Begin to write.

        Args:
            stream: what is written to, None where there is none.
            start_thread: starts a real thread.
            escapes: whether control characters other than line feeds are escaped.
        """
        self._escapes = escapes
        self._encoding = (stream.encoding if stream else None) or "utf-8"
        self._is_terminal = bool(stream and stream.isatty())
        self._stream = stream  # or it might be closed
        buffer = getattr(stream, "buffer", None)
        self._raw = getattr(buffer, "raw", buffer)  # past the buffer, which would keep what could not be written
        self._queue: SimpleQueue[str | SimpleQueue[None]] = SimpleQueue()
        self._turned_away = self._failed = 0
        start_thread(self._forever, ())
        atexit.register(self.settle, FLUSH_TIMEOUT_S)

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """How text is written."""
        return self._encoding

    @property
    def lost(self) -> int:
        """Texts that could not be written."""
        return self._turned_away + self._failed

    def write(self, text: str) -> int:
        """Take a text, or lose it if too many wait."""
        if not isinstance(text, str):
            raise TypeError("Lines are text.")
        if self._queue.qsize() < MAX_WAITING_LINES:
            self._queue.put(text)
        else:
            self._turned_away += 1
        return len(text)

    def isatty(self) -> bool:
        """Whether it is a terminal, which knows colours."""
        return self._is_terminal

    def settle(self, seconds: float) -> None:
        """Wait until all that was taken is written, but no longer than this."""
        written: SimpleQueue[None] = SimpleQueue()
        self._queue.put(written)
        try:
            written.get(timeout=seconds)
        except Exception:  # queue.Empty, of whichever queue module: it takes too long
            return

    def _forever(self) -> None:
        while True:
            text = self._queue.get()
            if not isinstance(text, str):
                text.put(None)
                continue
            if self._escapes:
                text = printable(text, keep="\n")
            try:
                self._write(text.encode(self._encoding, "replace"))  # a redirected Windows console knows no blocks
            except Exception:  # no space, nobody reads, no such file any more: play goes on
                self._failed += 1

    def _write(self, data: bytes) -> None:
        if self._raw is None:
            raise OSError("There is nowhere to write to.")
        while data:
            data = data[self._raw.write(data) or 0 :]


def take_over(start_thread: Callable[[Callable[[], None], tuple[()]], Any]) -> None:
    """Have all that is said from now on written by threads.

    What goes to stderr is escaped: not everything that libraries print there goes through the log. Stdout has our
    banner, with its colours.
    """
    sys.stdout = Lines(sys.stdout, start_thread)
    sys.stderr = Lines(sys.stderr, start_thread, escapes=True)


def settle(seconds: float = FLUSH_TIMEOUT_S) -> None:
    """Wait until all that was said is written, but no longer than this for each of stdout and stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, Lines):
            stream.settle(seconds)


def lost() -> int:
    """Return how many texts could not be written so far."""
    return sum(stream.lost for stream in (sys.stdout, sys.stderr) if isinstance(stream, Lines))
