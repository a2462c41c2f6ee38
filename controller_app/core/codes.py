"""Room codes: short, hard to misread, never a word or an insult."""

import re
import unicodedata
from collections.abc import Callable, Container

ALPHABET = "CDFGHJKMNPRTVWXY"
"""Sixteen letters: no vowels, so no words; none that looks like another or like a figure."""

SEPARATORS = re.compile(r"[/?#&=]")
"""Between the parts of an address."""

LENGTHS = (4, 6)
"""Letters on a LAN, letters in public."""


BLOCKED = (
    *("CCK", "CHNK", "CNT", "CVNT", "CXNT", "DCK", "DXCK", "DYK", "FCK", "FGG", "FGT", "FKN", "FKR", "FVCK", "FXCK"),
    *("FXK", "GFY", "GTFH", "HKR", "HWR", "KCK", "KKK", "KYK", "MFR", "MTHR", "NCGR", "NGG", "NGR", "NXGR", "NYGR"),
    *("PDF", "PMP", "PRCK", "PRN", "PRV", "PYK", "RPD", "RPT", "RTD", "RTRD", "TRNY", "TWT", "VGN", "WHR", "WNK"),
    *("WTF", "XXX"),
    *("DRCK", "FTT", "FXT", "HCK", "HH", "HJ", "HRN", "KKR", "NTT", "WCHR", "WXR"),  # German, Dutch
    *("CNRD", "FDP", "GRC", "HDP", "MRD", "NTM", "PDR", "PND", "PTN", "VRG", "VTNC"),  # French, Spanish, Portuguese
    *("CHJ", "KRW", "NXY", "PRDC", "XYN", "XYY"),  # Polish; Russian in Latin letters
)
"""Letters that read as an insult, a slur or a sign of hate where a class sees them, without their vowels."""


def make(length: int, taken: Container[str], below: Callable[[int], int]) -> str:
    """Return a code that is not taken.

    Args:
        length: one of LENGTHS; 4 letters make 62,372 codes, 6 make 15.3 million, without what BLOCKED takes.
        taken: the codes in use; far fewer than there are.
        below: gives a random integer from 0 up to, not including, its argument.
    """
    while True:
        code = "".join(ALPHABET[below(len(ALPHABET))] for _ in range(length))
        if code not in taken and not any(word in code for word in BLOCKED):
            return code


def read(text: str) -> str:
    """Return the room code in what a person typed or pasted; "" if there is none, or more than one.

    Letter case, full-width letters (NFKC, Unicode Standard Annex #15) and everything between letters don't matter. Of
    an address the path counts, of a sentence the one word that is a code or a room's address.
    """
    text = unicodedata.normalize("NFKC", text).upper()
    found = {_spelt(text)} - {""} or {_spelt(word) for word in text.split()} - {""}
    return found.pop() if len(found) == 1 else ""


def _spelt(text: str) -> str:
    """Return the code that upper-case text spells: by all its letters, or as the first such part of an address."""
    _, scheme, address = text.rpartition(":/")
    parts = [part for part in SEPARATORS.split(address) if part.strip()]
    if scheme or (len(parts) > 1 and (":" in parts[0] or "." in parts[0])):
        parts = parts[1:]  # a host's name may have the letters of a code
    spelt = ("".join(filter(str.isalpha, part)) for part in (*parts, "".join(parts)))
    return next((letters for letters in spelt if len(letters) in LENGTHS and set(letters) <= set(ALPHABET)), "")
