"""Which displays may open rooms."""

import pytest

from controller_app.core.host_token import (
    COMMON_BURST,
    WRONG_TOKENS_BURST,
    WRONG_TOKENS_PER_S,
    HostToken,
)
from controller_app.core.passes import HostPass, OpenPass, Passes, RecordPass, SeatPass
from controller_app.core.protocol import Open
from controller_app.core.rooms import Rooms
from controller_app.core.search_limit import RESERVE_BURST
from controller_app.errors import BadSetting, TokenNeeded
from tests.support.fakes import SECRET, counting, small_settings

TOKEN = "correct horse battery"
HERE = "192.0.2.7"
ELSEWHERE = "198.51.100.9"
PASSES = Passes(SECRET)


def guarded(token: str | None = TOKEN) -> HostToken:
    return HostToken(token, PASSES, 0)


def host_pass(token: str | None) -> str:
    rooms = Rooms(small_settings(host_token=token), PASSES, "lights", counting())
    return rooms.host_pass(rooms.open(None, "display", 0).room)


def spend(guard: HostToken, address: str = HERE, tries: int = WRONG_TOKENS_BURST) -> None:
    for _ in range(tries):
        with pytest.raises(TokenNeeded, match="not the host token"):
            guard.admit(Open(token="a wrong token"), address, 0)


def test_without_a_token_every_display_opens_rooms() -> None:
    guarded(None).admit(Open(), HERE, 0)

    assert guarded(None).open_pass() == ""


def test_a_display_without_the_right_is_asked_for_the_token() -> None:
    with pytest.raises(TokenNeeded, match="asks for its host token"):
        guarded().admit(Open(), HERE, 0)
    with pytest.raises(TokenNeeded, match="asks for its host token"):
        guarded().admit(Open(token=""), HERE, 0)


def test_the_token_opens() -> None:
    guarded().admit(Open(token=TOKEN), HERE, 0)


@pytest.mark.parametrize("token", ["Correct horse battery", "correct horse batter", f"{TOKEN} ", TOKEN * 2])
def test_nearly_the_token_does_not_open(token: str) -> None:
    with pytest.raises(TokenNeeded) as refused:
        guarded().admit(Open(token=token), HERE, 0)

    assert token not in str(refused.value)


def test_the_pass_opens_in_the_place_of_the_token() -> None:
    guarded().admit(Open(open_pass=guarded().open_pass()), HERE, 0)


def test_a_display_comes_back_with_its_host_pass_alone() -> None:
    guarded().admit(Open(host=host_pass(TOKEN)), HERE, 0)


@pytest.mark.parametrize("before", [None, "another token of theirs"])
def test_another_token_voids_the_passes_of_the_one_before(before: str | None) -> None:
    for wish in (Open(open_pass=guarded(before).open_pass()), Open(host=host_pass(before))):
        with pytest.raises(TokenNeeded):
            guarded().admit(wish, HERE, 0)


@pytest.mark.parametrize(
    "forged",
    [
        Passes(b"another secret of this length").sign(OpenPass(PASSES.opener(TOKEN))),
        PASSES.sign(OpenPass("")),
        PASSES.sign(HostPass("KRTP", 7)),
        PASSES.sign(SeatPass("KRTP", 7, 3, 99)),
        PASSES.sign(RecordPass("KRTP")),
        "",
        "x" * 400,
    ],
    ids=["another server's", "of no token", "host", "seat", "record", "empty", "noise"],
)
def test_no_other_pass_stands_for_the_token(forged: str) -> None:
    for wish in (Open(open_pass=forged), Open(host=forged)):
        with pytest.raises(TokenNeeded):
            guarded().admit(wish, HERE, 0)


def test_an_open_pass_is_no_host_pass() -> None:
    rooms = Rooms(small_settings(host_token=TOKEN), PASSES, "lights", counting())
    first = rooms.open(guarded().open_pass(), "one", 0).room
    second = rooms.open(guarded().open_pass(), "another", 0).room

    assert first is not second


def test_a_pass_tells_nothing_of_the_token() -> None:
    assert PASSES.opener(TOKEN) != Passes(b"another secret of this length").opener(TOKEN)
    assert TOKEN not in guarded().open_pass()


def test_after_many_wrong_tokens_even_the_right_one_waits_and_is_told_how_long() -> None:
    guard = guarded()
    spend(guard)

    with pytest.raises(TokenNeeded, match=r"Try again in 15 s\."):
        guard.admit(Open(token=TOKEN), HERE, 0)
    with pytest.raises(TokenNeeded, match=r"Try again in 1 s\."):
        guard.admit(Open(token=TOKEN), HERE, 14.5)
    guard.admit(Open(token=TOKEN), HERE, 1 / WRONG_TOKENS_PER_S)


def test_who_guesses_waits_alone() -> None:
    guard = guarded()
    spend(guard)

    guard.admit(Open(token=TOKEN), ELSEWHERE, 0)


def test_a_search_from_many_addresses_is_bounded_and_keeps_no_host_out() -> None:
    guard = guarded()
    for number in range(COMMON_BURST // WRONG_TOKENS_BURST):
        spend(guard, f"203.0.113.{number}")
    spend(guard, ELSEWHERE, RESERVE_BURST)

    with pytest.raises(TokenNeeded, match="Try again in"):
        guard.admit(Open(token=TOKEN), ELSEWHERE, 0)
    guard.admit(Open(token=TOKEN), HERE, 0)


def test_who_has_a_pass_never_waits_for_those_who_guess() -> None:
    guard = guarded()
    spend(guard)

    guard.admit(Open(open_pass=guard.open_pass()), HERE, 0)
    guard.admit(Open(host=host_pass(TOKEN)), HERE, 0)


def test_a_monitor_with_an_old_token_keeps_no_display_out() -> None:
    guard = guarded()
    for _ in range(2 * WRONG_TOKENS_BURST):
        assert not guard.lets_see("an old token", HERE, 0)

    assert not guard.lets_see(TOKEN, HERE, 0)
    assert guard.lets_see(TOKEN, HERE, 1 / WRONG_TOKENS_PER_S)
    guard.admit(Open(token=TOKEN), HERE, 0)


def test_to_bring_nothing_is_no_wrong_token() -> None:
    guard = guarded()
    for _ in range(2 * WRONG_TOKENS_BURST):
        assert not guard.lets_see("", HERE, 0)
        with pytest.raises(TokenNeeded):
            guard.admit(Open(), HERE, 0)

    guard.admit(Open(token=TOKEN), HERE, 0)
    assert guard.lets_see(TOKEN, HERE, 0)


def test_without_a_token_nobody_sees_figures_by_one() -> None:
    assert not guarded(None).lets_see("anything", HERE, 0)
    assert not guarded(None).lets_see("", HERE, 0)


@pytest.mark.parametrize(
    "token",
    ["", "seven77", "x" * 129, " leading blank", "trailing blank\n", "with\ttab inside", "lone \udcff surrogate"],
)
def test_a_token_that_can_not_be_used_is_refused_at_the_start_and_not_repeated(token: str) -> None:
    with pytest.raises(BadSetting, match="--host-token") as refused:
        guarded(token)

    assert not token or token not in str(refused.value)


def test_settings_do_not_show_the_token() -> None:
    assert TOKEN not in repr(small_settings(host_token=TOKEN))
