"""Text files of people: UTF-8, with or without a byte order mark."""

import codecs
from pathlib import Path

MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",  # first, since UTF-16's mark begins like it
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


class WrongEncoding(ValueError):
    """A file is not UTF-8. The text is the end of a sentence about it, without a full stop."""


def read_text(file: Path, errors: str = "strict") -> str:
    """Return the text of a file, without its byte order mark.

    Args:
        file: begins with an ASCII character.
        errors: ``replace`` puts U+FFFD where bytes are damaged.

    Raises:
        WrongEncoding: it is saved in another encoding.
        OSError: it can't be read.
    """
    data = file.read_bytes()
    check(data)
    try:
        return data.decode("utf-8-sig", errors)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise WrongEncoding(f"line {line} is not in UTF-8, which it has to be saved in") from None


def check(start: bytes) -> None:
    """Look at the first four bytes, or more, of a text that begins with an ASCII character.

    Without a mark, zero bytes beside that character tell UTF-16 and UTF-32 (RFC 4627, section 3).

    Raises:
        WrongEncoding: it is UTF-16 or UTF-32.
    """
    marked = next((name for mark, name in MARKS.items() if start.startswith(mark)), None)
    zeros = [byte == 0 for byte in start[:4]]
    if marked is None and (zeros[:2] in ([True, False], [False, True]) or zeros == [True, True, True, False]):
        marked = "UTF-32" if zeros.count(True) == 3 else "UTF-16"
    if marked:
        raise WrongEncoding(f"it is saved as {marked}; save it as UTF-8")
