"""A new role needs a list in the protocol and a class; everything else follows."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from controller_app.core.protocol import MESSAGE_BYTES
from controller_app.settings import Settings
from tests.support.clients import Client, Display, Phone, until
from tests.support.host_role import HOST
from tests.support.running import MANY_PEOPLE, RunningServer

OpenDisplay = Callable[..., Display]
Join = Callable[..., Phone]
Attend = Callable[..., Client]


class HostServer(RunningServer):
    """A server that takes hosts, too."""

    module = "tests.support.host_server"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    running = HostServer(Path(tmp_path_factory.mktemp("instance")), *MANY_PEOPLE, https=False).start()
    yield running

    assert running.stop() == 0
    assert "Traceback" not in running.output, running.output


@pytest.fixture
def attend(server: RunningServer, clients: list[Client]) -> Attend:
    def watch(room: str, fails: bool = False) -> Client:
        clients.append(made := Client(server.http, HOST.namespace, {"room": room}, fails=fails))
        return made

    return watch


def test_every_watcher_of_a_room_hears_what_its_role_receives(
    display: OpenDisplay, phone: Join, attend: Attend
) -> None:
    screen = display()
    hosts = [attend(screen.room), attend(screen.room)]
    hand = phone(screen.room)
    assert hand.ask("tap", [1, 0, 5000, 5000])
    hand.close()

    for watcher in (screen, *hosts):
        assert watcher.wait_for("away") == {"number": hand.number}
    assert [name for name, _ in screen.heard if name in {"joined", "tapped"}] == ["joined", "tapped"]
    for host in hosts:
        assert [name for name, _ in host.heard] == ["away"]


def test_a_watcher_of_one_room_hears_nothing_of_another(display: OpenDisplay, phone: Join, attend: Attend) -> None:
    screen, other = display(), display()
    host = attend(screen.room)
    phone(other.room).close()
    other.wait_for("away")
    hand = phone(screen.room)
    hand.close()

    host.wait_for("away")
    assert len(host.heard) == 1


def test_a_watcher_that_goes_costs_the_others_nothing(display: OpenDisplay, phone: Join, attend: Attend) -> None:
    screen = display()
    attend(screen.room).close()
    stays = attend(screen.room)
    phone(screen.room).close()

    assert stays.wait_for("away") == screen.wait_for("away")


def test_an_event_of_a_new_role_arrives(display: OpenDisplay, phone: Join, attend: Attend) -> None:
    screen = display()
    hand, host = phone(screen.room), attend(screen.room)
    host.emit("show", {"visual": "mirror"})

    for client in (screen, hand, host):
        assert client.wait_for("shown")["visual"]["name"] == "mirror"
    assert abs(host.ask("clock") - screen.ask("clock")) < 60_000


@pytest.mark.parametrize(
    ("event", "data", "said"),
    [
        ("show", {"visual": 7}, "was not understood"),
        ("show", {"visual": "mirror", "role": "display"}, "was not understood"),
        ("tap", [1, 0, 0, 0], "'tap' is not sent to /host. There are: clock, show."),
        ("explode", {}, "'explode' is not sent to /host"),
        ("attend", {"room": "KRTP"}, "'attend' is not sent to /host"),
        ("disconnect", "forged", "reserved"),
    ],
)
def test_an_event_that_the_role_may_not_send_is_refused(
    display: OpenDisplay, attend: Attend, event: str, data: object, said: str
) -> None:
    host = attend(display().room)
    host.emit(event, data)

    assert said in host.wait_for("refused")["message"]
    assert not host.all("shown")


def test_a_connection_that_goes_on_being_refused_is_closed(display: OpenDisplay, attend: Attend) -> None:
    host = attend(display().room)
    for _ in range(10):
        host.emit("explode", {})

    assert host.wait_for("ended")["reason"] == "misbehaved"


def test_messages_of_a_new_role_are_limited(display: OpenDisplay, attend: Attend) -> None:
    host = attend(display().room)
    for _ in range(2 * Settings().messages_burst):
        host.emit("clock", {})

    assert host.wait_for("refused")["error"] == "too_many"


def test_a_message_of_a_new_role_may_not_be_too_long(display: OpenDisplay, attend: Attend) -> None:
    host = attend(display().room)
    host.emit("show", {"visual": "x" * MESSAGE_BYTES})

    until(lambda: host.gone, lambda: "the end of the connection")


def test_a_new_role_is_refused_like_any_other(attend: Attend) -> None:
    assert attend("KRTP", fails=True).wait_for("connect_error")["data"]["reason"] == "not_found"


def test_a_server_without_the_role_has_no_such_namespace(tmp_path: Path, clients: list[Client]) -> None:
    plain = RunningServer(tmp_path / "instance", https=False).start()
    clients.append(refused := Client(plain.http, HOST.namespace, {"room": "KRTP"}, fails=True))

    assert refused.wait_for("connect_error")["message"] == "Invalid namespace"
    assert plain.stop() == 0


def test_watchers_are_told_that_the_room_is_closed(display: OpenDisplay, attend: Attend) -> None:
    screen = display()
    hosts = [attend(screen.room), attend(screen.room)]
    screen.close()

    for host in hosts:
        assert host.wait_for("ended")["reason"] == "room_closed"


def test_watchers_are_told_that_the_server_restarts(tmp_path: Path, clients: list[Client]) -> None:
    server = HostServer(tmp_path / "instance", https=False).start()
    clients.append(screen := Display(server.http))
    clients.append(host := Client(server.http, HOST.namespace, {"room": screen.room}))
    assert server.stop() == 0

    assert host.wait_for("ended") == screen.wait_for("ended")
