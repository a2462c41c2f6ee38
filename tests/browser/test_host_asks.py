"""What the host types, reads and takes along at the big screen."""

from collections.abc import Callable
from pathlib import Path

from tests.support.pages import BigScreen, Handset
from tests.support.running import RunningServer

OpenDisplay = Callable[..., BigScreen]
TakePhone = Callable[..., Handset]

PLAYS = "main().then(({stage}) => stage.keys.some(([key]) => key === 'R'))"  # Vote's own keys work
VOTE = "main().then(({connection}) => connection.emit('show', {visual: 'vote'}))"


def test_a_typed_question_is_answered_and_taken_along(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    screen.page.evaluate(VOTE)
    hand = phone(screen.scan())
    hand.join()
    hand.says("Which would you rather look after?")

    screen.press("a")
    screen.page.get_by_label("What do you ask?").fill("Quite fast, V?")
    screen.press("Enter")
    screen.page.get_by_label("Which answers are there?").fill("Yes, Not at all, Why")
    screen.press("Enter")
    hand.page.get_by_role("radio", name="B · Not at all").tap()
    hand.page.get_by_role("radio", name="B · Not at all", checked=True).wait_for()

    screen.page.reload()
    screen.wait_for_phones(1)
    screen.wait_until(PLAYS)
    screen.press("r")
    rows = screen.page.locator("#visual-table tr").all_inner_texts()
    with screen.page.expect_download() as taken:
        screen.press("e")

    assert [row.split("\t") for row in rows][2] == ["Not at all", "1", "100 %"]
    assert "Not at all,1,100" in Path(taken.value.path()).read_text(encoding="utf-8")
    assert not screen.complaints


def test_escape_leaves_everything_as_it_was(display: OpenDisplay) -> None:
    screen = display()
    screen.page.evaluate(VOTE)
    screen.wait_until(PLAYS)
    screen.press("a")
    screen.page.get_by_label("What do you ask?").type("bvq")
    screen.press("Escape")
    screen.page.locator("#prompt").wait_for(state="hidden")

    assert screen.page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert screen.page.locator("[data-title]").text_content() == "Vote"


def test_who_leaves_and_comes_again_still_has_one_vote(
    display: OpenDisplay, phone: TakePhone, server: RunningServer
) -> None:
    screen = display()
    screen.page.evaluate(VOTE)
    hand = phone(f"{server.http}/{screen.code}")
    hand.join()
    place = hand.page.locator("#seat-name").inner_text()
    for answer in ("A cat", "A dog", "A cat"):
        hand.page.get_by_role("button", name=answer).tap()
        hand.says(f"Your vote: {answer}")
        hand.tap("More")
        hand.tap("Leave the room")
        screen.wait_for_phones(0)
        hand.tap("Join again")
        hand.wait_for("joined")
        assert hand.page.locator("#seat-name").inner_text() == place
    hand.tap("More")
    hand.tap("Leave the room")
    hand.page.reload()
    hand.wait_for("welcome")  # nobody is taken back in who has left
    hand.join()

    screen.press("r")
    screen.wait_until("document.querySelectorAll('#visual-table tr').length > 1")
    assert screen.page.locator("#visual-table tr").last.inner_text().split("\t")[:2] == ["All", "1"]
