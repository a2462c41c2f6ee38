"""At the open-file limit clients play on, and idle connections make room for new ones."""

import contextlib
import resource
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from tests.faults.conftest import Hold
from tests.support.clients import Display, Phone, until
from tests.support.running import RunningServer
from tests.support.wire_client import handshake

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and processor time are read from Linux")

CROWD = 400
FEW = 40
FEW_FILES = 256
LOOK = 1.0  # seconds in which a loop that spins uses about as many of the processor


class SmallServer(RunningServer):
    """One that may have few files open, and can't ask for more."""

    prefix = ("sh", "-c", f'ulimit -n {FEW_FILES}; exec "$0" "$@"')

    def cpu(self) -> float:
        """Return the seconds of the processor that it has used."""
        words = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(words[11]) + int(words[12])) / 100

    def open_files(self) -> int:
        return len(list(Path(f"/proc/{self.process.pid}/fd").iterdir()))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SmallServer]:
    running = SmallServer(tmp_path / "instance")
    running.start()
    yield running
    running.stop(signal.SIGKILL)

    assert "Traceback" not in running.output, running.output


@pytest.fixture
def crowd(server: SmallServer) -> Iterator[Callable[[int], list[socket.socket]]]:
    came: list[socket.socket] = []

    def come(many: int) -> list[socket.socket]:
        came.extend(socket.create_connection(("127.0.0.1", server.port), timeout=5) for _ in range(many))
        return came

    yield come
    for one in came:
        one.close()


def test_idle_connections_keep_nobody_out(
    server: SmallServer, hold: Hold, crowd: Callable[[int], list[socket.socket]]
) -> None:
    display = hold(Display(server.http))
    phone = hold(Phone(server.http, display.room))
    for number, one in enumerate(crowd(CROWD)):
        one.sendall(
            (b"", b"GET / HTTP/1.1\r\nX: ", b"POST /socket.io/ HTTP/1.1\r\nContent-Length: 9\r\n\r\n1")[number % 3]
        )

    assert plays_on(server, display, phone)
    assert server.open_files() < FEW_FILES
    assert answers(server)
    assert hold(Phone(server.http, display.room)).number == 2
    assert "places are taken" not in server.output


def test_new_connections_wait_while_all_places_are_in_use(
    server: SmallServer, hold: Hold, crowd: Callable[[int], list[socket.socket]]
) -> None:
    display = hold(Display(server.http))
    phone = hold(Phone(server.http, display.room))
    for _ in range(CROWD):
        came = crowd(1)
        came[-1].sendall(handshake("/socket.io/?EIO=4&transport=websocket"))
    until(lambda: "All places are taken" in server.output, lambda: "a word about the crowd")

    assert plays_on(server, display, phone)
    assert server.open_files() < FEW_FILES

    for one in came:
        one.close()
    until(lambda: answers(server), lambda: "an answer once the crowd has gone")
    assert hold(Phone(server.http, display.room)).number == 2
    assert server.output.count("places are taken") == 1


def test_a_system_without_files_is_asked_again_calmly(
    server: SmallServer, hold: Hold, crowd: Callable[[int], list[socket.socket]]
) -> None:
    display = hold(Display(server.http))
    phone = hold(Phone(server.http, display.room))
    limits = resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE)
    resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE, (server.open_files() + 5, limits[1]))
    came = crowd(FEW)
    until(lambda: "Too many open files" in server.output, lambda: "a word about the files")

    assert plays_on(server, display, phone)

    for one in came:
        one.close()
    until(lambda: answers(server), lambda: "an answer once the crowd has gone")
    assert len(server.output.partition("Too many open files")[2]) < 300


def plays_on(server: SmallServer, display: Display, phone: Phone) -> bool:
    used, began = server.cpu(), time.monotonic()
    for number in range(10):
        phone.tap(number)
        time.sleep(LOOK / 10)
    share = (server.cpu() - used) / (time.monotonic() - began)
    assert share < 0.5, "it spins"
    until(lambda: len(display.all("tapped")) == 10, lambda: "all taps")
    return not phone.gone and not display.gone


def answers(server: SmallServer) -> bool:
    with contextlib.suppress(requests.RequestException):
        return requests.get(f"{server.http}/readyz", timeout=0.5).ok
    return False
