"""Buttons, choices, words and what a visual remembers, between real clients."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.clients import Display, Phone

OpenDisplay = Callable[..., Display]
TakePhone = Callable[..., Phone]

CONTROLS: dict[str, Any] = {
    "motion": "none",
    "pad": False,
    "buttons": [{"name": "boost", "label": "Boost"}],
    "question": "Which?",
    "choices": [{"name": "a", "label": "The first"}, {"name": "b", "label": "The second"}],
    "text": 20,
}


@pytest.fixture
def pair(display: OpenDisplay, phone: TakePhone) -> tuple[Display, Phone]:
    screen = display()
    return screen, phone(screen.room)


def test_what_a_visual_asks_for_reaches_phones_now_and_later(pair: tuple[Display, Phone], phone: TakePhone) -> None:
    screen, early = pair
    assert early.seated["controls"]["choices"] == []

    screen.emit("equip", {"controls": CONTROLS})
    screen.emit("remember", {"name": "round", "value": "3"})

    assert early.wait_for("equip")["controls"] == CONTROLS
    assert early.wait_for("remember") == {"name": "round", "value": "3"}
    late = phone(screen.room)
    assert late.seated["controls"] == CONTROLS
    assert late.seated["state"] == {"round": "3"}
    back = Display(screen.address, host=screen.opened["host_pass"])
    assert back.opened["state"] == {"round": "3"}
    back.close()


def test_presses_choices_and_words_arrive(pair: tuple[Display, Phone]) -> None:
    screen, hand = pair
    screen.emit("equip", {"controls": CONTROLS})
    hand.wait_for("equip")

    hand.tilt(1, x=77)
    hand.emit("press", {"name": "boost", "down": True})
    hand.emit("press", {"name": "boost", "down": False})

    assert screen.wait_for("pressed", lambda pressed: not pressed[2]) == [hand.number, "boost", False]
    assert screen.all("pressed")[0] == [hand.number, "boost", True]
    heard = [event for event, _ in screen.heard]
    assert heard.index("frame") < heard.index("pressed"), "where it pointed comes first"
    assert hand.ask("choose", {"name": "b"}) is True
    assert screen.wait_for("chosen") == [hand.number, "b"]
    assert hand.ask("say", {"text": " Hello\u202e\n you, all of you "}) is True
    assert screen.wait_for("said") == [hand.number, "Hello you, all of yo"]


WHOLE = [
    "👩‍🚀🏳️‍🌈",
    "می‌خواهم",
    "hi \U0001fae8",
    "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
]


def test_letters_of_many_code_points_arrive_whole(pair: tuple[Display, Phone]) -> None:
    screen, hand = pair
    screen.emit("equip", {"controls": {"motion": "none", "text": 12}})
    hand.wait_for("equip")

    assert [hand.ask("say", {"text": text}) for text in WHOLE] == [True] * len(WHOLE)
    screen.wait_for("said", lambda said: said[1] == WHOLE[-1])
    assert [text for _, text in screen.all("said")] == WHOLE


def test_a_text_of_nothing_and_a_text_too_soon_are_told_apart(pair: tuple[Display, Phone]) -> None:
    screen, hand = pair
    screen.emit("equip", {"controls": {"motion": "none", "text": 12}})
    hand.wait_for("equip")

    assert hand.ask("say", {"text": "\u3164\u2800"}) == "empty"
    assert [hand.ask("say", {"text": "hi"}) for _ in range(7)][-1] == "too_many"


def test_what_is_not_asked_for_goes_nowhere(pair: tuple[Display, Phone]) -> None:
    screen, hand = pair

    hand.emit("press", {"name": "boost", "down": True})
    assert hand.ask("choose", {"name": "a"}) is False
    assert hand.ask("say", {"text": "Hello"}) is False
    screen.emit("show", {"visual": "mirror"})
    screen.wait_for("shown")

    assert not {"pressed", "chosen", "said"} & {event for event, _ in screen.heard}
    assert not hand.all("refused")


def test_another_visual_begins_with_nothing(pair: tuple[Display, Phone], phone: TakePhone) -> None:
    screen, hand = pair
    screen.emit("equip", {"controls": CONTROLS})
    screen.emit("remember", {"name": "round", "value": "3"})
    hand.wait_for("remember")

    screen.emit("show", {"visual": "mirror"})
    hand.wait_for("shown", lambda shown: shown["visual"]["name"] == "mirror")
    late = phone(screen.room)

    assert late.seated["controls"] == late.seated["visual"]["controls"]
    assert late.seated["state"] == {}


def test_a_phone_may_not_equip_or_remember(pair: tuple[Display, Phone]) -> None:
    _, hand = pair
    hand.emit("equip", {"controls": CONTROLS})
    hand.emit("remember", {"name": "round", "value": "3"})

    hand.wait_for("refused")
