"""Signed passes."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from itsdangerous import URLSafeSerializer

from controller_app.core.passes import HostPass, OpenPass, Passes, SeatPass
from controller_app.errors import BadPass
from tests.support.fakes import SECRET

PASSES = Passes(SECRET)
HOST = HostPass("KRTP", 7)
SEAT = SeatPass("KRTP", 7, 3, 99)
OPEN = OpenPass(PASSES.opener("correct horse battery"))


def test_a_pass_is_read_as_it_was_signed() -> None:
    assert PASSES.read(PASSES.sign(HOST), HostPass) == HOST
    assert PASSES.read(PASSES.sign(SEAT), SeatPass) == SEAT
    assert PASSES.read(PASSES.sign(OPEN), OpenPass) == OPEN


def test_a_host_pass_from_before_there_were_host_tokens_is_still_read() -> None:
    earlier = URLSafeSerializer(SECRET, salt="host").dumps(["KRTP", 7, 12])

    assert PASSES.read(str(earlier), HostPass) == HostPass("KRTP", 7, 12)


def test_the_longest_host_pass_fits_a_message() -> None:
    assert len(PASSES.sign(HostPass("KRTPCD", 2**48, 9999, PASSES.opener("correct horse battery")))) < 200


def test_a_pass_fits_the_address_bar_and_a_message() -> None:
    assert len(PASSES.sign(SeatPass("KRTPCD", 2**48, 9999, 2**48))) < 200


def test_a_seat_pass_never_opens_a_room() -> None:
    with pytest.raises(BadPass):
        PASSES.read(PASSES.sign(SEAT), HostPass)


def test_a_pass_of_another_server_is_refused() -> None:
    with pytest.raises(BadPass):
        PASSES.read(Passes(b"another secret of this length").sign(HOST), HostPass)


@given(st.integers(0, 200), st.characters(codec="ascii"))
def test_a_changed_pass_is_refused(place: int, letter: str) -> None:
    text = PASSES.sign(SEAT)
    place %= len(text) - 1  # the last letter of base64 may hold spare bits
    changed = text[:place] + letter + text[place + 1 :]
    if changed == text:
        return

    with pytest.raises(BadPass):
        PASSES.read(changed, SeatPass)


@given(st.text())
def test_any_text_is_a_pass_or_refused(text: str) -> None:
    with pytest.raises(BadPass):
        PASSES.read(text, SeatPass)


def test_passes_are_signed_without_compression_and_read_with_it() -> None:
    held = SeatPass("KRTP", 2**48 - 1, 300, 2**48 - 1, 1)
    compressed = str(URLSafeSerializer(SECRET, salt="seat").dumps(list(msgspec.to_builtins(held))))

    assert compressed.startswith(".")
    assert not PASSES.sign(held).startswith(".")
    assert PASSES.read(compressed, SeatPass) == held
