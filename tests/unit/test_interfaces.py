import json
import random
import socket
from pathlib import Path
from typing import Any

import ifaddr
import pytest

from controller_app.errors import BadSetting
from controller_app.machine.network import interfaces as network
from controller_app.machine.network.adapters import hardware_ports
from controller_app.machine.network.interfaces import Interface, choose, host_names, interfaces, rank

RECORDED = sorted((Path(__file__).parent.parent / "interfaces").glob("*.json"))


@pytest.fixture(params=RECORDED, ids=lambda path: path.stem)
def recorded(request: pytest.FixtureRequest) -> Any:
    return json.loads(request.param.read_text(encoding="utf-8"))


def test_the_best_address_is_where_phones_most_likely_are(recorded: Any) -> None:
    best = ranked(recorded)[0]
    assert {"address": best.address, "title": best.title} == recorded["best"]


def test_other_addresses_follow_in_order_and_the_unreachable_are_known(recorded: Any) -> None:
    assert [one.address for one in ranked(recorded) if one.reachable] == recorded["reachable"]


def test_the_order_of_the_system_decides_only_between_equals(recorded: Any) -> None:
    random.Random(7).shuffle(recorded["adapters"])
    best = ranked(recorded)[0]
    assert {"address": best.address, "title": best.title} == recorded["best"]


def test_every_ipv4_address_is_there_to_be_chosen(recorded: Any) -> None:
    found = ranked(recorded)
    for adapter in recorded["adapters"]:
        for ip in adapter["ips"]:
            if isinstance(ip["ip"], str):
                assert choose(found, ip["ip"]).name == adapter["name"]


def test_without_a_way_out_a_private_address_on_wifi_goes_first() -> None:
    adapters = [adapter("eth0", "141.20.17.9"), adapter("eth1", "10.0.0.2"), adapter("wlan0", "10.0.1.2")]
    assert [one.address for one in rank(adapters, "")][:3] == ["10.0.1.2", "10.0.0.2", "141.20.17.9"]


def test_a_cable_by_phone_is_reachable_though_nobody_knows_its_name() -> None:
    assert rank([adapter("usb0", "172.20.10.4")], "172.20.10.4")[0] == Interface("usb0", "usb0", "172.20.10.4", "other")


def test_the_first_is_chosen_when_nothing_is_wanted() -> None:
    found = rank([adapter("wlan0", "10.0.1.2"), adapter("eth0", "10.0.0.2")], "10.0.0.2")
    assert choose(found, "").address == "10.0.0.2"


def test_an_address_of_another_computer_is_taken_as_one_that_leads_here() -> None:
    found = rank([adapter("wlan0", "10.0.1.2"), adapter("lo", "127.0.0.1")], "")
    assert choose(found, "192.168.1.20") == Interface("", network.OUTSIDE, "192.168.1.20", "other")
    assert choose(found, "Play.Example.org").address == "play.example.org"
    assert choose(found, f"{socket.gethostname()}.local").title == network.OWN_NAME


@pytest.mark.parametrize("wanted", ["10.0.1.2:8080", "http://10.0.1.2", "a b", "0.0.0.0", "::", "/"])
def test_what_no_phone_can_open_is_refused(wanted: str) -> None:
    with pytest.raises(BadSetting, match="--address"):
        choose(rank([], ""), wanted)


def test_ipv6_is_an_address_and_goes_into_the_qr_only_where_there_is_no_ipv4() -> None:
    found = rank([adapter("wlan0", ("fd00::20", 0, 0), ("2001:db8::20", 0, 0), ("fe80::1", 0, 3), "192.168.1.20")], "")
    assert [one.address for one in found] == ["192.168.1.20", "fd00::20", "2001:db8::20", "127.0.0.1"]
    assert choose(found, "FD00:0::20").address == "fd00::20"
    assert choose(found, "[2001:db8::20]").address == "2001:db8::20"
    wifi, vpn = adapter("wlan0", ("2001:db8::20", 0, 0), ("fd00::20", 0, 0)), adapter("tun0", "10.8.0.2")
    assert rank([wifi, vpn], "10.8.0.2")[0].address == "fd00::20"


def test_this_computer_has_at_least_one_address_one_can_listen_on() -> None:
    for interface in interfaces():
        with socket.socket(socket.AF_INET6 if interface.is_ipv6 else socket.AF_INET) as listener:
            listener.bind((interface.address, 0))


def test_asking_for_the_default_route_gives_an_own_address_or_none() -> None:
    assert network.default_route_address() in {"", *(one.address for one in interfaces())}


def test_this_computer_knows_its_own_names() -> None:
    names = host_names()
    assert {"localhost", "127.0.0.1", "::1"} < names
    assert any(name.endswith(".local") for name in names)
    assert all(name == name.lower() for name in names)


def test_names_of_ports_are_read_from_macos() -> None:
    text = "\nHardware Port: Wi-Fi\nDevice: en0\nEthernet Address: 3c:06:30:00:00:01\n\nVLAN Configurations\n"
    assert hardware_ports(text) == {"en0": "Wi-Fi"}


def ranked(recorded: Any) -> list[Interface]:
    adapters = [
        ifaddr.Adapter(
            one["name"],
            one["nice_name"],
            [ifaddr.IP(address(ip["ip"]), ip["network_prefix"], ip["nice_name"]) for ip in one["ips"]],
        )
        for one in recorded["adapters"]
    ]
    ports = hardware_ports(recorded.get("hardware_ports", ""))
    return rank(adapters, recorded["default_route_address"], ports)


def address(recorded: str | list[Any]) -> Any:
    return recorded if isinstance(recorded, str) else tuple(recorded)


def adapter(name: str, *addresses: str | tuple[str, int, int]) -> ifaddr.Adapter:
    return ifaddr.Adapter(name, name, [ifaddr.IP(address, 24, name) for address in addresses])
