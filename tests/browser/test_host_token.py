"""A server with a host token, as a host meets it at the display."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.pages import PATIENCE, BigScreen, Handset, Opened
from tests.support.running import RunningServer

TOKEN = "correct horse battery"
MOST = 60  # tries before this test gives up; a slow machine gets some back
OPEN = "document.querySelector('#display').dataset.state === 'open'"
STORED = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])"

TakePhone = Callable[..., Handset]
Start = Callable[[str], RunningServer]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start a server with a token, in place of the one before."""
    running: list[RunningServer] = []

    def start_server(token: str) -> RunningServer:
        server = RunningServer(tmp_path, "--host-token", token, https=False)
        if running:
            running[-1].stop()
            server.port = running[-1].port
        running.append(server.start())
        return server

    yield start_server
    running[-1].stop()
    assert not any(TOKEN in server.output or "Traceback" in server.output for server in running)


@pytest.fixture
def screen(browser: Browser, opened: list[Opened]) -> Callable[[str], Opened]:
    def open_screen(address: str) -> Opened:
        opened.append(made := Opened(browser.new_context(viewport={"width": 960, "height": 540}), address))
        return made

    return open_screen


def field(page: Page) -> None:
    """Wait until the field has the focus: nobody has to reach for a mouse."""
    expect(page.get_by_label("Host token")).to_be_focused(timeout=PATIENCE)


def give(page: Page, token: str) -> None:
    """Type a token, as one does: with the keyboard alone."""
    field(page)
    page.keyboard.type(token)
    page.keyboard.press("Enter")


def test_a_display_asks_once_and_again_after_another_token(
    start: Start, screen: Callable[[str], Opened], phone: TakePhone
) -> None:
    server = start(TOKEN)
    asked = screen(server.http)
    page = asked.page
    code = page.locator("[data-code]").first

    give(page, "bvq wrong?")
    expect(page.get_by_role("alert")).to_contain_text("This is not the host token.", timeout=PATIENCE)
    expect(page.get_by_label("Host token")).to_have_attribute("aria-invalid", "true")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark", "B is a letter here"
    assert not code.text_content()

    give(page, TOKEN)
    asked.wait_until(OPEN)
    expect(page.get_by_label("Host token")).to_be_hidden()
    room = code.text_content()
    assert room
    assert TOKEN not in page.evaluate(STORED)
    assert not page.evaluate("document.cookie")

    hand = phone(f"{server.http}/{room}")
    hand.join()
    page.reload()
    asked.wait_until(OPEN)
    assert code.text_content() == room

    start("another secret")
    give(page, TOKEN)
    expect(page.get_by_role("alert")).to_contain_text("This is not the host token.", timeout=PATIENCE)
    give(page, "another secret")
    asked.wait_until(OPEN)
    assert code.text_content() == room
    asked.wait_until("document.querySelectorAll('#seats li').length === 1")
    asked.complaints.clear()  # of the moment without a server
    hand.complaints.clear()


def test_nothing_behind_the_question_can_be_reached(start: Start, screen: Callable[[str], Opened]) -> None:
    page = screen(start(TOKEN).http).page
    field(page)
    reached = []
    for _ in range(6):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.closest('#display') ? 'display' : 'question'"))

    assert set(reached) == {"question"}
    assert page.evaluate("document.querySelector('#display').inert"), "nor by a screen reader"
    assert page.get_by_role("link", name="Join with a room’s code").get_attribute("href") == "/join"
    assert page.get_by_label("Host token").get_attribute("name") is None, "no form may put it into an address"


def test_a_display_waits_while_many_wrong_tokens_come(start: Start, screen: Callable[[str], Opened]) -> None:
    page = screen(start(TOKEN).http).page
    told = page.get_by_role("alert")
    for attempt in range(MOST):
        give(page, f"guess number {attempt}")
        expect(told).to_contain_text(re.compile("not the host token|Too many"), timeout=PATIENCE)
        if "Too many wrong tokens came in. Try again in" in (told.text_content() or ""):
            break
    else:
        pytest.fail(f"{MOST} wrong tokens were heard out.")

    field(page)


def test_without_a_token_nothing_is_asked(browser: Browser, server: RunningServer, opened: list[Opened]) -> None:
    opened.append(open_to_all := BigScreen(browser, server.http))

    expect(open_to_all.page.get_by_label("Host token")).to_be_hidden()
