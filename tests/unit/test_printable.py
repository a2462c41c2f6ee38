"""Escapes for characters that a terminal would obey."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controller_app.machine.process.printable import printable

ANYTHING = st.text(st.characters(exclude_categories=()))  # lone surrogates too


@pytest.mark.parametrize(
    ("came", "shown"),
    [
        ("plain, with é, 你 and 🎮", "plain, with é, 你 and 🎮"),
        ("\x1b[2J\x1b]0;owned\x07", r"\x1b[2J\x1b]0;owned\x07"),
        ("\x9b2J\x9d\x85", r"\x9b2J\x9d\x85"),
        ("a\r\nb\tc\x0b\x00", r"a\r\nb\tc\x0b\x00"),
        ("\u202eevil\u2066\u200f", r"\u202eevil\u2066\u200f"),
        ("\u2028\u2029\u00a0\u200b\ufeff", r"\u2028\u2029\xa0\u200b\ufeff"),
        ("\ud800\udc80\ue000", r"\ud800\udc80\ue000"),
        ("\U000e0041", r"\U000e0041"),
        ("", ""),
    ],
)
def test_what_is_not_printable_is_escaped(came: str, shown: str) -> None:
    assert printable(came) == shown


@given(ANYTHING)
def test_whatever_comes_the_result_is_printable_and_can_be_written(text: str) -> None:
    shown = printable(text)

    assert shown.isprintable()
    shown.encode()
    assert printable(shown) == shown


@given(ANYTHING)
def test_what_is_kept_stays(text: str) -> None:
    assert printable(text, keep="\n").count("\n") == text.count("\n")
