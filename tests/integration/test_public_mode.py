"""Public mode: behind a proxy or tunnel, with a token for hosts."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from controller_app.core.host_token import WRONG_TOKENS_BURST
from controller_app.core.protocol import DISPLAY_NAMESPACE
from tests.support.clients import Client, Display, Phone
from tests.support.running import RunningServer

PUBLIC = "https://play.example.org"
TOKEN = "correct horse battery"
UNSET = ("--host", "")  # the helper's own --host goes first, and the last one counts

SOCKETS = "/socket.io/?EIO=4&transport=polling"
MOST = 60  # wrong tokens before a test gives up; a slow machine gets some back
PROXY = {"Host": "play.example.org", "X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https"}

Refused = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = Path(tmp_path_factory.mktemp("instance"))
    running = RunningServer(folder, *UNSET, "--public-url", PUBLIC, "--host-token", TOKEN).start()
    yield running
    code = running.stop()

    assert code == 0
    assert "Traceback" not in running.output, running.output
    assert TOKEN not in running.output
    assert not any(TOKEN.encode() in file.read_bytes() for file in folder.rglob("*") if file.is_file())


@pytest.fixture
def refused(clients: list[Client]) -> Refused:
    def ask(server: RunningServer, **rights: Any) -> dict[str, Any]:
        """Return why a display with these rights is not let in."""
        clients.append(display := Client(server.http, DISPLAY_NAMESPACE, rights, fails=True))
        told: dict[str, Any] = display.wait_for("connect_error")["data"]
        return told

    return ask


def get(server: RunningServer, path: str, **headers: str) -> requests.Response:
    return requests.get(f"{server.http}{path}", headers=headers, timeout=10, allow_redirects=False)


def test_it_listens_on_loopback_alone(server: RunningServer) -> None:
    with pytest.raises(OSError, match=r"refused|assign"):
        socket.create_connection(("127.0.0.2", server.port), timeout=5)  # on Linux all of 127.0.0.0/8 is loopback


def test_it_has_no_https_of_its_own(server: RunningServer) -> None:
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", server.https_port), timeout=5)


def test_on_a_lan_everybody_sees_how_the_server_is(tmp_path: Path) -> None:
    running = RunningServer(tmp_path, https=False).start()
    try:
        assert set(get(running, "/healthz", Via="1.1 proxy").json()) > {"rooms", "phones"}
        assert get(running, "/readyz", Via="1.1 proxy").status_code == 200
    finally:
        running.stop()


def test_it_offers_no_authority(server: RunningServer) -> None:
    assert get(server, "/trust").status_code == 404
    assert get(server, "/trust/authority.crt").status_code == 404
    assert "/trust" not in server.output
    assert not list(server.instance.glob("*.crt"))


def test_the_terminal_says_what_leads_where(server: RunningServer) -> None:
    assert PUBLIC in server.output
    assert f"http://127.0.0.1:{server.port}" in server.output
    assert "Chrome" not in server.output
    assert "Everybody can open rooms" not in server.output


@pytest.mark.parametrize(
    ("url", "warnings"),
    [("http://play.example.org", 1), ("http://192.168.1.20:8080", 0), ("http://127.0.0.1:8080", 0)],
)
def test_a_plain_public_address_is_warned_about_once(tmp_path: Path, url: str, warnings: int) -> None:
    running = RunningServer(tmp_path, "--public-url", url).start()
    running.stop()

    assert running.output.count("Chrome") == warnings


@pytest.mark.parametrize(
    "host", ["play.example.org", "PLAY.EXAMPLE.ORG:443", "localhost", "127.0.0.1:8080", "[::1]:8080"]
)
def test_its_own_names_are_answered(server: RunningServer, host: str) -> None:
    assert get(server, "/healthz", Host=host).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        *("192.168.1.20", "0.0.0.0", "evil.example", "127.0.0.1:80:foo", "localhost:99999999", "play.example.org:0"),
        *(socket.gethostname(), f"{socket.gethostname().split('.')[0]}.local"),
    ],
)
def test_lan_names_and_odd_ports_are_not(server: RunningServer, host: str) -> None:
    assert get(server, "/healthz", Host=host).status_code == 400


@pytest.mark.parametrize(
    "origin",
    [
        *("http://play.example.org", "file://play.example.org", "https://play.example.org:8443", "null"),
        *("https://evil.example", "https://localhost", "chrome-extension://play.example.org"),
    ],
)
@pytest.mark.parametrize("host", ["play.example.org", "localhost"])
def test_other_pages_open_no_socket(server: RunningServer, origin: str, host: str) -> None:
    assert get(server, SOCKETS, Origin=origin, Host=host).status_code in {400, 403}


def test_its_own_page_opens_a_socket_whatever_host_the_proxy_names(server: RunningServer) -> None:
    for host in ("play.example.org", f"127.0.0.1:{server.port}"):
        assert get(server, SOCKETS, Origin=PUBLIC, Host=host).status_code == 200


@pytest.mark.parametrize("path", ["/", "/KRTPCD", "/join", "/healthz"])
def test_browsers_are_told_to_keep_to_https(server: RunningServer, path: str) -> None:
    assert get(server, path, **PROXY).headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "Strict-Transport-Security" not in get(server, path, Host="localhost").headers


def test_strangers_see_that_it_lives_and_nothing_else(server: RunningServer) -> None:
    for headers in (PROXY, {**PROXY, "Host": "localhost"}, {"Host": "localhost", "Via": "1.1 tunnel"}):
        assert get(server, "/healthz", **headers).json() == {"ok": True}
        assert get(server, "/readyz", **headers).status_code == 404


def test_the_machine_itself_and_whoever_has_the_token_see_more(server: RunningServer) -> None:
    for headers in ({}, {"Host": "localhost"}, {**PROXY, "Authorization": f"Bearer {TOKEN}"}):
        assert set(get(server, "/healthz", **headers).json()) > {"rooms", "phones"}
        assert get(server, "/readyz", **headers).json() == {"ready": True, "obstacle": ""}


@pytest.mark.parametrize("header", ["Bearer a wrong token", f"Basic {TOKEN}", f"Bearer {TOKEN.upper()}", "Bearer"])
def test_a_wrong_token_sees_no_more(server: RunningServer, header: str) -> None:
    assert get(server, "/readyz", **PROXY, Authorization=header).status_code == 404
    assert get(server, "/healthz", **PROXY, Authorization=header).json() == {"ok": True}


def test_a_stranger_opens_no_room(server: RunningServer, refused: Refused) -> None:
    before = get(server, "/healthz").json()["rooms"]
    told = refused(server)

    assert told["reason"] == "token_needed"
    assert told["after"] == 0
    assert get(server, "/healthz").json()["rooms"] == before


def test_the_token_opens_a_room_and_phones_need_none(server: RunningServer, clients: list[Client]) -> None:
    display = Display(server.http, token=TOKEN)
    clients += [display, phone := Phone(server.http, display.room)]

    assert len(display.room) == 6
    assert phone.number == 1
    assert "token" not in "".join(display.opened)
    assert TOKEN not in str(display.opened)


def test_passes_stand_for_the_token(server: RunningServer, clients: list[Client]) -> None:
    display = Display(server.http, token=TOKEN)
    clients += [display, another := Display(server.http, open_pass=display.opened["open_pass"])]
    clients += [back := Display(server.http, host=display.opened["host_pass"])]

    assert another.room != display.room
    assert back.room == display.room


def test_after_a_restart_passes_count_and_after_another_token_they_do_not(
    tmp_path: Path, refused: Refused, clients: list[Client]
) -> None:
    first = RunningServer(tmp_path, "--public-url", PUBLIC, "--host-token", TOKEN).start()
    display = Display(first.http, token=TOKEN)
    clients.append(display)
    phone = Phone(first.http, display.room)
    clients.append(phone)
    passes = {"host": display.opened["host_pass"], "open_pass": display.opened["open_pass"]}
    first.stop()

    same = RunningServer(tmp_path, "--public-url", PUBLIC, "--host-token", TOKEN).start()
    clients.append(Display(same.http, host=passes["host"]))
    clients.append(Display(same.http, open_pass=passes["open_pass"]))
    same.stop()

    other = RunningServer(tmp_path, "--public-url", PUBLIC, "--host-token", "another secret").start()
    try:
        assert refused(other, **passes)["reason"] == "token_needed"
        clients.append(back := Display(other.http, **passes, token="another secret"))
        clients.append(seated := Phone(other.http, back.room, seat=phone.seat_pass))
        assert back.room == display.room
        assert seated.number == phone.number
    finally:
        other.stop()


def test_tokens_cannot_be_searched(tmp_path: Path, refused: Refused, clients: list[Client]) -> None:
    running = RunningServer(tmp_path, "--public-url", PUBLIC, "--host-token", TOKEN).start()
    try:
        clients.append(display := Display(running.http, token=TOKEN))
        told: list[str] = []
        while len(told) < MOST and not any("Try again in" in sentence for sentence in told):
            told.append(refused(running, token=f"guess {len(told)}")["message"])
        clients.append(Display(running.http, host=display.opened["host_pass"]))
    finally:
        running.stop()

    assert sum("not the host token" in sentence for sentence in told) >= WRONG_TOKENS_BURST
    assert "Try again in" in told[-1]
    assert "guess" not in running.output


def test_on_a_lan_a_token_is_asked_for_as_well(tmp_path: Path, refused: Refused, clients: list[Client]) -> None:
    running = RunningServer(tmp_path, "--host-token", TOKEN, https=False).start()
    try:
        assert refused(running)["reason"] == "token_needed"
        clients.append(display := Display(running.http, token=TOKEN))
        assert len(display.room) == 4
    finally:
        running.stop()


def test_a_token_that_is_too_short_starts_nothing(tmp_path: Path) -> None:
    running = RunningServer(tmp_path, "--host-token", "short77")
    with pytest.raises(AssertionError, match=r"--host-token: it has to have 8 to 128 characters\."):
        running.start()

    assert running.stop() == 2
    assert "short77" not in running.output
