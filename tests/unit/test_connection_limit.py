"""Connection limit: which connection makes room for another."""

from collections.abc import Iterator

import gevent
import pytest

from controller_app.machine.process import file_limit as open_files
from controller_app.settings import ADDRESS_LIMITS, AddressLimits
from controller_app.web import connection_limit
from controller_app.web.connection_limit import MIN_HALF_OPEN_S, Connection, ConnectionLimit

PLACES = 4
LIMITS = AddressLimits(**{**ADDRESS_LIMITS["off"].__dict__, "connections": 3, "half_open": 2})


class FakeSocket:
    """Notes that it was shut down."""

    def __init__(self) -> None:
        self.is_shut = False

    def shutdown(self, _how: int) -> None:
        self.is_shut = True


class Crowd:
    """Connections in a limit of ``PLACES``."""

    def __init__(self, limits: AddressLimits) -> None:
        self.limit = ConnectionLimit(limits, lambda address: address == "a proxy")
        self.sockets: dict[Connection, FakeSocket] = {}

    def come(self, address: str) -> Connection:
        socket = FakeSocket()
        connection = self.limit.open(socket, address)
        assert connection is not None
        self.sockets[connection] = socket
        return connection

    def idle(self, address: str) -> Connection:
        connection = self.come(address)
        connection.serve()
        connection.wait()
        return connection

    def served(self, address: str) -> Connection:
        connection = self.come(address)
        connection.serve()
        return connection

    def dropped(self) -> list[Connection]:
        return [connection for connection, socket in self.sockets.items() if socket.is_shut]

    def fill(self) -> None:
        """Let every place be taken."""
        for _ in range(PLACES):
            self.limit.spawn(gevent.sleep, 60)


@pytest.fixture
def crowd(monkeypatch: pytest.MonkeyPatch) -> Iterator[Crowd]:
    monkeypatch.setattr(open_files, "limit", lambda: open_files.SPARE_FILES + PLACES)
    crowd = Crowd(LIMITS)
    yield crowd
    crowd.limit.kill()


def test_while_there_are_places_nobody_is_dropped(crowd: Crowd) -> None:
    crowd.idle("a")

    assert not crowd.limit.full()
    assert not crowd.dropped()


def test_the_oldest_idle_connection_of_the_heaviest_address_makes_room(crowd: Crowd) -> None:
    crowd.idle("light")
    oldest = crowd.idle("heavy")
    crowd.come("heavy")
    crowd.served("heavy")
    crowd.fill()

    assert crowd.limit.full(), "its place is free only once its greenlet has ended"
    assert crowd.dropped() == [oldest]
    assert not crowd.limit.all_taken


def test_a_half_open_one_makes_room_where_none_is_idle(crowd: Crowd) -> None:
    half_open = crowd.come("a")
    crowd.served("a")
    crowd.fill()

    crowd.limit.full()
    assert not crowd.dropped(), "its request may be on its way"
    half_open.since -= MIN_HALF_OPEN_S
    crowd.limit.full()
    assert crowd.dropped() == [half_open]


def test_a_half_open_one_makes_room_later_although_nobody_asks_again(
    crowd: Crowd, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_limit, "RETRY_S", 0.01)
    half_open = crowd.come("a")
    crowd.fill()
    crowd.limit.full()
    half_open.since -= MIN_HALF_OPEN_S

    gevent.sleep(0.1)
    assert crowd.dropped() == [half_open]


def test_a_connection_that_is_being_served_is_never_dropped(crowd: Crowd) -> None:
    crowd.served("a")
    crowd.served("a")
    crowd.fill()

    assert crowd.limit.full()
    assert crowd.limit.all_taken
    assert not crowd.dropped()


def test_the_first_that_becomes_idle_makes_room_for_the_one_that_waits(crowd: Crowd) -> None:
    first, second = crowd.served("a"), crowd.served("a")
    crowd.fill()
    crowd.limit.full()

    first.wait()
    second.wait()

    assert crowd.dropped() == [first]


def test_an_address_over_its_limit_loses_an_idle_connection_of_its_own(crowd: Crowd) -> None:
    other, own = crowd.idle("b"), crowd.idle("a")
    crowd.served("a")
    crowd.served("a")
    crowd.served("a")

    assert crowd.dropped() == [own]
    assert not crowd.sockets[other].is_shut


def test_an_address_that_has_all_it_may_have_gets_no_more(crowd: Crowd) -> None:
    served = [crowd.served("a") for _ in range(LIMITS.connections)]

    assert crowd.limit.open(FakeSocket(), "a") is None
    crowd.limit.close(served[0])
    assert crowd.limit.open(FakeSocket(), "a") is not None


def test_half_open_connections_push_out_their_own(crowd: Crowd) -> None:
    first = crowd.come("a")
    crowd.come("a")
    crowd.come("a")

    assert crowd.dropped() == [first]


def test_a_trusted_proxy_is_not_limited(crowd: Crowd) -> None:
    for _ in range(LIMITS.connections * 2):
        crowd.served("a proxy")

    assert not crowd.dropped()


def test_an_address_is_forgotten_with_its_last_connection(crowd: Crowd) -> None:
    connections = [crowd.idle("a"), crowd.come("a"), crowd.served("a")]
    for connection in connections:
        crowd.limit.close(connection)

    assert not crowd.limit._peers
