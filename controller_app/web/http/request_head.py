"""Bounded, strict reading of a request's head (RFC 9112): no sockets, no waiting."""

import re
from collections.abc import Sequence
from email.message import Message
from typing import Protocol

MAX_HEAD_BYTES = 16_384
"""Request line and header fields together; browsers send about 1 kB."""

PLAIN_LENGTH = re.compile(r"[0-9]{1,15}")
"""Content-Length as RFC 9110 (8.6) has it. Python's ``int`` also takes "1_0", "+5" and figures of other scripts."""


class BadRequest(ValueError):
    """A request that is answered with ``status`` and a sentence, after which the connection closes."""

    def __init__(self, status: str, sentence: str) -> None:
        """``status``: code and reason phrase, such as ``400 Bad Request``."""
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence

    def response(self) -> bytes:
        """Return the whole response."""
        body = f"{self.sentence}\n".encode()
        head = f"HTTP/1.1 {self.status}\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: {len(body)}"
        return head.encode() + b"\r\n\r\n" + body


class ReadsLines(Protocol):
    """A buffered file of bytes."""

    def readline(self, limit: int, /) -> bytes:
        """Return the next line with its end, cut at ``limit`` bytes."""


class HeadReader:
    """Reads header lines until a total number of bytes is used up; http.client alone takes 100 lines of 64 kB."""

    def __init__(self, file: ReadsLines, max_bytes: int) -> None:
        self._file = file
        self._left = max_bytes

    def readline(self, _limit: int = -1) -> bytes:
        """Return the next line.

        Raises:
            BadRequest: the head is too long, or a line ends in something else than CR and LF.
        """
        line = self._file.readline(self._left + 1)
        self._left -= len(line)
        if self._left < 0:
            raise BadRequest(
                "431 Request Header Fields Too Large",
                f"The head of this request is longer than {MAX_HEAD_BYTES} bytes.",
            )
        if line and not line.endswith(b"\r\n"):  # a proxy in front may read such a line otherwise
            raise BadRequest("400 Bad Request", "A header line has to end in CR and LF.")
        return line


def body_length(headers: Message) -> int:
    """Return how many bytes follow the head.

    Any way to state a length that two readers can take for two lengths is refused: a proxy in front may be the other
    reader, and what it takes for a body would be the next request here (request smuggling, RFC 9112, 11.2).

    Raises:
        BadRequest: the length is not one plain number, or a transfer coding is used.
    """
    lengths: Sequence[str] = headers.get_all("content-length", [])
    if headers.get("transfer-encoding") is not None:
        if lengths:
            raise BadRequest("400 Bad Request", "Content-Length and Transfer-Encoding came together.")
        raise BadRequest("411 Length Required", "A body has to come with a Content-Length.")
    if not lengths:
        return 0
    if len(lengths) > 1 or not PLAIN_LENGTH.fullmatch(lengths[0]):
        raise BadRequest("400 Bad Request", "Content-Length has to be one number.")
    return int(lengths[0])
