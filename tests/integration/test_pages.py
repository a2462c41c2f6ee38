"""The pages as a real server sends them."""

import re
from pathlib import Path

import pytest
import requests

from tests.support.clients import Display
from tests.support.running import RunningServer

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1"


def get(server: RunningServer, path: str, **headers: str) -> requests.Response:
    return requests.get(f"{server.http}{path}", headers=headers, timeout=10, allow_redirects=False)


def test_a_computer_gets_the_big_screen(server: RunningServer) -> None:
    assert 'id="display"' in get(server, "/").text


def test_a_phone_is_asked_what_it_is(server: RunningServer) -> None:
    assert "Be the screen" in get(server, "/", **{"User-Agent": PHONE}).text
    assert 'id="display"' in get(server, "/?screen", **{"User-Agent": PHONE}).text


@pytest.mark.parametrize("typed", ["krtp", "KRTP", "KrTp"])
def test_a_code_opens_the_phones_page_in_any_case(server: RunningServer, typed: str) -> None:
    assert 'data-code="KRTP"' in get(server, f"/{typed}").text


def test_a_full_stop_after_a_link_is_no_part_of_it(server: RunningServer) -> None:
    assert 'data-code="KRTP"' in get(server, "/KRTP.").text
    assert get(server, "/favicon.ico").status_code == 404


def test_what_cannot_be_a_code_says_so_on_the_phones_page(server: RunningServer) -> None:
    answer = get(server, "/HELLO")

    assert answer.status_code == 404
    assert 'data-code=""' in answer.text


def test_join_takes_a_code_without_javascript(server: RunningServer) -> None:
    assert get(server, "/join?code=k-r+t%20p").headers["Location"] == "/KRTP"
    assert get(server, "/JOIN").headers["Location"] == "/join"


def test_markup_in_a_typed_code_stays_text(server: RunningServer) -> None:
    assert "<b>x</b>" not in get(server, "/join?code=<b>x</b>").text


def test_where_one_room_is_open_one_tap_joins_it(server: RunningServer) -> None:
    display = Display(server.http)
    one = get(server, "/join").text
    another = Display(server.http)
    two = get(server, "/join").text
    display.close()
    another.close()

    assert f'href="/{display.room}"' in one
    assert f'href="/{display.room}"' not in two


def test_the_qr_is_a_drawing_of_the_rooms_address(server: RunningServer) -> None:
    answer = get(server, "/qr/krtp.svg")

    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert answer.text.startswith("<svg")
    assert get(server, "/qr/hello.svg").status_code == 404


@pytest.mark.parametrize("path", ["/", "/KRTP", "/join", "/qr/KRTP.svg", "/socket.io/?EIO=4&transport=polling"])
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example"])
def test_a_foreign_host_gets_nothing_anywhere(server: RunningServer, path: str, host: str) -> None:
    answer = get(server, path, Host=host)

    assert answer.status_code == 400
    assert "evil" not in answer.text


def test_a_foreign_page_cannot_open_a_socket(server: RunningServer) -> None:
    path = "/socket.io/?EIO=4&transport=polling"

    assert get(server, path, Origin="http://evil.example").status_code == 403
    assert get(server, path, Origin="null").status_code == 403
    assert get(server, path, Origin=server.http).status_code == 200


def test_pages_carry_their_policy_and_their_parts_are_spared_it(server: RunningServer) -> None:
    page = get(server, "/")
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert "gyroscope=(self)" in page.headers["Permissions-Policy"]

    for part in re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text):
        answer = get(server, part)
        assert answer.ok, part
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        if not part.endswith(".svg"):
            assert "Content-Security-Policy" not in answer.headers


@pytest.mark.parametrize(
    ("path", "agent"),
    [
        *[(path, PHONE) for path in ("/", "/KRTP", "/join", "/trust", "/nonesuch.html")],
        *[(path, "") for path in ("/KRTP", "/join", "/trust", "/static/visuals/lights/visual.json", "/qr/KRTP.svg")],
    ],
)
def test_what_is_not_the_display_has_the_strict_policy(server: RunningServer, path: str, agent: str) -> None:
    policy = get(server, path, **{"User-Agent": agent}).headers["Content-Security-Policy"]

    assert "script-src 'self';" in policy
    assert "connect-src 'self' ws:" in policy
    assert not [word for word in ("unsafe", "media-src") if word in policy]


@pytest.mark.parametrize("path", ["/", "/gallery"])
def test_the_display_may_load_what_lies_beside_a_visual(server: RunningServer, path: str) -> None:
    policy = get(server, path).headers["Content-Security-Policy"]

    assert "script-src 'self' blob: 'wasm-unsafe-eval';" in policy
    assert "'unsafe-inline'" not in policy
    assert "'unsafe-eval'" not in policy
    for rule in policy.split("; "):
        assert not (rule.startswith(("script-src", "default-src", "worker-src")) and "data:" in rule)


def test_a_visuals_script_has_the_displays_policy_should_it_become_a_worker(server: RunningServer) -> None:
    display = get(server, "/").headers["Content-Security-Policy"]

    for name in ("visuals/lights/visual.js", "~0/visuals/lights/visual.js", "x/../visuals/lights/visual.js"):
        assert get(server, f"/static/{name}").headers["Content-Security-Policy"] == display, name


@pytest.mark.parametrize(
    "name",
    ["socket.io.js", "socket.io.min.js", "socket.io.js.map", "client-dist/socket.io.js", "x/?EIO=4&transport=polling"],
)
def test_there_is_no_client_beside_the_sockets(server: RunningServer, name: str) -> None:
    answer = get(server, f"/socket.io/{name}")

    assert answer.status_code == 404
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.text.count("\n") == 1
    assert "npm" in answer.text
    (client,) = re.findall(r"/static/\S+\.js", answer.text)
    assert "socket" in get(server, client).text


def test_a_handshake_stays_one(server: RunningServer) -> None:
    assert get(server, "/socket.io/?EIO=4&transport=polling").status_code == 200
    assert get(server, "/socket.io/").status_code == 400


def test_health_says_how_much_is_held(server: RunningServer) -> None:
    assert set(get(server, "/healthz").json()) == {"rooms", "phones", "lines_lost", "lines_left_out"}


def test_a_server_that_takes_visitors_says_so(server: RunningServer) -> None:
    answer = get(server, "/readyz")

    assert answer.status_code == 200
    assert answer.json() == {"ready": True, "obstacle": ""}


def test_one_listener_serves_ipv6_beside_ipv4(tmp_path: Path) -> None:
    server = RunningServer(tmp_path, "--host", "::", https=False).start()
    try:
        for host in ("[::1]", "127.0.0.1"):
            assert requests.get(f"http://{host}:{server.port}/join", timeout=10).status_code == 200
        foreign = requests.get(f"http://[::1]:{server.port}/", headers={"Host": "[fd00::66]"}, timeout=10)
    finally:
        server.stop()

    assert foreign.status_code == 400
