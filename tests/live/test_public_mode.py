"""A server for the internet, behind a proxy or tunnel."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.running import RunningServer

PUBLIC = "https://play.example.org"
UNSET = ("--host", "")  # the helper's own --host goes first, and the last one counts

SOCKETS = "/socket.io/?EIO=4&transport=polling"
PROXY = {"Host": "play.example.org", "X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = Path(tmp_path_factory.mktemp("instance"))
    running = RunningServer(folder, *UNSET, "--public-url", PUBLIC).start()
    yield running
    code = running.stop()

    assert code == 0
    assert "Traceback" not in running.output, running.output


def get(server: RunningServer, path: str, **headers: str) -> requests.Response:
    return requests.get(f"{server.http}{path}", headers=headers, timeout=10, allow_redirects=False)


def test_it_listens_on_loopback_alone(server: RunningServer) -> None:
    with pytest.raises(OSError, match=r"refused|assign"):
        socket.create_connection(("127.0.0.2", server.port), timeout=5)  # on Linux all of 127.0.0.0/8 is loopback


def test_it_has_no_https_of_its_own(server: RunningServer) -> None:
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", server.https_port), timeout=5)


def test_it_offers_no_authority(server: RunningServer) -> None:
    assert get(server, "/trust").status_code == 404
    assert get(server, "/trust/authority.crt").status_code == 404
    assert "/trust" not in server.output
    assert not list(server.instance.glob("*.crt"))


def test_the_terminal_says_what_leads_where(server: RunningServer) -> None:
    assert PUBLIC in server.output
    assert f"http://127.0.0.1:{server.port}" in server.output


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
