"""Network interfaces: addresses that phones can reach, best first."""

import contextlib
import socket
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import ifaddr

from controller_app.core.origin import read_host
from controller_app.errors import BadSetting
from controller_app.machine.network.adapters import Kind, address_of, hardware_ports, is_private, kind_of, title_of

ELSEWHERE = "203.0.113.1"
"""An address that is nobody's (RFC 5737), so that only the default route leads there."""

KINDS: tuple[Kind, ...] = (
    *("wifi", "ethernet", "hotspot", "other"),  # lead to the people in the room, and are equals otherwise
    *("tunnel", "loopback", "virtual", "link-local"),  # each further away than the one before
)

OWN_NAME = "This computer's name"
OUTSIDE = "Outside of this computer"
"""Title of an address in front of this computer, from which somebody has to lead to it."""

LAN_SUFFIXES = ("local", "lan", "home", "fritz.box", "localdomain", "home.arpa", "internal")
"""Domains in which routers, and computers themselves (mDNS), name the computers of a LAN."""

TITLES: Mapping[Kind, str] = {"wifi": "Wi-Fi", "ethernet": "Ethernet", "hotspot": "Hotspot"}
"""Instead of names such as ``wlp3s0``."""


@dataclass(frozen=True)
class Interface:
    """One address of this computer, with the network it belongs to."""

    name: str
    """What the system calls it: ``wlp3s0``, ``en0``, or a long identifier on Windows."""
    title: str
    """What a person calls it: "Wi-Fi"."""
    address: str
    kind: Kind

    @property
    def reachable(self) -> bool:
        """Whether phones in the room can get here: not so over loopback, link-local or Docker."""
        return self.kind not in ("loopback", "virtual", "link-local")

    @property
    def distance(self) -> tuple[int, bool]:
        """How far it is from the people in the room: 0 is among them. IPv6 is a little further away than IPv4.

        Nearly every phone has IPv4, its addresses stay for longer, and people can type them.
        """
        return max(0, KINDS.index(self.kind) - KINDS.index("other")), self.is_ipv6

    @property
    def is_lan(self) -> bool:
        """Whether no computer outside of this network has the address."""
        return is_private(self.address)

    @property
    def is_ipv6(self) -> bool:
        """Whether its address is an IPv6 one."""
        return ":" in self.address


def interfaces() -> list[Interface]:
    """Return the addresses this computer has, best first. There is always one: loopback."""
    adapters, ports = look()
    return rank(adapters, default_route_address(), ports)


def look() -> tuple[list[ifaddr.Adapter], dict[str, str]]:
    """Return this computer's adapters, and people's names for them where only macOS knows."""
    try:
        adapters = list(ifaddr.get_adapters())
    except OSError:  # Android lets no app list them
        adapters = []
    names = frozenset(str(adapter.name) for adapter in adapters)
    return adapters, _ports_of_macos(names) if sys.platform == "darwin" else {}


@lru_cache(maxsize=4)
def _ports_of_macos(_adapters: frozenset[str]) -> dict[str, str]:
    """Ask macOS for people's names of these adapters: a program has to be run for it, so once is enough."""
    command = ["/usr/sbin/networksetup", "-listallhardwareports"]
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        return hardware_ports(subprocess.run(command, capture_output=True, text=True, timeout=2).stdout)
    return {}


def default_route_address() -> str:
    """Return the address this computer would use to reach the world, or "" if there is no way out.

    Connecting a datagram socket sends nothing; it only asks the system for the route.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((ELSEWHERE, 9))
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def rank(
    adapters: Iterable[ifaddr.Adapter], default_route_address: str, ports: Mapping[str, str] | None = None
) -> list[Interface]:
    """Put the addresses of these adapters in order: where phones most likely are comes first.

    All IPv4 addresses are there to be chosen; of IPv6 those that phones can reach, since the others need a zone.

    A VPN often holds the default route, yet no phone is in it: any network of the room goes before it.
    Loopback stands before what ends inside this computer, so that the first one is always the best.

    Args:
        adapters: as ``ifaddr`` lists them.
        default_route_address: the address that leads out, "" if none.
        ports: people's names for adapters, by the system's names.
    """
    found = [_interface(adapter, ip, default_route_address, ports or {}) for adapter in adapters for ip in adapter.ips]
    found = [interface for interface in found if interface.reachable or not interface.is_ipv6]
    if not any(interface.kind == "loopback" for interface in found):
        found.append(Interface("lo", "This computer", "127.0.0.1", "loopback"))
    return sorted(found, key=lambda interface: _place(interface, default_route_address))


def _interface(
    adapter: ifaddr.Adapter, ip: ifaddr.IP, default_route_address: str, ports: Mapping[str, str]
) -> Interface:
    title = title_of(adapter, ip, ports)
    kind = kind_of(adapter, ip, title)
    if kind == "virtual" and address_of(ip) == default_route_address:
        kind = "ethernet"  # a bridge, or Hyper-V's external switch, that took over the card's address
    if kind == "loopback":
        title = "This computer"
    elif title == adapter.name or kind == "hotspot":
        title = TITLES.get(kind, title)
    return Interface(adapter.name, title, address_of(ip), kind)


def _place(interface: Interface, default_route_address: str) -> tuple[tuple[int, bool], bool, bool, int]:
    """Sort by how far phones are, then by what leads out, then private addresses, then Wi-Fi first."""
    return (
        interface.distance,
        interface.address != default_route_address,
        not is_private(interface.address),
        KINDS.index(interface.kind),
    )


def choose(found: Sequence[Interface], wanted: str) -> Interface:
    """Return the interface with the wanted address, or the best one if ``wanted`` is "".

    A name stands for itself. So does an address that this computer doesn't have: in a container, in WSL or behind a
    mapped port, phones open that of the computer outside.

    Raises:
        BadSetting: it is no address and no name that phones could open.
    """
    if not wanted:
        return found[0]
    address = read_host(wanted)
    if not address or address in ("0.0.0.0", "::"):
        raise BadSetting("--address", f"'{wanted}' is no address or name. Give it without http:// and without a port.")
    own = next((interface for interface in found if interface.address == address), None)
    return own or Interface("", OWN_NAME if address in host_names() else OUTSIDE, address, "other")


def follow(found: Sequence[Interface], before: Interface) -> Interface:
    """Return the interface to go on with, after the addresses of this computer have changed.

    That is the one before while it is there and none is nearer to the people in the room: a cable that is plugged in
    takes nobody's address away. Out of every network it stays as well, since the Wi-Fi may be back in a moment.
    """
    best = found[0]
    if not best.reachable:
        return before
    same = next((interface for interface in found if interface.address == before.address), None)
    return same if same and same.distance <= best.distance else best


def host_names() -> set[str]:
    """Return the names this computer goes by, for itself and on the LAN, whose router may give it one of its own.

    Only with this computer's own first label: below a suffix alone anybody's page could rebind a name to it.
    """
    name = read_host(socket.gethostname())
    first = name.split(".")[0]
    lan = {f"{first}.{suffix}" for suffix in LAN_SUFFIXES} if first else set()
    return {"localhost", "127.0.0.1", "::1", name, first, *lan} - {""}
