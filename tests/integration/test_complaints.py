"""Errors of pages: told to the author who is at work, bounded, and to nobody otherwise."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from controller_app.web.roles.page_errors import ERRORS_BURST
from tests.support.clients import Display, Phone, until
from tests.support.running import RunningServer

WRONG = {"message": "TypeError: \x1b[31mno\nbell", "file": "bells/phone.js", "line": 12}


@pytest.fixture(scope="module")
def author(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    running = RunningServer(Path(tmp_path_factory.mktemp("instance")), "--dev").start()
    yield running
    assert running.stop() == 0
    assert "Traceback" not in running.output, running.output


@pytest.fixture
def pair(author: RunningServer) -> Iterator[tuple[Display, Phone]]:
    screen = Display(author.http)
    hand = Phone(author.http, screen.room)
    yield screen, hand
    hand.close()
    screen.close()


def test_the_author_reads_which_phone_where_and_what(author: RunningServer, pair: tuple[Display, Phone]) -> None:
    screen, hand = pair
    assert hand.seated["dev"] is True

    hand.emit("complain", WRONG)

    told = screen.wait_for("complained")
    name = hand.seated["seat"]["name"]
    assert told["number"] == hand.number
    assert told["sentence"] == (
        f"Phone {hand.number} ({name}), visual lights: bells/phone.js, line 12: TypeError: [31mno bell"
    )
    until(lambda: f"{told['sentence']}\n" in author.lines, lambda: "the line on the terminal")


def test_a_visuals_error_on_a_display_is_on_the_terminal(author: RunningServer, pair: tuple[Display, Phone]) -> None:
    screen, _ = pair
    assert screen.opened["dev"] is True

    screen.emit("complain", WRONG)

    told = f"Display {screen.room}, visual lights: bells/phone.js, line 12: TypeError: [31mno bell\n"
    until(lambda: told in author.lines, lambda: f"{told} in {author.lines[-3:]}")
    assert screen.all("complained") == [], "it shows its errors itself"


def test_what_is_not_known_is_left_out(pair: tuple[Display, Phone]) -> None:
    screen, hand = pair

    hand.emit("complain", {"message": "", "file": "", "line": 0})

    assert screen.wait_for("complained")["sentence"].endswith("visual lights: an error without words")


@pytest.mark.parametrize(
    "wrong",
    [
        {**WRONG, "message": "x" * 201},
        {**WRONG, "file": "bells/phone.js\n"},
        {**WRONG, "file": "bells phone.js"},
        {**WRONG, "line": -1},
        {**WRONG, "phone": 3},
        {"message": "x"},
        "x",
    ],
)
def test_what_has_another_form_is_refused(pair: tuple[Display, Phone], wrong: object) -> None:
    screen, hand = pair

    hand.emit("complain", wrong)

    assert hand.wait_for("refused")["error"] == "bad_message"
    assert screen.all("complained") == []


def test_a_flood_is_bounded_and_what_was_left_out_is_counted(pair: tuple[Display, Phone]) -> None:
    screen, hand = pair
    for _ in range(2 * ERRORS_BURST):
        hand.emit("complain", WRONG)
    hand.ask("clock")
    until(lambda: len(screen.all("complained")) > ERRORS_BURST - 10, lambda: "as many as may be told at once")
    assert len(screen.all("complained")) < 2 * ERRORS_BURST

    def told() -> bool:
        time.sleep(0.1)  # slower than a flood, which would be dropped before it is counted
        hand.emit("complain", WRONG)
        return any("more came too fast to be told" in each["sentence"] for each in screen.all("complained"))

    until(told, lambda: "a count of what was left out")


def test_without_an_author_nothing_is_taken(
    display: Callable[..., Display], phone: Callable[..., Phone], server: RunningServer
) -> None:
    screen = display()
    hand = phone(screen.room)
    assert hand.seated["dev"] is False

    hand.emit("complain", WRONG)

    assert "--dev" in hand.wait_for("refused")["message"]
    assert screen.all("complained") == []
    screen.emit("complain", WRONG)
    assert "--dev" in screen.wait_for("refused")["message"]
    assert screen.opened["dev"] is False
    assert "bells" not in server.output
