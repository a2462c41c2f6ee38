"""The names that this server goes by."""

from controller_app.web.hosts import LOOK_AGAIN, Hosts
from tests.fakes import FakeClock


def test_a_new_address_is_found_without_a_restart() -> None:
    clock = FakeClock()
    addresses = ["192.168.1.20"]
    hosts = Hosts(["localhost"], lambda: addresses, clock)
    assert "192.168.1.20" in hosts

    addresses[:] = ["10.0.0.5"]
    assert "10.0.0.5" not in hosts
    clock.now += LOOK_AGAIN

    assert "10.0.0.5" in hosts
    assert "192.168.1.20" not in hosts
    assert "localhost" in hosts


def test_a_flood_of_strange_names_looks_only_now_and_then() -> None:
    looks: list[int] = []
    hosts = Hosts([], lambda: looks.append(1) or [], FakeClock())  # type: ignore[func-returns-value]

    for n in range(1000):
        assert f"evil{n}.example" not in hosts

    assert len(looks) == 1


def test_no_name_is_not_a_name() -> None:
    assert "" not in Hosts(["", "localhost"], list, FakeClock())
