"""Subject names of certificates: which addresses and names an authority may certify."""

import re
from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from cryptography import x509

Network = IPv4Network | IPv6Network
Subject = x509.DNSName | x509.IPAddress

LAN_NETWORKS: tuple[Network, ...] = tuple(
    ip_network(block)
    for block in (
        *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "127.0.0.0/8"),
        *("fc00::/7", "fe80::/10", "::1/128"),
    )
)
"""Addresses that are never a stranger's. Not 100.64.0.0/10: in a VPN such as Tailscale others answer there."""

LAN_NAMES = ("local", "localhost")
"""Each with everything below it."""

NOBODYS = (x509.RFC822Name("invalid"), x509.UniformResourceIdentifier("invalid"))
"""E-mail addresses and URIs of a host that never exists (RFC 6761, section 6.4)."""

DOTTED_NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)+")
"""At least two labels, of ASCII."""


def subjects(addresses: Iterable[str], names: Iterable[str]) -> frozenset[Subject]:
    """Return what a certificate can stand for.

    A name of one label other than ``localhost`` is left out: as a constraint, "museum" would be the whole of .museum.
    So is what DNS has no letters for.
    """
    found: set[Subject] = set()
    for text in (*addresses, *names):
        try:
            found.add(x509.IPAddress(ip_address(text)))
        except ValueError:
            if text.lower() == "localhost" or DOTTED_NAME.fullmatch(text.lower()):
                found.add(x509.DNSName(text.lower()))
    return frozenset(found)


def constraints_for(wanted: Iterable[Subject], owner: x509.Name) -> x509.NameConstraints:
    """Permit LANs in general, of what is wanted beyond them each one alone, and no e-mail address or URI.

    Directory names, which include subjects, have to begin with the owner's.

    Nothing is excluded; other kinds of names are limited by what is permitted instead (RFC 5280, section 8). No form
    of an excluded e-mail address means all of them to OpenSSL, an empty one makes Apple's verifier read past its end,
    and Firefox accepts no certificate at all below an excluded directory name (mozilla::pkix, pkixnames.cpp).
    Programs in Go, and those with rustls or Python's cryptography as verifier, support no constraint on directory
    names and refuse these certificates; browsers, OpenSSL, NSS, GnuTLS and Java accept them.
    """
    permitted: list[Subject] = [
        *(x509.IPAddress(network) for network in LAN_NETWORKS),
        *(x509.DNSName(name) for name in LAN_NAMES),
    ]
    permitted += sorted((_alone(one) for one in wanted if not _permits(permitted, one)), key=str)
    return x509.NameConstraints([*permitted, *NOBODYS, x509.DirectoryName(owner)], None)


def confines(authority: x509.Certificate) -> bool:
    """Whether the authority's constraints forbid e-mail addresses, URIs and other people's directory names."""
    permitted = _permitted(authority)
    return all(one in permitted for one in NOBODYS) and any(isinstance(one, x509.DirectoryName) for one in permitted)


def permits(authority: x509.Certificate, subject: Subject) -> bool:
    """Whether the authority may issue for this."""
    return _permits(_permitted(authority), subject)


def covers(leaf: x509.Certificate, wanted: frozenset[Subject]) -> bool:
    """Whether the certificate stands for all of these."""
    try:
        names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return False
    return wanted <= set(names)


def _permitted(authority: x509.Certificate) -> Sequence[x509.GeneralName]:
    try:
        return authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    except x509.ExtensionNotFound:
        return []  # not one of ours


def _alone(subject: Subject) -> Subject:
    """Return the constraint that permits this subject and no other address."""
    if isinstance(subject, x509.IPAddress):
        return x509.IPAddress(ip_network(str(subject.value)))
    return subject


def _permits(permitted: Sequence[x509.GeneralName], subject: Subject) -> bool:
    if isinstance(subject, x509.DNSName):
        return any(isinstance(one, x509.DNSName) and f".{subject.value}".endswith(f".{one.value}") for one in permitted)
    address = subject.value
    assert isinstance(address, (IPv4Address, IPv6Address))
    return any(isinstance(one, x509.IPAddress) and _holds(one.value, address) for one in permitted)


def _holds(network: object, address: IPv4Address | IPv6Address) -> bool:
    return isinstance(network, (IPv4Network, IPv6Network)) and address in network
