"""How the server starts, what it says, and how it stops."""

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests

from controller_app.machine.tls import certificates
from tests.support.clients import Display, Phone, until
from tests.support.raw import RawSocket
from tests.support.running import ROOT, RunningServer, free_port


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    return tmp_path / "instance"


def refuse_to_start(*options: str, **environment: str) -> str:
    """Start with options that can't work; return what it says."""
    done = subprocess.run(
        [sys.executable, "-m", "controller_app", "--host", "127.0.0.1", *options],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 4
    return done.stderr


def test_the_banner_says_where_to_go(instance: Path) -> None:
    server = RunningServer(instance).start()
    code = server.stop()

    assert code == 0, server.output
    assert f"http://localhost:{server.port}/" in server.output
    assert "Stop with Ctrl-C" in server.output
    assert "Traceback" not in server.output


def test_options_have_twins_in_the_environment(instance: Path) -> None:
    port = free_port()
    said = refuse_to_start("--visual", "nonesuch", "--instance", str(instance), CONTROLLER_PORT=str(port))
    assert "--visual" in said
    said = refuse_to_start("--instance", str(instance), CONTROLLER_VISUAL="nonesuch")
    assert "--visual" in said
    assert "lights" in said


def test_a_taken_port_is_told_in_one_sentence(instance: Path) -> None:
    server = RunningServer(instance).start()
    said = refuse_to_start("--port", str(server.port), "--no-https", "--instance", str(instance))
    server.stop()

    assert "--port" in said
    assert f"port {server.port} is taken" in said


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--address", "not an address"),
        ("--cert", "/nonesuch.pem"),
        ("--host", "203.0.113.9"),
        ("--public-url", "play.example.org"),
        ("--public-url", "https://example.org/play"),
    ],
)
def test_an_option_that_cannot_work_is_named(instance: Path, option: str, value: str) -> None:
    port, https_port = str(free_port()), str(free_port())
    said = refuse_to_start(option, value, "--port", port, "--https-port", https_port, "--instance", str(instance))

    assert option in said


def test_https_in_the_qr_needs_https(instance: Path) -> None:
    assert "--qr" in refuse_to_start("--qr", "https", "--no-https", "--instance", str(instance))


def test_a_certificate_that_phones_trust_puts_its_name_into_the_qr(instance: Path, tmp_path: Path) -> None:
    made = certificates.ensure(tmp_path / "brought", ["127.0.0.1"], ["play.local"], datetime.now(UTC))
    server = RunningServer(instance, "--cert", str(made.chain), "--key", str(made.key)).start()
    display = Display(server.http)
    by_name = requests.get(f"{server.http}/healthz", headers={"Host": "play.local"}, timeout=5)
    display.close()
    server.stop()

    assert display.opened["link"] == f"https://PLAY.LOCAL:{server.https_port}/{display.room}"
    assert by_name.ok


def test_a_stop_does_not_wait_for_phones_that_poll_in_their_sleep(instance: Path) -> None:
    server = RunningServer(instance).start()
    display = Display(server.http)
    asleep = f"{server.http}/socket.io/?EIO=4&transport=polling"
    session = json.loads(requests.get(asleep, timeout=5).text[1:])["sid"]
    joins = f'40/phone,{{"room":"{display.room}"}}'
    requests.post(f"{asleep}&sid={session}", data=joins, timeout=5)
    display.wait_for("joined")

    closed = RawSocket(server.port)
    code = server.stop(within=5.0)

    assert code == 0
    assert closed.end()[0] == 1001
    display.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_says_goodbye_and_ends_well(instance: Path, number: int) -> None:
    server = RunningServer(instance).start()
    display = Display(server.http)
    phone = Phone(server.http, display.room)

    code = server.stop(number, within=5.0)

    assert code == 0
    assert display.wait_for("ended")["reason"] == "server_restarting"
    assert phone.wait_for("ended")["reason"] == "server_restarting"
    until(lambda: display.gone and phone.gone, lambda: "both connections' end")
    display.close()
    phone.close()
    assert "Traceback" not in server.output


def test_after_a_restart_everyone_is_where_they_were(instance: Path) -> None:
    server = RunningServer(instance).start()
    display = Display(server.http)
    phones = [Phone(server.http, display.room) for _ in range(3)]
    server.stop()

    server.start()
    second = Phone(server.http, display.room, seat=phones[1].seat_pass)
    again = Display(server.http, host=display.opened["host_pass"])
    first = Phone(server.http, display.room, seat=phones[0].seat_pass)
    third = Phone(server.http, display.room, seat=phones[2].seat_pass)

    assert not second.seated["display_here"]
    assert again.room == display.room
    assert [phone.seated["seat"] for phone in (first, second, third)] == [phone.seated["seat"] for phone in phones]
    for client in (display, *phones, again, first, second, third):
        client.close()
    assert server.stop() == 0


def test_http_and_https_are_the_same_rooms(instance: Path) -> None:
    server = RunningServer(instance).start()
    display = Display(server.http)
    phone = Phone(server.https, display.room)

    phone.tilt(1)

    display.wait_for("frame")
    assert phone.seated["https_port"] == server.https_port
    display.close()
    phone.close()
    assert server.stop() == 0


def test_devices_that_turn_away_at_https_cost_one_calm_line(instance: Path) -> None:
    server = RunningServer(instance).start()
    for _ in range(5):
        with pytest.raises(requests.exceptions.SSLError):
            requests.get(server.https, timeout=5)
    with pytest.raises(requests.exceptions.ConnectionError):
        requests.get(f"http://127.0.0.1:{server.https_port}/", timeout=5)
    assert requests.get(f"{server.http}/healthz", timeout=5).ok
    server.stop()

    assert server.output.count("turned away") == 1
    assert "Traceback" not in server.output


def test_the_certificate_is_for_the_address_and_its_key_is_private(instance: Path) -> None:
    server = RunningServer(instance).start()
    authority = instance / "authority.pem"
    served = requests.get(f"{server.http}/trust/authority.crt", timeout=5)
    found = [path for path in instance.iterdir() if path.is_file()]
    server.stop()

    assert served.headers["Content-Type"] == "application/x-x509-ca-cert"
    assert authority.exists() or any("author" in path.name for path in found)
    assert all(path.stat().st_mode & 0o077 == 0 for path in found if "key" in path.name)
