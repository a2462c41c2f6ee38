"""Escapes for text from outside, since terminals obey control characters."""


def printable(text: str, keep: str = "") -> str:
    r"""Return text with an escape such as ``\x1b`` in the place of every character that is not printable.

    Those are the Unicode categories C and Z without the space, as ``str.isprintable`` has it: C0 and C1 controls, line
    and paragraph separators, what turns the direction of writing or is invisible, lone surrogates.

    Args:
        text: as it came.
        keep: characters that are left as they are, such as a line feed between lines of ours.
    """
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() or letter in keep else _escape(letter) for letter in text)


def _escape(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")
