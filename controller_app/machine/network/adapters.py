"""Kinds of network adapters, guessed from name and address.

No system says plainly "this is a VPN", so the names that systems and makers give are all there is. On Linux and
macOS an adapter has one short name (``wlan0``, ``utun4``); on Windows it has a description by its maker and
a name the person can read and change.
"""

import re
from collections.abc import Mapping
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import Literal

from ifaddr import IP, Adapter

Kind = Literal["wifi", "ethernet", "hotspot", "other", "tunnel", "virtual", "link-local", "loopback"]
"""``tunnel`` leads elsewhere (a VPN, mobile data), ``virtual`` ends inside this computer."""

PRIVATE: tuple[IPv4Network | IPv6Network, ...] = (
    *(IPv4Network(block) for block in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")),  # RFC 1918
    IPv6Network("fc00::/7"),  # RFC 4193
)
"""Where nearly every home, school and hotspot has its addresses."""

SHARED = IPv4Network("100.64.0.0/10")  # RFC 6598; on a laptop it is Tailscale or mobile data
TRANSLATED = IPv4Network("192.0.0.0/29")  # RFC 7335; stands in for IPv4 where there is only IPv6

HOTSPOT_ADDRESSES = frozenset({"192.168.137.1", "192.168.2.1"})
"""What Windows and macOS call themselves when they share their own connection."""

TUNNEL = re.compile(
    r"\bu?tun\d|\btap\d|\bipsec\d|\bppp\d|\bwg\d|\bwwan|\bwwp|\brmnet|\bpdp_ip|\bgpd\d|\bcscotun|\bzt[a-z0-9]{6}"
    r"|vpn|wireguard|wintun|tailscale|zerotier|tap-windows|nordlynx|anyconnect|globalprotect|fortinet|hamachi"
    r"|teredo|isatap|mobile broadband|cellular"
)
VIRTUAL = re.compile(
    r"\bdocker|\bbr\d|\bbr-|\bbridge\d|\bvirbr|\bveth|\bvnet\d|\bvmnet|\bvboxnet|\blxc|\blxd|\bincus|\bcni|\bcali"
    r"|\bflannel|\bpodman|\bkube|\bawdl|\bllw\d|\banpi\d"
    r"|hyper-v virtual|vmware virtual|virtualbox|npcap|km-test"
)
HOTSPOT = re.compile(r"wi-fi direct|hosted network")
WIFI = re.compile(r"\bwl(an|p|x|o|s)?\d|\bwlan|wi-?fi|wireless|802\.11|airport")
ETHERNET = re.compile(r"\beth\d|\ben(o|p|s|x)?[0-9a-f]|ethernet|gigabit|gbe\b|\blan\b")

HARDWARE_PORT = re.compile(r"^Hardware Port: (.+)\nDevice: (\S+)$", re.MULTILINE)
"""Two lines of what macOS prints."""


def is_private(address: str) -> bool:
    """Whether the address belongs to a LAN."""
    return any(ip_address(address) in block for block in PRIVATE)


def address_of(ip: IP) -> str:
    """Return the address as text; ``ifaddr`` gives IPv6 with flow and scope."""
    return ip.ip if isinstance(ip.ip, str) else ip.ip[0]


def kind_of(adapter: Adapter, ip: IP, title: str) -> Kind:
    """Tell what stands behind one address of an adapter."""
    address = ip_address(address_of(ip))
    names = " ".join((adapter.name, adapter.nice_name, ip.nice_name, title)).lower()
    if address.is_loopback:
        return "loopback"
    if address.is_link_local or address in TRANSLATED:
        return "link-local"
    if str(address) in HOTSPOT_ADDRESSES and (HOTSPOT.search(names) or VIRTUAL.search(names)):
        return "hotspot"
    if address in SHARED or TUNNEL.search(names):
        return "tunnel"
    if VIRTUAL.search(names):
        return "virtual"
    return _plain_kind(names)


def _plain_kind(names: str) -> Kind:
    if HOTSPOT.search(names):
        return "hotspot"
    if WIFI.search(names):
        return "wifi"
    return "ethernet" if ETHERNET.search(names) else "other"


def title_of(adapter: Adapter, ip: IP, ports: Mapping[str, str]) -> str:
    """Return what a person calls the adapter: the system's own word for it where there is one."""
    if adapter.name in ports:
        return ports[adapter.name]
    return ip.nice_name or adapter.nice_name or adapter.name


def hardware_ports(text: str) -> dict[str, str]:
    """Read what ``networksetup -listallhardwareports`` prints on macOS: ``{"en0": "Wi-Fi"}``."""
    return {device: port for port, device in HARDWARE_PORT.findall(text)}
