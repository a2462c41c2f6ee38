"""Pages in browsers where modules can't run: they say so, and reload once at most."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.support.pages import PHONE, BigScreen
from tests.support.running import RunningServer

OpenDisplay = Callable[..., BigScreen]
Break = Callable[[Route], None]

ROOM = "/CDFG"  # it need not be open to be asked for
TOO_OLD = "This browser is too old for this page."
INCOMPLETE = "A part of this page did not arrive or has an error."
NO_MODULES = "delete HTMLScriptElement.prototype.noModule;"
NO_STORAGE = 'Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("blocked"); } });'


def _script(body: str, kind: str = "text/javascript") -> Break:
    return lambda route: route.fulfill(content_type=kind, body=body)


SYNTAX_ERROR = _script("let x; x ??= ;")
THROWS = _script("throw new Error('on purpose');")
NOT_FOUND: Break = lambda route: route.fulfill(status=404, body="")  # noqa: E731
UNREACHABLE: Break = lambda route: route.abort()  # noqa: E731
WRONG_TYPE = _script("export {};", "text/plain")
FAILURES = {"404": NOT_FOUND, "unreachable": UNREACHABLE, "wrong type": WRONG_TYPE, "throws": THROWS}


def _failures(main: str, imported: str) -> list[tuple[str, str]]:
    """Return what may fail, and how; a module that others import from can't throw before it has exported."""
    return [(main, name) for name in FAILURES] + [(imported, name) for name in FAILURES if name != "throws"]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=PHONE, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    yield page
    page.context.close()


@pytest.mark.parametrize("broken", ["phone/welcome.js", "client/permission.js", "phone/main.js", "client/pad.js"])
def test_a_phone_that_cannot_read_a_module_says_so(page: Page, server: RunningServer, broken: str) -> None:
    visits = _break(page, f"/js/{broken}", SYNTAX_ERROR)
    page.goto(server.http + ROOM)
    page.get_by_text(TOO_OLD).wait_for()
    page.locator("#join").tap()

    page.get_by_text(TOO_OLD).wait_for()
    assert len(visits) == 1


@pytest.mark.parametrize(("broken", "failure"), _failures("phone/welcome.js", "client/permission.js"))
def test_a_phone_whose_first_modules_fail_says_so_without_a_tap(
    page: Page, server: RunningServer, broken: str, failure: str
) -> None:
    visits = _break(page, f"/js/{broken}", FAILURES[failure])
    page.goto(server.http + ROOM)

    page.get_by_text(INCOMPLETE).wait_for()
    assert len(visits) == 1


@pytest.mark.parametrize(("broken", "failure"), _failures("phone/main.js", "client/pad.js"))
def test_a_phone_whose_other_modules_fail_reloads_once_and_then_says_so(
    page: Page, server: RunningServer, broken: str, failure: str
) -> None:
    visits = _break(page, f"/js/{broken}", FAILURES[failure])
    page.goto(server.http + ROOM)
    with page.expect_navigation():
        page.locator("#join").tap()
    for _ in range(2):
        page.locator("#join").tap()
        page.get_by_text(INCOMPLETE).wait_for()

    assert len(visits) == 2


def test_a_phone_without_storage_never_reloads(page: Page, server: RunningServer) -> None:
    page.add_init_script(NO_STORAGE)
    visits = _break(page, "/js/phone/main.js", THROWS)
    page.goto(server.http + ROOM)
    page.locator("#join").tap()
    page.get_by_text(INCOMPLETE).wait_for()

    assert len(visits) == 1


def test_modules_that_are_late_are_waited_for_in_words(page: Page, server: RunningServer, display: OpenDisplay) -> None:
    held: list[Route] = []
    page.route(re.compile("/js/phone/welcome.js"), lambda route: held.append(route))
    page.goto(f"{server.http}/{display().code}", wait_until="commit")
    page.get_by_text("Still loading. The network is slow here.").wait_for()
    held.pop().continue_()
    page.wait_for_function("document.documentElement.dataset.runs === ''")

    assert page.locator("#join-status").inner_text() == ""
    page.locator("#join").tap()
    page.wait_for_selector("[data-state=joined]")


def test_a_server_that_does_not_answer_any_more_is_said_after_5_seconds(page: Page, server: RunningServer) -> None:
    page.route(re.compile("/js/phone/main.js"), UNREACHABLE)
    page.route("**", lambda route: None if route.request.method == "HEAD" else route.fallback())
    page.goto(server.http + ROOM)
    page.locator("#join").tap()
    page.get_by_text("That did not work.").wait_for()


@pytest.mark.parametrize(("where", "needed"), [("/?screen", "Safari 16.4"), (ROOM, "iOS 15.4")])
def test_a_browser_without_modules_is_told_which_it_takes(
    page: Page, server: RunningServer, where: str, needed: str
) -> None:
    held: list[Route] = []  # such a browser does not run them
    page.add_init_script(NO_MODULES)
    page.route(re.compile("/js/(phone/welcome|display/main).js"), lambda route: held.append(route))
    page.goto(server.http + where, wait_until="commit")
    page.get_by_text(TOO_OLD).wait_for()
    page.get_by_text(needed).wait_for()


@pytest.mark.parametrize(("broken", "failure"), _failures("display/main.js", "shared/storage.js"))
def test_a_display_whose_modules_fail_says_so(page: Page, server: RunningServer, broken: str, failure: str) -> None:
    visits = _break(page, f"/js/{broken}", FAILURES[failure])
    page.goto(f"{server.http}/?screen")
    page.get_by_text(INCOMPLETE).wait_for()

    assert not page.locator("#qr").is_visible()
    assert not page.get_by_text("Connecting…").is_visible()
    assert len(visits) == 1


@pytest.mark.parametrize("broken", ["display/main.js", "shared/storage.js"])
def test_a_display_that_cannot_read_a_module_says_so(page: Page, server: RunningServer, broken: str) -> None:
    visits = _break(page, f"/js/{broken}", SYNTAX_ERROR)
    page.goto(f"{server.http}/?screen")
    page.get_by_text(TOO_OLD).wait_for()

    assert not page.locator("#qr").is_visible()
    assert not page.get_by_text("Connecting…").is_visible()
    assert len(visits) == 1


def test_a_display_without_javascript_says_so(browser: Browser, server: RunningServer) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{server.http}/?screen")

    assert page.locator("noscript p").is_visible()
    assert not page.get_by_text("Connecting…").is_visible()
    page.context.close()


def _break(page: Page, file: str, failure: Break) -> list[str]:
    """Let a module fail; return the pages that are visited from now on."""
    visits: list[str] = []
    page.on("request", lambda request: visits.append(request.url) if request.is_navigation_request() else None)
    page.route(re.compile(re.escape(file)), failure)
    return visits
