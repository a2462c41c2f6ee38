"""Room codes."""

import secrets
import unicodedata
from itertools import product, zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controller_app.core import codes


@given(st.sampled_from(codes.LENGTHS))
def test_a_code_has_only_letters_that_are_hard_to_misread(length: int) -> None:
    code = codes.make(length, set(), secrets.randbelow)

    assert len(code) == length
    assert set(code) <= set("CDFGHJKMNPRTVWXY")
    assert not set(code) & set("AEIOULSZBQ0123456789")


def test_a_code_that_is_taken_is_not_given_twice() -> None:
    drawn = iter([0, 0, 0, 0, 0, 0, 0, 1])

    assert codes.make(4, {"CCCC"}, lambda _: next(drawn)) == "CCCD"


@pytest.mark.parametrize("rude", ["FCKW", "XNGR", "CNTR", "KKKK", "WTFC"])
def test_no_code_insults(rude: str) -> None:
    drawn = iter([codes.ALPHABET.index(letter) for letter in f"{rude}KRTP"])

    assert codes.make(4, (), lambda _: next(drawn)) == "KRTP"
    assert codes.read(rude) == rude, "a room from before the list, or somebody's typing"


def test_nearly_all_codes_are_left() -> None:
    every = map("".join, product(codes.ALPHABET, repeat=4))
    left = [code for code in every if not any(word in code for word in codes.BLOCKED)]

    assert len(left) == 62_372
    assert all(set(word) <= set(codes.ALPHABET) for word in codes.BLOCKED)


@given(st.text(alphabet=codes.ALPHABET, min_size=4, max_size=4), st.sampled_from([" ", "-", "", " - "]))
def test_a_code_is_read_in_any_case_with_any_spaces(code: str, between: str) -> None:
    assert codes.read(between.join(code.lower())) == code


READABLE = [
    *("ＫＲＴＰ", "Ⓚⓡⓣⓟ", "KRTP.", "“krtp”", "(KRTP)", "KR—TP", "K.R.T.P", "KR/TP", "KR\u200bTP", "\ufeffKRTP\u202c"),
    *("Room KRTP", "KRTP 🎉", "KRTP\n", "KRTP/", "/KRTP", "<http://192.168.1.20:8080/KRTP>", "laptop/KRTP"),
    *("http://192.168.1.20:8080/KRTP", "192.168.1.20:8080/krtp/", "HTTP://PCTV/KRTP?x=1", "[fd00::1]:8080/KRTP"),
    *("http:/192.168.1.20/KRTP#x", "http://192.168.1.20:8080/join?code=kr+tp", "http://192.168.1.20:8080/KRTP/WXCD"),
    *("Join us: http://192.168.1.20:8080/KRTP now", "KRTP http://192.168.1.20:8080/KRTP", "pc.tv/KRTP"),
]


@pytest.mark.parametrize("typed", READABLE)
def test_a_code_is_read_as_people_write_it(typed: str) -> None:
    assert codes.read(typed) == "KRTP"


@pytest.mark.parametrize(
    "typed", ["", "KRT", "KRTPC", "KRAP", "http://", "http://krtp", "http://pctv:8080/", "KRTP, WXYC"]
)
def test_what_is_no_code_or_more_than_one_is_none(typed: str) -> None:
    assert codes.read(typed) == ""


NO_LETTER = st.characters(exclude_categories=("L", "M", "So"), exclude_characters="/?#&=:")


@given(st.text(alphabet=codes.ALPHABET, min_size=4, max_size=4), st.lists(st.text(NO_LETTER), min_size=5, max_size=5))
def test_what_is_no_letter_does_not_matter(code: str, around: list[str]) -> None:
    around = [text for text in around if not any(map(str.isalpha, unicodedata.normalize("NFKC", text)))]

    assert codes.read("".join(map("".join, zip_longest(around, code, fillvalue="")))) == code


@given(st.text())
def test_any_text_is_a_code_or_nothing(text: str) -> None:
    code = codes.read(text)

    assert code == "" or (len(code) in codes.LENGTHS and set(code) <= set(codes.ALPHABET))
