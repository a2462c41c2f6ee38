"""Room codes: short enough to type from the back row, hard to misread, never a word."""

from collections.abc import Callable, Container

ALPHABET = "CDFGHJKMNPRTVWXY"
"""Sixteen letters: no vowels, so no words; none that looks like another or like a figure."""

LENGTHS = (4, 6)
"""Letters on a LAN, letters in public."""


def make(length: int, taken: Container[str], below: Callable[[int], int]) -> str:
    """Return a code that is not taken.

    Args:
        length: one of LENGTHS; 4 letters make 65,536 codes, 6 make 16.8 million.
        taken: the codes in use; far fewer than there are.
        below: gives a random integer from 0 up to, not including, its argument.
    """
    while True:
        code = "".join(ALPHABET[below(len(ALPHABET))] for _ in range(length))
        if code not in taken:
            return code


def read(text: str) -> str:
    """Return the code that a person typed, in any case, with any spaces and dashes; "" if it can't be one."""
    code = "".join(letter for letter in text.upper() if letter not in " -\u00a0\u2010\u2011\u2013")
    return code if len(code) in LENGTHS and all(letter in ALPHABET for letter in code) else ""
