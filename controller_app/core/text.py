"""Text from people, made safe to show: one line of whole letters (graphemes), none invisible.

Removed is what could deceive or deface: controls, overrides of the writing direction, private use, fillers that look
like nothing, marks without a letter or beyond four on one. Kept is what letters are made of, also where this Python's
tables don't know them yet: joiners within emoji and in scripts that need them, variation selectors, flags, and code
points that Unicode has assigned since. Source: Unicode Standard Annex 29 (graphemes), Technical Standard 51 (emoji).
"""

import unicodedata

import regex

MAX_MARKS = 4
"""Marks on one letter; Vietnamese and Hebrew have up to three."""

MAX_GRAPHEME = 16
"""Code points in one grapheme; the longest emoji of today, a couple with skin tones, has ten."""

CODE_POINTS_PER_LETTER = 4
"""On average over a text, so that what a display remembers of it stays bounded."""

TAGS = r"\U000e0020-\U000e007f"
"""Between a black flag and the last of them, tags name a region, such as Scotland."""

JOINING = "".join(
    rf"\p{{Scx={script}}}"
    for script in (
        *("Arab", "Syrc", "Mong", "Nkoo", "Adlm", "Rohg", "Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu"),
        *("Knda", "Mlym", "Sinh", "Khmr", "Mymr"),
    )
)
"""Scripts in which a joiner or a non-joiner between two letters changes what is written."""

JOINING_LETTER = r"[[" + JOINING + r"]&&[\p{L}\p{M}]]"
EMOJI_BEFORE_JOINER = r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]"
MARK = r"[\p{M}--[\ufe0e\ufe0f]]"

NOTHING = regex.compile(
    r"[\p{Cc}\p{Cs}\p{Co}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u2800]|[[\p{Default_Ignorable_Code_Point}\p{Cf}]"
    r"--[\p{Prepended_Concatenation_Mark}\p{Join_Control}\ufe0e\ufe0f" + TAGS + r"]]",
    regex.V1,
)
"""What is never a part of a letter."""

LOOSE_TAGS = regex.compile(r"(\U0001f3f4[\U000e0020-\U000e007e]{2,6}\U000e007f)|[" + TAGS + r"]")
LOOSE_SELECTOR = regex.compile(r"([\p{Emoji}\p{Extended_Pictographic}][\ufe0e\ufe0f])|[\ufe0e\ufe0f]")
LOOSE_JOINER = regex.compile(
    r"(" + EMOJI_BEFORE_JOINER + r"\u200d(?=\p{Extended_Pictographic})"
    r"|" + JOINING_LETTER + r"[\u200c\u200d](?=" + JOINING_LETTER + r")"
    r"|\p{InSC=Virama}\u200d)|[\u200c\u200d]",
    regex.V1,
)
"""Each matches what stays as its first group, else what goes."""

PILE = regex.compile(rf"({MARK}{{{MAX_MARKS}}}){MARK}+", regex.V1)
BARE_MARKS = regex.compile(r"(?<![^\s])\p{M}+")
GRAPHEME = regex.compile(r"\X")


def plain(text: str, letters: int) -> str:
    """Return what a person wrote as it may be shown; "" if nothing of it would be seen.

    Args:
        text: as it came.
        letters: graphemes that may be left; a cut never falls within one.
    """
    text = " ".join(unicodedata.normalize("NFC", text).split())
    text = NOTHING.sub("", text)
    text = LOOSE_TAGS.sub(_kept, text)
    text = LOOSE_SELECTOR.sub(_kept, text)
    text = LOOSE_JOINER.sub(_kept, text)
    text = BARE_MARKS.sub("", PILE.sub(r"\1", text))
    shown, left = "", max(MAX_GRAPHEME, CODE_POINTS_PER_LETTER * letters)
    for grapheme in map(_bounded, GRAPHEME.findall(" ".join(text.split()))[:letters]):
        left -= len(grapheme)
        if left < 0:
            break
        shown += grapheme
    return shown.strip()


def length(text: str) -> int:
    """Return how many letters (graphemes) a person counts in a text."""
    return len(GRAPHEME.findall(text))


def _kept(match: "regex.Match[str]") -> str:
    return match[1] or ""


def _bounded(grapheme: str) -> str:
    return grapheme[:MAX_GRAPHEME].rstrip("\u200c\u200d") if len(grapheme) > MAX_GRAPHEME else grapheme
