"""Where this server can be found, while its computer goes from network to network."""

import socket
from pathlib import Path

import pytest
from cryptography import x509

from controller_app.errors import BadSetting
from controller_app.machine.location import OWN_NAMES, Location
from controller_app.machine.network.interfaces import LAN_SUFFIXES, Interface, host_names
from controller_app.machine.tls.subject_names import covers, subjects
from controller_app.settings import Settings

HOME = Interface("wlan0", "Wi-Fi", "192.168.1.20", "wifi")
SCHOOL = Interface("wlan0", "Wi-Fi", "10.0.0.5", "wifi")
CABLE = Interface("eth0", "Ethernet", "172.16.0.9", "ethernet")
V6 = Interface("wlan0", "Wi-Fi", "fd00::20", "wifi")
VPN = Interface("tun0", "tun0", "10.8.0.2", "tunnel")
LOOPBACK = Interface("lo", "This computer", "127.0.0.1", "loopback")


class Network:
    """What a computer's adapters say."""

    def __init__(self, *interfaces: Interface) -> None:
        self.change(*interfaces)

    def change(self, *interfaces: Interface) -> None:
        self.interfaces = [*interfaces, LOOPBACK]

    def look(self) -> list[Interface]:
        return list(self.interfaces)


@pytest.fixture
def network() -> Network:
    return Network(HOME)


def place(network: Network, folder: Path, https_port: int = 0, **options: str) -> Location:
    return Location(Settings(instance=folder, https_port=https_port, **options), network.look)  # type: ignore[arg-type]


def settle(place: Location) -> bool:
    return [place.look() for _ in range(3)].count(True) == 1


def test_links_follow_to_another_network(network: Network, tmp_path: Path) -> None:
    here = place(network, tmp_path)
    assert here.links.base == "http://192.168.1.20:8080"

    network.change(SCHOOL)

    assert settle(here)
    assert here.links.base == "http://10.0.0.5:8080"
    assert not settle(here)


def test_what_is_there_for_a_moment_is_not_followed(network: Network, tmp_path: Path) -> None:
    here = place(network, tmp_path)
    for interfaces in ([VPN], [HOME], [], [CABLE, VPN], [HOME]):
        network.change(*interfaces)
        assert not here.look()

    assert here.chosen == HOME


def test_a_new_address_is_ours_at_the_first_look_and_an_old_one_no_longer(network: Network, tmp_path: Path) -> None:
    here = place(network, tmp_path)
    assert here.goes_by("192.168.1.20")
    network.change(SCHOOL)
    assert not here.goes_by("10.0.0.5")

    here.look()

    assert here.goes_by("10.0.0.5")
    assert not here.goes_by("192.168.1.20")
    assert here.goes_by("localhost")
    assert not here.goes_by("")


@pytest.mark.parametrize("suffix", LAN_SUFFIXES)
def test_routers_may_name_this_computer_and_no_other(network: Network, tmp_path: Path, suffix: str) -> None:
    here, own = place(network, tmp_path), socket.gethostname().lower().split(".")[0]

    assert here.goes_by(f"{own}.{suffix}")
    for name in (suffix, f"evil.{suffix}", f"{own}x.{suffix}", f"x{own}.{suffix}", f"evil.{own}.{suffix}"):
        assert not here.goes_by(name), name
    assert not here.goes_by(f"{own}.{suffix}.evil.example")
    assert not here.goes_by(f"{own}.example")


def test_it_goes_by_further_names_and_is_certified_for_those_of_a_lan(network: Network, tmp_path: Path) -> None:
    names = ("Laptop.lan.", "bühne.home", "play.example.org")
    here = Location(Settings(instance=tmp_path, name=names), network.look)

    for name in ("laptop.lan", "xn--bhne-0ra.home", "play.example.org"):
        assert here.goes_by(name), name
    assert here.certificate
    leaf = x509.load_pem_x509_certificate(here.certificate.chain.read_bytes())
    assert covers(leaf, subjects([], ["laptop.lan", "xn--bhne-0ra.home"]))
    assert not covers(leaf, subjects([], ["play.example.org"]))


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "http://127.0.0.1", "192.168.1.300", "[::]:8080", "a b"])
def test_an_interface_that_is_no_address_is_refused_at_the_start(network: Network, tmp_path: Path, host: str) -> None:
    with pytest.raises(BadSetting, match="--host"):
        Location(Settings(instance=tmp_path, host=host), network.look)


@pytest.mark.parametrize("host", ["::", "[::1]", "127.0.0.1", "localhost", "fe80::1%eth0"])
def test_an_interface_may_be_any_address(network: Network, tmp_path: Path, host: str) -> None:
    assert Location(Settings(instance=tmp_path, host=host, https_port=0), network.look).listens == host.strip("[]")


@pytest.mark.parametrize("name", ["laptop.lan:8080", "http://laptop.lan", "a b", ""])
def test_what_is_no_name_is_refused_at_the_start(network: Network, tmp_path: Path, name: str) -> None:
    with pytest.raises(BadSetting, match="--name"):
        Location(Settings(instance=tmp_path, name=(name,)), network.look)


@pytest.mark.parametrize(
    ("options", "listens", "base"),
    [
        ({}, "::", "http://[fd00::20]:8080"),
        ({"host": "::"}, "::", "http://[fd00::20]:8080"),
        ({"host": "FD00::20"}, "FD00::20", "http://[fd00::20]:8080"),
        ({"host": "[2001:db8::20]"}, "2001:db8::20", "http://[2001:db8::20]:8080"),
        ({"host": "::", "address": "[2001:DB8::20]"}, "::", "http://[2001:db8::20]:8080"),
    ],
)
def test_where_there_is_only_ipv6_it_is_found_there(
    tmp_path: Path, options: dict[str, str], listens: str, base: str
) -> None:
    network = Network(V6, Interface("wlan0", "Wi-Fi", "2001:db8::20", "wifi"))
    here = place(network, tmp_path, https_port=8443, **options)

    assert (here.listens, here.links.base) == (listens, base)
    assert here.goes_by("fd00::20")
    assert here.goes_by("2001:db8::20")
    assert here.certificate
    leaf = x509.load_pem_x509_certificate(here.certificate.chain.read_bytes())
    assert covers(leaf, subjects([here.chosen.address], []))


def test_ipv6_beside_ipv4_is_ours_and_stays_behind(tmp_path: Path) -> None:
    here = place(Network(HOME, V6), tmp_path, host="::")

    assert here.links.base == "http://192.168.1.20:8080"
    assert here.goes_by("fd00::20")
    assert not here.goes_by("fd00::21")


def test_ipv4_is_taken_as_soon_as_there_is_some(tmp_path: Path) -> None:
    network = Network(V6)
    here = place(network, tmp_path)
    network.change(HOME, V6)
    settle(here)

    assert here.chosen == HOME


def test_in_public_it_goes_by_its_public_name_and_this_computers_own(network: Network, tmp_path: Path) -> None:
    here = place(network, tmp_path, public_url="https://Play.example.org:8443/")

    for name in ("play.example.org", "localhost", "127.0.0.1", "::1"):
        assert here.goes_by(name), name
    for name in ("192.168.1.20", "0.0.0.0", "::", *host_names() - OWN_NAMES, ""):
        assert not here.goes_by(name), name
    network.change(SCHOOL)
    settle(here)
    assert not here.goes_by("10.0.0.5")


@pytest.mark.parametrize("chosen", ["host", "address"])
def test_in_public_it_goes_by_an_address_that_was_chosen(network: Network, tmp_path: Path, chosen: str) -> None:
    options = {"public_url": "https://play.example.org", chosen: HOME.address}
    here = place(network, tmp_path, 0, **options)

    assert here.goes_by("192.168.1.20")
    assert here.links.plain == ("http://192.168.1.20:8080" if chosen == "host" else "http://127.0.0.1:8080")


def test_all_interfaces_are_no_name_in_public(network: Network, tmp_path: Path) -> None:
    here = place(network, tmp_path, public_url="https://play.example.org", host="0.0.0.0")

    assert not here.goes_by("0.0.0.0")
    assert not here.goes_by("192.168.1.20")


def test_in_public_it_makes_no_certificate(network: Network, tmp_path: Path) -> None:
    here = place(network, tmp_path, https_port=8443, public_url="https://play.example.org")

    assert here.certificate is None
    assert list(tmp_path.iterdir()) == []
    assert here.links.plain == "http://127.0.0.1:8080"


@pytest.mark.parametrize(
    "url",
    [
        *("play.example.org", "ftp://play.example.org", "https://play.example.org/game", "https://[::1"),
        *("https://play.example.org:99999", "https://user:word@play.example.org", "https://play.example.org?x=1"),
    ],
)
def test_a_public_address_that_is_none_is_refused_at_the_start(network: Network, tmp_path: Path, url: str) -> None:
    with pytest.raises(BadSetting, match="--public-url"):
        place(network, tmp_path, public_url=url)


@pytest.mark.parametrize(
    ("options", "interface"),
    [
        ({}, "0.0.0.0"),
        ({"public_url": "https://play.example.org"}, "127.0.0.1"),
        ({"public_url": "https://play.example.org", "host": "0.0.0.0"}, "0.0.0.0"),
        ({"host": "192.168.1.20"}, "192.168.1.20"),
    ],
)
def test_strangers_reach_the_proxy_alone_unless_told_otherwise(options: dict[str, str], interface: str) -> None:
    assert Settings(**options).interface == interface  # type: ignore[arg-type]


def test_a_cable_that_is_plugged_in_takes_nobodys_address_away(network: Network, tmp_path: Path) -> None:
    here = place(network, tmp_path)
    network.change(CABLE, HOME)
    settle(here)
    assert here.chosen == HOME

    network.change(CABLE)
    settle(here)
    assert here.chosen == CABLE


def test_a_network_of_the_room_is_taken_as_soon_as_there_is_one(tmp_path: Path) -> None:
    network = Network(VPN)
    here = place(network, tmp_path)

    network.change(HOME, VPN)
    settle(here)

    assert here.chosen == HOME


def test_out_of_every_network_the_links_stay(network: Network, tmp_path: Path) -> None:
    here = place(network, tmp_path)
    network.change()
    settle(here)
    assert here.links.base == "http://192.168.1.20:8080"


def test_what_the_host_chose_stays(network: Network, tmp_path: Path) -> None:
    network.change(CABLE, HOME)
    by_address = place(network, tmp_path, address=HOME.address)
    by_host = place(network, tmp_path, host=HOME.address)
    by_url = place(network, tmp_path, public_url="https://play.example.org")

    network.change(SCHOOL)
    for here in (by_address, by_host, by_url):
        settle(here)

    assert by_address.links.base == by_host.links.base == "http://192.168.1.20:8080"
    assert by_url.links.base == "https://play.example.org"


def test_the_certificate_is_made_anew_under_the_same_authority(network: Network, tmp_path: Path) -> None:
    here = place(network, tmp_path, https_port=8443)
    assert here.certificate is not None
    chain, authority = here.certificate.chain.read_bytes(), (tmp_path / "authority.crt").read_bytes()

    network.change(SCHOOL)
    settle(here)

    assert here.addresses() == ["10.0.0.5", "127.0.0.1"]
    assert here.certificate.chain.read_bytes() != chain
    assert (tmp_path / "authority.crt").read_bytes() == authority


@pytest.mark.parametrize("address", ["192.168.1.20", "fd00::5", "laptop.lan", "museum.home"])
def test_one_option_says_how_phones_see_a_container(tmp_path: Path, address: str) -> None:
    network = Network(Interface("eth0", "Ethernet", "172.17.0.2", "ethernet"))
    here = place(network, tmp_path, https_port=8443, address=address)

    assert here.goes_by(address)
    assert not here.goes_by("192.168.1.21")
    assert here.links.base in (f"http://{address}:8080", f"http://[{address}]:8080")
    assert here.links.motion_port == 8443
    assert here.certificate
    leaf = x509.load_pem_x509_certificate(here.certificate.chain.read_bytes())
    assert covers(leaf, subjects([address], []))
    network.change(SCHOOL)
    settle(here)
    assert here.chosen.address == address


def test_ports_that_are_mapped_are_those_that_phones_open(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    settings = Settings(instance=tmp_path, address="192.168.1.20", phone_port=80, phone_https_port=9443)
    here = Location(settings, Network().look)

    assert here.links.phone("KRTP").upper() == "HTTP://192.168.1.20/KRTP"
    assert (here.links.motion_port, here.links.display) == (9443, "http://localhost/")
    assert "ports 80 and 9443 lead here" in caplog.text


def test_a_domain_of_the_internet_is_not_certified(tmp_path: Path) -> None:
    here = Location(Settings(instance=tmp_path, address="play.example.org"), Network(HOME).look)

    assert here.links.base == "http://play.example.org:8080"
    assert here.certificate
    leaf = x509.load_pem_x509_certificate(here.certificate.chain.read_bytes())
    assert not covers(leaf, subjects([], ["play.example.org"]))


def test_without_https_no_port_is_mapped_to_it(tmp_path: Path) -> None:
    settings = Settings(instance=tmp_path, https_port=0, address="192.168.1.20", phone_https_port=9443)

    assert Location(settings, Network().look).links.motion_port == 0
