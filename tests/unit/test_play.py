"""What a visual asks of phones and remembers, and what people may write."""

import pytest

from controller_app.core.play import MAX_REMEMBERED, VisualState
from controller_app.core.protocol import Button, Controls
from controller_app.errors import BadMessage


def test_phones_offer_what_the_manifest_says_until_the_visual_says_otherwise() -> None:
    play, declared, changed = VisualState("vote"), Controls("none"), Controls("none", choices=[Button("yes", "Yes")])

    assert play.controls(declared) is declared
    play.changed = changed
    assert play.controls(declared) is changed


def test_what_is_remembered_can_change_and_be_forgotten() -> None:
    play = VisualState("vote")
    play.remember("round", "1")
    play.remember("round", "2")
    play.remember("names", "[]")
    play.remember("names", "")

    assert play.state == {"round": "2"}


def test_what_a_display_keeps_for_itself_is_not_for_phones() -> None:
    play = VisualState("vote")
    play.remember("round", "1")
    play.remember("own-ballots", "[1]")

    assert play.shared == {"round": "1"}


def test_a_visual_remembers_only_so_much() -> None:
    play = VisualState("vote")
    for number in range(MAX_REMEMBERED):
        play.remember(f"n{number}", "0")

    play.remember("n0", "1")
    with pytest.raises(BadMessage, match="one too many"):
        play.remember("more", "0")
