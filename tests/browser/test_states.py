"""What people see when something is not as it should be, and how they come back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from controller_app.core import returns
from tests.support.pages import BigScreen, Handset, Opened
from tests.support.running import RunningServer

OpenDisplay = Callable[..., BigScreen]
TakePhone = Callable[..., Handset]


DIARY = """
window.diary = {tries: [], told: 0, goodbye: ""};
window.WebSocket = class extends WebSocket {
  constructor(...address) {
    super(...address);
    diary.tries.push(performance.now());
    this.addEventListener("message", ({data}) => {
      if (String(data).includes("server_restarting")) Object.assign(diary, {told: performance.now(), goodbye: data});
    });
  }
};
"""

INVITES = """
size => document.querySelector("#display").dataset.invite === size &&
  document.querySelector("#qr").getAnimations().length === 0
"""
"""The code has this size, and has come to rest."""


def test_a_wrong_code_says_so_and_takes_another(display: OpenDisplay, phone: TakePhone, server: RunningServer) -> None:
    screen = display()
    hand = phone(f"{server.http}/WWWW")
    hand.tap("Join")
    hand.says("is not open")

    hand.page.get_by_label("code on the screen").fill(f" {screen.code.lower()} ")
    hand.page.get_by_role("button", name="Join").last.tap()
    hand.page.wait_for_url(f"**/{screen.code}")
    hand.join()

    screen.wait_for_phones(1)


def test_a_code_can_be_typed(display: OpenDisplay, phone: TakePhone, server: RunningServer) -> None:
    screen = display()
    hand = phone(f"{server.http}/join")
    hand.page.get_by_label("code on the screen").fill("-".join(screen.code.lower()))
    hand.page.get_by_role("button", name="Join").last.tap()
    hand.page.wait_for_url(f"**/{screen.code}")


@pytest.mark.parametrize("form", ["http://192.168.178.123:8080/{}?from=a-chat", "“{}”."])
def test_a_code_can_be_pasted(display: OpenDisplay, phone: TakePhone, server: RunningServer, form: str) -> None:
    screen = display()
    hand = phone(f"{server.http}/join")
    hand.page.get_by_label("code on the screen").focus()
    hand.page.keyboard.insert_text(form.format(screen.code))  # unlike fill(), cut at maxlength as a person's paste is
    hand.page.get_by_role("button", name="Join").last.tap()
    hand.page.wait_for_url(f"**/{screen.code}")


def test_a_phone_at_the_front_door_is_asked_first(phone: TakePhone, server: RunningServer) -> None:
    hand = phone(server.http)

    hand.says("Be the screen")
    hand.page.get_by_role("link", name="Join a screen").tap()

    hand.page.wait_for_url("**/join")


def test_a_display_that_reloads_keeps_room_and_phones(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    code = screen.code
    hand = phone(screen.scan())
    hand.join()
    number = hand.page.evaluate("document.body.dataset.number")

    for _ in range(3):
        screen.page.reload()
        screen.wait_for_phones(1)
        assert screen.code == code

    hand.wait_for("joined")
    assert hand.page.evaluate("document.body.dataset.number") == number
    hand.drag(60, 0)


def test_a_phone_that_reloads_keeps_its_seat(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hand = phone(screen.scan())
    hand.turn(0, 40, 0)
    hand.join()
    screen.wait_for_phones(1)
    name = screen.phones()[0]["name"]

    hand.page.reload()
    hand.wait_for("joined")

    screen.wait_for_phones(1)
    assert screen.phones()[0]["name"] == name


def test_the_screen_is_away_is_told_in_words(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hand = phone(screen.scan())
    hand.join()

    screen.page.goto("about:blank")

    hand.wait_for("display-away")
    hand.says("The screen is away")
    screen.page.go_back()
    hand.wait_for("joined")


def test_a_restarted_server_finds_everyone_again(browser: Browser, opened: list[Opened], tmp_path: Path) -> None:
    server = RunningServer(tmp_path).start()
    opened.append(screen := BigScreen(browser, server.http))
    opened.append(hand := Handset(browser, screen.scan()))
    hand.turn(0, 40, 0)
    hand.join()
    screen.wait_for_phones(1)
    code, name = screen.code, screen.phones()[0]["name"]

    server.stop()
    hand.wait_for("reconnecting")
    server.start()
    hand.wait_for("joined")
    screen.wait_until("document.querySelector('#display').dataset.state === 'open'")
    screen.wait_until("!document.querySelector('#seats .away')")

    assert screen.code == code
    assert [phone["name"] for phone in screen.phones()] == [name]
    server.stop()
    for page in (screen, hand):
        page.complaints.clear()  # a browser writes each failed attempt to connect into its console


def test_a_phone_comes_back_after_a_restart_when_it_was_told_to(
    browser: Browser, opened: list[Opened], tmp_path: Path
) -> None:
    server = RunningServer(tmp_path).start()
    opened.append(screen := BigScreen(browser, server.http))
    opened.append(hand := Handset(browser, screen.scan(), scripts=[DIARY]))
    hand.join()

    server.stop()
    diary = hand.wait_until("diary.tries.length > 1 && diary")
    after = json.loads(diary["goodbye"].partition(",")[2])[1]["after"]

    assert after >= returns.FIRST_RETURN_MS
    assert diary["tries"][1] - diary["told"] >= after - 10  # timers of browsers may be a little early
    for page in (screen, hand):
        page.complaints.clear()  # a browser writes each failed attempt to connect into its console


def test_leaving_without_a_connection_takes_nobodys_seat_later(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hand = phone(screen.scan())
    hand.turn(0, 40, 0)
    hand.join()
    hand.context.set_offline(True)
    hand.wait_for("reconnecting")

    hand.tap("More")
    hand.tap("Leave the room")
    hand.context.set_offline(False)
    hand.tap("Join again")
    hand.wait_for("joined")
    hand.page.wait_for_timeout(500)

    assert hand.page.evaluate("document.body.dataset.state") == "joined"
    number = int(hand.page.evaluate("document.body.dataset.number"))
    screen.wait_until("number => main().then(({phones}) => phones.at(number)?.away === false)", number)
    hand.complaints.clear()  # a browser writes each failed attempt to connect into its console


def test_late_guests_find_the_code_in_the_corner(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    address = screen.scan()
    lobby = screen.page.locator("#qr").bounding_box()
    phone(address).join()
    screen.wait_for_phones(1)
    screen.wait_until(INVITES, "corner")
    corner = screen.page.locator("#qr").bounding_box()

    assert lobby is not None
    assert corner is not None
    assert lobby["height"] > 720 / 3
    assert corner["height"] < 720 / 5
    assert screen.scan() == address

    screen.press("q")
    screen.wait_until(INVITES, "full")
    full = screen.page.locator("#qr").bounding_box()
    assert full is not None
    assert full["height"] > 720 / 2
    assert screen.scan() == address


@pytest.mark.parametrize(
    "size",
    [(1280, 720), (3840, 2160), (1080, 1920)],
    ids=["720p", "4K", "portrait"],
)
def test_the_code_can_be_scanned_on_every_screen(
    display: OpenDisplay, server: RunningServer, size: tuple[int, int]
) -> None:
    screen = display(size={"width": size[0], "height": size[1]})

    assert screen.scan() == f"{server.http}/{screen.code}"
    assert screen.page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    height = screen.page.locator("#qr").bounding_box()
    assert height is not None
    assert height["height"] >= min(size) / 3


def test_keys_change_what_is_shown(display: OpenDisplay) -> None:
    screen = display()

    screen.press("?")
    assert screen.page.locator("#shortcuts").is_visible()
    screen.press("?")
    screen.press("l")
    screen.page.get_by_text("age p99").wait_for(state="visible")
    screen.press("b")
    assert screen.page.evaluate("document.documentElement.dataset.theme") == "bright"
    before = screen.page.evaluate("document.querySelector('[data-title]').textContent")
    screen.press("v")
    screen.wait_until("before => document.querySelector('[data-title]').textContent !== before", before)


@pytest.mark.parametrize("size", [(390, 844), (360, 640), (844, 390), (640, 360), (320, 568)])
def test_a_phone_page_never_scrolls_and_every_target_is_a_thumb_wide(
    display: OpenDisplay, phone: TakePhone, size: tuple[int, int]
) -> None:
    screen = display()
    hand = phone(screen.scan(), size={"width": size[0], "height": size[1]})
    fits = "document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth"
    small = (
        "[...document.querySelectorAll('button, a')].filter(b => b.checkVisibility() && "
        "(b.getBoundingClientRect().height < 44 || b.getBoundingClientRect().width < 44)).map(b => b.textContent)"
    )
    assert hand.page.evaluate(fits)
    hand.join()

    assert hand.page.evaluate(fits)
    assert hand.page.evaluate(small) == []

    screen.page.evaluate("main().then(({connection}) => connection.emit('show', {visual: 'wall'}))")
    hand.wait_until("document.querySelectorAll('#choices button').length === 12")
    covered = (
        "[...document.querySelectorAll('#choices button')].filter(b => { const {x, y, width, height} ="
        " b.getBoundingClientRect(); return !b.contains(document.elementFromPoint(x + width / 2, y + height / 2)); })"
        ".map(b => b.textContent)"
    )
    assert hand.page.evaluate(covered) == []
    assert hand.page.evaluate(small) == []


def test_no_request_leaves_for_elsewhere(browser: Browser, server: RunningServer, opened: list[Opened]) -> None:
    asked: list[str] = []
    opened.append(screen := BigScreen(browser, server.http))
    screen.page.on("request", lambda request: asked.append(request.url))
    screen.page.reload()
    screen.wait_until("document.querySelector('#display').dataset.state === 'open'")
    screen.press("v")
    screen.page.wait_for_timeout(1000)

    assert asked
    assert {url for url in asked if not url.startswith((server.http, "ws://127.0.0.1:", "data:", "blob:"))} == set()
