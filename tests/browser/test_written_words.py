"""What a person writes on a phone, as it arrives at the big screen."""

from collections.abc import Callable

from tests.support.pages import BigScreen, Handset

OpenDisplay = Callable[..., BigScreen]
TakePhone = Callable[..., Handset]

WALL = "main().then(({connection}) => connection.emit('show', {visual: 'wall'}))"
LISTEN = """
main().then(({connection}) => {
  globalThis.said = [];
  connection.on("said", ([, text]) => globalThis.said.push(text));
})
"""
FAMILY = "👨‍👩‍👧‍👦"


def written(hand: Handset, text: str) -> str:
    """Write a text on the phone and send it; return what the phone says of it."""
    hand.page.evaluate("document.querySelector('#message-status').textContent = ''")
    hand.page.locator("#message-text").fill(text)
    hand.page.locator("#message-form button").tap()
    hand.wait_until("document.querySelector('#message-status').textContent !== ''")
    return hand.page.locator("#message-status").inner_text()


def test_letters_of_many_code_points_arrive_whole_and_nothing_is_told_apart(
    display: OpenDisplay, phone: TakePhone
) -> None:
    screen = display()
    hand = phone(screen.scan())
    hand.join()
    screen.page.evaluate(WALL)
    screen.wait_until("main().then(({stage}) => stage.keys.some(([key]) => key === 'W'))")  # it plays
    screen.page.evaluate(LISTEN)
    screen.press("w")
    hand.page.locator("#message-text").wait_for()

    assert written(hand, "\u3164\u2800") == "Nothing of that can be seen. Write something else."
    assert written(hand, "x" * 71 + "🏳️‍🌈" + "more") == "Sent."
    assert written(hand, FAMILY * 72) == "Sent."

    screen.wait_until("globalThis.said.length === 2")
    assert screen.page.evaluate("globalThis.said") == ["x" * 71 + "🏳️‍🌈", FAMILY * 72]
    assert hand.page.locator("#message-text").input_value() == ""
    assert not screen.complaints
    assert not hand.complaints
