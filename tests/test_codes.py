"""Room codes."""

import secrets

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


@given(st.text(alphabet=codes.ALPHABET, min_size=4, max_size=4), st.sampled_from([" ", "-", "", " - "]))
def test_a_code_is_read_in_any_case_with_any_spaces(code: str, between: str) -> None:
    assert codes.read(between.join(code.lower())) == code


@given(st.text())
def test_any_text_is_a_code_or_nothing(text: str) -> None:
    code = codes.read(text)

    assert code == "" or (len(code) in codes.LENGTHS and set(code) <= set(codes.ALPHABET))
