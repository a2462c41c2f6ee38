"""Networks that let WebSockets hang, and browsers that can't read a module: the pages get in, or say why not."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.pages import PHONE, BigScreen, Handset
from tests.faults.proxy import Proxy
from tests.running import RunningServer

OpenDisplay = Callable[..., BigScreen]
TakePhone = Callable[..., Handset]

HANG = """
window.WebSocket = class extends EventTarget {
  readyState = 0; bufferedAmount = 0;
  constructor() { super(); window.hung = (window.hung ?? 0) + 1; }
  send() {}
  close() { this.readyState = 3; window.shut = (window.shut ?? 0) + 1; }
};
"""
LOOKS = """
Object.defineProperty(document, "hidden", { get: () => window.away ?? false });
window.looks = 0;
window.look = (hiding) => setInterval(() => {
  away = true;
  (hiding === "pagehide" ? window : document).dispatchEvent(new Event(hiding));
  away = false;
  document.dispatchEvent(new Event("visibilitychange"));
  looks += 1;
}, 1500);
"""
BROKEN = "let x; x ??= ;"


@pytest.fixture
def swallowing(server: RunningServer) -> Iterator[str]:
    """Return the address of a proxy that takes every upgrade, and carries none."""
    proxy = Proxy(int(server.http.rpartition(":")[2]))
    proxy.swallows = b"Upgrade: websocket"
    yield proxy.http
    proxy.close()


def test_a_phone_whose_websocket_hangs_gets_in_by_polling(
    display: OpenDisplay, phone: TakePhone, server: RunningServer
) -> None:
    screen = display()
    hand = phone(f"{server.http}/{screen.code}", scripts=[HANG])
    let_polling_go = _hold_polling(hand.page)
    hand.tap("Join")
    hand.says("This network is slow to answer. Trying another way.")
    let_polling_go()
    hand.wait_for("joined")
    assert hand.page.evaluate("[hung, shut]") == [1, 1]

    hand.page.reload()
    hand.wait_for("joined")
    assert hand.page.evaluate("window.hung ?? 0") == 0


@pytest.mark.parametrize("hiding", ["visibilitychange", "pagehide"])
def test_a_phone_looked_at_again_and_again_reaches_polling(
    display: OpenDisplay, phone: TakePhone, server: RunningServer, hiding: str
) -> None:
    screen = display()
    hand = phone(f"{server.http}/{screen.code}", scripts=[HANG, LOOKS])
    hand.page.evaluate("(hiding) => void look(hiding)", hiding)
    hand.tap("Join")
    hand.wait_for("joined")
    assert hand.page.evaluate("looks") > 0


def test_a_display_whose_websocket_hangs_says_so_and_opens_by_polling(browser: Browser, server: RunningServer) -> None:
    page = browser.new_page()
    page.add_init_script(HANG)
    let_polling_go = _hold_polling(page)
    page.goto(server.http)
    page.get_by_role("heading", name="Connecting…").wait_for()
    assert not page.locator("#qr").is_visible()
    page.get_by_text("The network is slow to answer. Trying another way.").wait_for()
    let_polling_go()
    page.wait_for_selector("#display[data-state=open]")
    assert not page.locator("#opening").is_visible()
    assert page.locator("#qr").is_visible()
    page.context.close()


def test_a_proxy_that_swallows_upgrades_keeps_nobody_out(
    display: OpenDisplay, phone: TakePhone, swallowing: str
) -> None:
    screen = display(swallowing)
    hand = phone(f"{swallowing}/{screen.code}")
    hand.join()
    screen.wait_for_phones(1)


@pytest.mark.parametrize("broken", ["welcome.js", "main.js", "pad.js"])
def test_a_phone_that_cannot_read_a_module_says_so(
    browser: Browser, server: RunningServer, display: OpenDisplay, broken: str
) -> None:
    page = browser.new_page(viewport=PHONE, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    visits = _break(page, f"/js/phone/{broken}")
    page.goto(f"{server.http}/{display().code}")
    page.locator("#join").tap()

    page.get_by_text("This browser is too old for this page. Update it, or use another phone.").wait_for()
    assert len(visits) == 1
    page.context.close()


@pytest.mark.parametrize("body", ["throw new Error('on purpose');", None])
def test_a_phone_whose_module_fails_reloads_once_and_then_says_so(
    browser: Browser, server: RunningServer, display: OpenDisplay, body: str | None
) -> None:
    page = browser.new_page(viewport=PHONE, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    visits = _break(page, "/js/phone/main.js", body)
    page.goto(f"{server.http}/{display().code}")
    with page.expect_navigation():
        page.locator("#join").tap()
    for _ in range(2):
        page.locator("#join").tap()
        page.get_by_text("A part of this page did not arrive.").wait_for()

    assert len(visits) == 2
    page.context.close()


@pytest.mark.parametrize(
    ("body", "words"),
    [(BROKEN, "This browser is too old"), (None, "A part of this page did not arrive or has an error.")],
)
@pytest.mark.parametrize("broken", ["main.js", "stage.js"])
def test_a_display_that_cannot_run_a_module_says_so(
    browser: Browser, server: RunningServer, broken: str, body: str | None, words: str
) -> None:
    page = browser.new_page()
    visits = _break(page, f"/js/display/{broken}", body)
    page.goto(server.http)
    page.get_by_text(words).wait_for()
    assert not page.locator("#qr").is_visible()
    assert len(visits) == 1
    page.context.close()


def _hold_polling(page: Page) -> Callable[[], None]:
    """Hold requests of long-polling, so that what the page says meanwhile can be read; return what lets them go."""
    held: list[Route] = []
    requests = re.compile("transport=polling")

    def hold(route: Route) -> None:
        held.append(route)

    def let_go() -> None:
        page.route(requests, lambda route: route.continue_())  # the newest handler is asked first
        while held:
            held.pop(0).continue_()

    page.route(requests, hold)
    return let_go


def _break(page: Page, file: str, body: str | None = BROKEN) -> list[str]:
    """Give a module another body, or 404 for None; return the pages that are visited from now on."""
    visits: list[str] = []
    page.on("request", lambda request: visits.append(request.url) if request.is_navigation_request() else None)
    page.route(
        re.compile(re.escape(file)),
        lambda route: (
            route.fulfill(status=404, body="")
            if body is None
            else route.fulfill(content_type="text/javascript", body=body)
        ),
    )
    return visits
