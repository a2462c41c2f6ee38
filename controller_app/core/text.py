"""Sanitised text from people: one line of visible, whole letters (graphemes).

Removed is what could deceive or deface: controls, overrides of the writing direction, private use, fillers that look
like nothing, marks without a letter or beyond four on one. Kept is what letters are made of, as it was written, also
where our tables don't know it yet: joiners and variation selectors that an emoji or a script takes, flags, and code
points that Unicode has assigned since. Everything takes time linear in the text.
Source: Unicode Standard Annex 29 (graphemes), Technical Standard 51 (emoji), StandardizedVariants.txt.
"""

from itertools import islice

import regex

from controller_app.core.protocol import SAY_CODE_POINTS

MAX_MARKS = 4
"""Nonspacing marks in a row on one letter; Hindi, Hebrew and Vietnamese have three, Burmese has four (လျှို့)."""

MAX_GRAPHEME = 16
"""Code points in one grapheme; the longest emoji, a family with skin tones, has eleven."""

ATTACHED = r"\u180e\u200c\u200d\p{Variation_Selector}"
"""Invisible, yet they change how their neighbours look: ``LOOSE`` decides which of them stay."""

MARK = rf"[\p{{Mn}}\p{{Me}}{ATTACHED}]"

CURSIVE = r"\p{Joining_Type=Dual_Joining}\p{Joining_Type=Right_Joining}\p{Joining_Type=Left_Joining}"
INDIC = r"\p{InSC=Consonant}\p{InSC=Vowel_Independent}\p{InSC=Vowel_Dependent}\p{Canonical_Combining_Class=Virama}"
SHAPED = rf"[{CURSIVE}{INDIC}]"
"""Letters of scripts in which a joiner or a non-joiner changes what is seen: Arabic, Mongolian, Devanagari, ..."""

WRITTEN = rf"[[\p{{L}}\p{{M}}\p{{N}}]--[{ATTACHED}]]"
"""What a joiner may stand beside: a letter, its mark or a digit."""

FLAG = r"\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"
"""Of a region, such as Scotland: a black flag and tags (Technical Standard 51, ED-14a)."""

# HIDDEN and LOOSE keep what their group matches, and remove everything else that they match.

HIDDEN = regex.compile(
    rf"({FLAG})|"
    r"[[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}"
    # Blank in every font, though not ignorable by the tables: braille, object, null notehead, hieroglyphs.
    r"\u2800\ufffc\U0001d159\U00013441\U00013442]"
    rf"--[{ATTACHED}\p{{Prepended_Concatenation_Mark}}\s]]",
    regex.V1,
)

BRAILLE_SPACE = regex.compile(r"(?<=[\u2801-\u28ff])\u2800+(?=[\u2801-\u28ff])")

EXCESS = regex.compile(rf"(?<={MARK}{{{MAX_MARKS}}}){MARK}|(?<!\S){MARK}+", regex.V1)
"""Marks that pile up, and marks without a letter."""

LOOSE = regex.compile(
    "("
    + "|".join(
        (
            rf"(?<={SHAPED})[\u200c\u200d](?={WRITTEN})",
            rf"(?<={WRITTEN})[\u200c\u200d](?={SHAPED})",  # PDF‌ها
            r"(?<=[\p{Canonical_Combining_Class=Virama}\p{Joining_Type=Dual_Joining}])\u200d",  # ന്‍, ه‍
            r"(?<=\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)\u200d(?=\p{Extended_Pictographic})",
            r"(?<=[[\p{Emoji}\p{Extended_Pictographic}]--[0-9#*]])[\ufe0e\ufe0f]",
            r"(?<=[0-9#*])\ufe0f(?=\u20e3)",  # 1️⃣
            r"(?<=\p{Han})\p{Variation_Selector}",  # 葛󠄀, as in names
            r"(?<=[\p{Sm}\p{Myanmar}\p{Phags_Pa}\p{Manichaean}\u3001\u3002\uff01-\uff1f])[\ufe00-\ufe02]",
            r"(?<=[\u1820-\u18aa])[\u180b-\u180d\u180f]",  # Mongolian
            r"(?<=[\u1820-\u18aa][\u180b-\u180d\u180f]?)\u180e(?=[\u1820-\u18aa])",
        )
    )
    + rf")|[{ATTACHED}]",
    regex.V1,
)

GRAPHEME = regex.compile(
    r"\p{Regional_Indicator}{2}[\p{Grapheme_Cluster_Break=Extend}\p{Grapheme_Cluster_Break=SpacingMark}\u200d]*|\X"
)
r"""Pairs come first: ``\X`` alone takes quadratic time in a row of regional indicators."""


def plain(text: str, letters: int) -> str:
    """Return what a person wrote as it may be shown; "" if nothing of it would be seen.

    Args:
        text: as it came.
        letters: graphemes that may be left, of ``SAY_CODE_POINTS`` in all; a cut never falls within one.
    """
    seen = HIDDEN.sub(r"\1", BRAILLE_SPACE.sub(" ", text))
    tidy = LOOSE.sub(r"\1", EXCESS.sub("", seen))
    line = " ".join(GRAPHEME.sub(_bounded, tidy).split())
    return LOOSE.sub(r"\1", _first(line, letters)).strip()  # a joiner at the cut has nothing to join any more


def length(text: str) -> int:
    """Return how many letters (graphemes) a person counts in a text."""
    return len(GRAPHEME.findall(text))


def _bounded(grapheme: "regex.Match[str]") -> str:
    """Replace a chain that is no letter of any script; a cut within it would leave parts that join others."""
    return grapheme[0] if len(grapheme[0]) <= MAX_GRAPHEME else " "


def _first(text: str, letters: int) -> str:
    ends = (grapheme.end() for grapheme in islice(GRAPHEME.finditer(text), letters))
    return text[: max((end for end in ends if end <= SAY_CODE_POINTS), default=0)]
