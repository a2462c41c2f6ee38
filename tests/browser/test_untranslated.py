"""Codes, names, addresses and keys are left alone by machines that translate pages."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.support.pages import BigScreen, Handset
from tests.support.running import RunningServer

OpenDisplay = Callable[..., BigScreen]
TakePhone = Callable[..., Handset]

REACHED = """words => {
  const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (parentElement.closest("script") || parentElement.closest("[role=status]")) continue;
    if (!parentElement.translate) continue;
    if (words.some((word) => data.includes(word))) found.push(data);
  }
  const keys = [...document.querySelectorAll("kbd")].filter((key) => key.translate);
  return [...found, ...keys.map((key) => key.outerHTML)];
}"""
"""The texts that a translation machine may change although one of these words stands in them, and all such keys.
What is only spoken is left out."""


def reached(page: Page, *words: str) -> list[str]:
    return page.evaluate(REACHED, list(words))  # type: ignore[no-any-return]


def test_a_display_and_a_phone(display: OpenDisplay, phone: TakePhone, server: RunningServer) -> None:
    screen = display()
    hand = phone(f"{server.http}/{screen.code}")
    address = screen.page.locator("[data-address]").first.text_content() or ""
    code = screen.code
    assert reached(hand.page, code) == []
    hand.join()
    screen.wait_for_phones(1)
    name = (hand.page.locator("#seat-name").text_content() or "").partition(",")[0]
    assert name in screen.page.locator("#seats").inner_text()

    for key in ("Shift+Slash", "l"):
        screen.press(key)
    screen.wait_until("document.querySelectorAll('#shortcuts kbd').length > 9")
    assert reached(screen.page, code, address, name) == []
    assert reached(hand.page, code, name) == []

    hand.tap("More")
    hand.tap("Leave the room")
    hand.wait_for("ended")
    assert reached(hand.page, code, name) == []


def test_a_room_that_is_not_open(phone: TakePhone, server: RunningServer) -> None:
    hand = phone(f"{server.http}/WXYW")
    hand.tap("Join")
    hand.wait_for("ended")
    assert hand.page.locator("#ended-title").inner_text() == "Room WXYW is not open."
    assert reached(hand.page, "WXYW") == []


@pytest.mark.parametrize("typed", ["BLAU", "KRTPKRTPKRTP"])
def test_a_code_that_is_none(phone: TakePhone, server: RunningServer, typed: str) -> None:
    hand = phone(f"{server.http}/join?code={typed}")
    assert hand.page.get_by_text(typed).count() == 1
    assert reached(hand.page, typed) == []


def test_the_page_about_the_authority(phone: TakePhone, server: RunningServer) -> None:
    hand = phone(f"{server.http}/trust")
    name = hand.page.locator("dd.code").first.inner_text()
    assert reached(hand.page, name, "certmgr.msc", "controller-authority.crt", *name.split()[-1:]) == []
