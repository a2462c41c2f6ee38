"""What people write: which letters stay whole, what goes, where a cut falls."""

import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from controller_app.core.protocol import SAY_CODE_POINTS
from controller_app.core.text import GRAPHEME, MARK, MAX_GRAPHEME, MAX_MARKS, length, plain

SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


@pytest.mark.parametrize(
    "text",
    [
        "Hello, World!",
        "👩‍🚀",
        "🏳️‍🌈",
        "👨‍👩‍👧‍👦 👩🏽‍❤️‍💋‍👨🏿",
        "🏴‍☠️ 👁️‍🗨️ 🧑🏿‍🦯‍➡️",
        SCOTLAND,
        "🇩🇪🇫🇷",
        "1️⃣ #️⃣ ❤️ ❤︎ ©️",
        "hi 🫨",
        "\U0001fae8",
        "\U0001facf",  # not assigned in 2026
        "می‌خواهم",
        "क्‍ष क्‌ष क्षि",
        "श्री र्‍य",
        "ශ්‍රී",
        "สวัสดีที่",
        "Tiếng Việt ệ",
        "שָׁלוֹם",
        "بِسْمِ ٱللَّهِ",
        "가나다 한글",
        "လျှို့ဝှက် မြို့",
        "PDF\u200cها کتاب\u200cهای ۵\u200cام 5\u200cام",
        "ه\u200d.",
        "അവന്\u200d",
        "র\u200d্যাব",
        "ක\u200d්ෂ",
        "葛\U000e0100飾区",
        "ᠬᠠᠮᠢᠭ\u180eᠠ ᠰ\u180b",
        "ཨོཾ་མ་ཎི་པདྨེ་ཧཱུྃ",
        "ड़ें कार्त्स्न्य",
        "ស្ត្រី ប៊ុំ",
        "\u0600١٢",
        "🧑🏻\u200d🧑🏼\u200d🧒🏽\u200d🧒🏾",
        "\U0001fadf\u200d\U0001fae8",
        "你好，世界。",
        "e\u0301 Tie\u0302\u0301ng Vie\u0323\u0302t",  # decomposed, as files of a Mac
        "\ufa19",  # a name's own form of \u795e, which normalization would replace
        "Ünïcödé ẞ ﬁ",
        "∑ ≠ → €",
        "a<b>&amp;\"'</b>",
    ],
)
def test_what_belongs_together_stays_together(text: str) -> None:
    assert plain(text, 200) == text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("  Hello \n\t there \u2028 you", "Hello there you"),
        ("turn\u202eed", "turned"),
        ("\u2066isolated\u2069 \u200emark\u061c", "isolated mark"),
        ("a\u0000b\u001b[2Jc\u0085", "ab[2Jc"),
        ("soft\u00adhyphen zero\u200bwidth \ufeffbom \u2060joiner", "softhyphen zerowidth bom joiner"),
        ("private \ue000 \U000f0000 use", "private use"),
        ("lone \ud800 half", "lone half"),
        ("no\ufdd0character\U0001ffff", "nocharacter"),
        ("Lat\u200din and \u200cmore\u200d", "Latin and more"),
        ("\u200d🚀 👩\u200d", "🚀 👩"),
        ("a\ufe0f b\ufe0e", "a b"),
        ("tags \U000e0041\U000e0042 go", "tags go"),
        ("🏴\U000e0067 short", "🏴 short"),
        ("\u0301mark alone \u0301", "mark alone"),
        ("z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307", "z\u0300\u0301\u0302\u0303"),
        ("می\u200c", "می"),
        ("a\u034fb", "ab"),
        ("\ufff9note\ufffa", "note"),
        ("⠓⠊\u2800\u2800⠽⠕⠥\u2800", "⠓⠊ ⠽⠕⠥"),
        ("a\u2800b\u3164c\ufffc", "abc"),
        ("1\ufe0f 1\ufe0f\u20e3", "1 1\ufe0f\u20e3"),
        ("\u094d\u200dक", "क"),
        ("👩\u0301\u200d\u200d🚀", "👩\u0301🚀"),
        ("hi " + "ᄀ" * 300 + " you", "hi you"),
    ],
)
def test_what_deceives_or_defaces_goes(written: str, shown: str) -> None:
    assert plain(written, 200) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\u200b",
        "\u3164",
        "\u2800\u2800",
        "\u115f\u1160",
        "\uffa0",
        "\u034f",
        "\ufe0f",
        "\u17b4\u17b5",
        "\u180e",
        "\u00ad \u2060",
        "\u0301\u0302",
        "\u200d\u200c",
        "\U000e0041",
        "\u202e\u202c",
        "\ue000",
        "\ufffc",
        "\U0001d159",
        "\u2065\ufff0",
    ],
)
def test_a_text_of_nothing_is_nothing(text: str) -> None:
    assert plain(text, 200) == ""


def test_a_cut_never_halves_a_letter() -> None:
    assert plain("x" * 71 + "🏳️‍🌈", 72) == "x" * 71 + "🏳️‍🌈"
    assert plain("x" * 72 + "🏳️‍🌈", 72) == "x" * 72
    assert plain("👨‍👩‍👧‍👦" * 5, 2) == "👨‍👩‍👧‍👦" * 2


def test_marks_pile_up_no_higher_than_letters_need() -> None:
    shown = plain("z" + "\u0301\u0316" * 90 + "o", 10)

    assert sum(unicodedata.combining(mark) > 0 for mark in shown) <= MAX_MARKS
    assert shown.endswith("o")


def test_a_chain_of_emoji_has_an_end() -> None:
    assert len(plain("👩‍" * 100 + "👩", 1)) <= MAX_GRAPHEME


def test_as_many_letters_stay_as_a_message_has_code_points_for() -> None:
    family = "👨‍👩‍👧‍👦"

    assert plain(family * 140, 140) == family * 140
    assert plain(SCOTLAND * 200, 200) == SCOTLAND * (SAY_CODE_POINTS // len(SCOTLAND))


SCRIPTS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\u200d\u200c\ufe0f\u0301\u0316\u202e\u3164\u180e\u180b\u2800\u20e3\U000e0067\U000e007f\U0001f3f4\U000e0100"
            "👩🚀🏽🇩कय्मချှို့بهـᠠ葛가1 \u0600⠓\n"
        ),
    ),
    max_size=60,
)


@given(SCRIPTS, st.integers(0, 40))
def test_what_is_left_can_be_shown(text: str, letters: int) -> None:
    shown = plain(text, letters)

    assert length(shown) <= letters
    assert not regex.search(r"[\p{Cc}\p{Cs}\p{Co}\p{Bidi_Control}\p{Noncharacter_Code_Point}]", shown)
    assert not regex.search(rf"{MARK}{{{MAX_MARKS + 1}}}", shown, regex.V1)
    assert shown == " ".join(shown.split())
    assert all(len(grapheme) <= MAX_GRAPHEME for grapheme in regex.findall(r"\X", shown))


@given(SCRIPTS)
def test_what_was_cleaned_stays_as_it_is(text: str) -> None:
    once = plain(text, 200)

    assert plain(once, 200) == once


@given(SCRIPTS, st.integers(0, 40))
def test_a_cut_leaves_the_first_letters_as_they_were(text: str, letters: int) -> None:
    whole = plain(text, 1000)

    shown = plain(text, letters)

    kept, all_ = GRAPHEME.findall(shown), GRAPHEME.findall(whole)
    assert kept[:-1] == all_[: len(kept[:-1])]
    assert not kept or kept[-1] == all_[len(kept) - 1].rstrip("\u200c\u200d") or kept[-1] == all_[len(kept) - 1]


@given(SCRIPTS)
def test_letters_are_those_of_the_standard(text: str) -> None:
    assert GRAPHEME.findall(text) == regex.findall(r"\X", text)
