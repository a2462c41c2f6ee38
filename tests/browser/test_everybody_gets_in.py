"""Networks that let WebSockets hang: phones and displays get in by long-polling."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.faults.proxy import Proxy
from tests.support.chromium import LAN_NAME
from tests.support.pages import BigScreen, Handset
from tests.support.running import RunningServer

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
MUTED_SOON = """
const Real = window.WebSocket;
window.made = 0;
window.WebSocket = class extends Real {
  constructor(...given) { super(...given); made += 1; setTimeout(() => { this.isMute = true; }, 1500); }
  send(data) { if (!this.isMute) super.send(data); }
  set onmessage(heard) { super.onmessage = (event) => { if (!this.isMute) heard(event); }; }
};
"""
THROWS = "window.WebSocket = class { constructor() { throw new DOMException('blocked', 'SecurityError'); } };"
MISSING = "window.WebSocket = undefined;"
NO_STORAGE = """
for (const name of ["sessionStorage", "localStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("blocked", "SecurityError"); } });
"""
HUNG = "window.hung ?? 0"
POLLS = "performance.getEntriesByType('resource').some(({name}) => name.includes('transport=polling'))"


@pytest.fixture
def proxy(server: RunningServer) -> Iterator[Proxy]:
    """Return a TCP proxy to the server, which carries all until it is told otherwise."""
    proxy = Proxy(server.port)
    yield proxy
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
    assert hand.page.evaluate(HUNG) == 0


@pytest.mark.parametrize("script", [THROWS, MISSING, HANG + NO_STORAGE], ids=["throws", "missing", "no storage"])
def test_a_browser_that_keeps_websockets_or_storage_to_itself_gets_in(
    display: OpenDisplay, phone: TakePhone, server: RunningServer, script: str
) -> None:
    screen = display(scripts=[script])
    hand = phone(f"{server.http}/{screen.code}", scripts=[script])
    hand.join()
    screen.wait_for_phones(1)


@pytest.mark.parametrize("script", [HANG, HANG + NO_STORAGE], ids=["storage", "no storage"])
def test_use_motion_takes_along_what_worked(
    display: OpenDisplay, phone: TakePhone, lan: RunningServer, script: str
) -> None:
    screen = display(f"http://{LAN_NAME}:{lan.port}/")
    hand = phone(f"http://{LAN_NAME}:{lan.port}/{screen.code}", scripts=[script])
    hand.join()
    hand.page.get_by_role("button", name="Use motion").first.tap()
    hand.page.locator("#go-secure").tap()
    hand.page.wait_for_url(f"https://{LAN_NAME}:{lan.https_port}/**")
    hand.wait_until("!location.hash")
    hand.wait_for("joined")

    assert hand.page.evaluate(HUNG) == 0
    screen.wait_for_phones(1)
    screen.page.close()


def test_a_websocket_that_falls_silent_again_and_again_gives_way_to_polling(
    display: OpenDisplay, phone: TakePhone, server: RunningServer
) -> None:
    screen = display()
    hand = phone(f"{server.http}/{screen.code}", scripts=[MUTED_SOON])
    hand.join()
    hand.wait_until("made === 2")  # a silence is noticed after 10 s
    hand.wait_until(POLLS)
    hand.wait_for("joined")
    assert hand.page.evaluate("made") == 2


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


def test_a_page_that_no_transport_helps_says_so_until_one_does(
    display: OpenDisplay, phone: TakePhone, server: RunningServer
) -> None:
    hand = phone(f"{server.http}/{display().code}", scripts=[HANG])
    let_polling_go = _hold_polling(hand.page)
    hand.tap("Join")
    hand.says("The screen does not answer yet. Trying again. Is this phone on the same Wi-Fi as the screen?")
    hand.wait_until("hung > 1")  # the other transport's turn again
    hand.says("The screen does not answer yet.")
    let_polling_go()
    hand.wait_for("joined")


def test_a_proxy_that_swallows_upgrades_keeps_nobody_out(display: OpenDisplay, phone: TakePhone, proxy: Proxy) -> None:
    proxy.swallows = b"Upgrade: websocket"
    screen = display(proxy.http)
    hand = phone(f"{proxy.http}/{screen.code}")
    hand.join()
    screen.wait_for_phones(1)
    screen.page.reload()
    screen.wait_for_phones(1)


def test_upgrades_that_are_swallowed_from_now_on_cost_no_seat(
    display: OpenDisplay, phone: TakePhone, proxy: Proxy
) -> None:
    screen = display(proxy.http)
    hand = phone(f"{proxy.http}/{screen.code}")
    hand.join()
    screen.wait_for_phones(1)
    number = screen.phones()[0]["number"]
    proxy.swallows = b"Upgrade: websocket"
    proxy.cut()
    screen.wait_until("document.querySelector('#display').dataset.state === 'reconnecting'")
    hand.wait_for("joined")
    hand.page.reload()
    hand.wait_for("joined")
    screen.wait_until("document.querySelector('#display').dataset.state === 'open'")
    screen.wait_until("main().then(({phones}) => phones.list.length === 1 && !phones.list[0].away)")
    assert screen.phones()[0]["number"] == number
    screen.complaints.clear()  # the browser's, about connections that were cut
    hand.complaints.clear()


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
