"""A certificate authority for this computer alone, and the certificates it issues.

Some people install it on devices they manage. So it is made to be worth nothing to a thief: name constraints
hold it to private addresses and LAN names, and it can issue no further authority.
Sources: RFC 5280, section 4.2.1.10; Apple HT210176 (what iOS asks of a certificate).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

Network = IPv4Network | IPv6Network
Subject = x509.DNSName | x509.IPAddress

AUTHORITY_LIFE = timedelta(days=3650)
LEAF_LIFE = timedelta(days=397)
"""The longest that browsers take without a thought; iOS refuses more than 825 days."""

SKEW = timedelta(days=1)
"""A phone's clock may be this much behind ours."""

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

DOTTED_NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)+")
"""At least two labels, of ASCII."""


@dataclass(frozen=True)
class Pair:
    """A certificate with its private key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @classmethod
    def parse(cls, certificate: bytes, key: bytes) -> "Pair":
        """Read a pair from PEM.

        Raises:
            ValueError: one of them is damaged, or they don't belong together.
        """
        read = x509.load_pem_x509_certificate(certificate)
        private = load_pem_private_key(key, None)
        if not isinstance(private, ec.EllipticCurvePrivateKey) or private.public_key() != read.public_key():
            raise ValueError("the key is not the certificate's")
        return cls(read, private)

    def lasts(self, now: datetime, margin: timedelta) -> bool:
        """Whether the certificate is valid now and for some time to come."""
        return self.certificate.not_valid_before_utc <= now < self.certificate.not_valid_after_utc - margin


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


def make_authority(title: str, wanted: Iterable[Subject], now: datetime) -> Pair:
    """Make an authority that may issue for LANs in general, and for what is wanted beyond them.

    Args:
        title: the name by which people find it among a device's certificates.
        wanted: a public address of this computer is permitted as itself alone.
        now: aware, for the years it lasts.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    permitted: list[Subject] = [
        *(x509.IPAddress(network) for network in LAN_NETWORKS),
        *(x509.DNSName(name) for name in LAN_NAMES),
    ]
    permitted += sorted((_alone(one) for one in wanted if not _permits(permitted, one)), key=str)
    builder = (
        _builder(title, key, now, AUTHORITY_LIFE)
        .issuer_name(_name(title))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(key_cert_sign=True), critical=True)
        .add_extension(x509.NameConstraints(permitted, None), critical=True)
    )
    return Pair(builder.sign(key, hashes.SHA256()), key)


def permits(authority: x509.Certificate, wanted: Iterable[Subject]) -> bool:
    """Whether the authority may issue for all of these."""
    try:
        constraints = authority.extensions.get_extension_for_class(x509.NameConstraints).value
    except x509.ExtensionNotFound:
        return False  # not one of ours
    permitted = constraints.permitted_subtrees or []
    return all(_permits(permitted, one) for one in wanted)


def make_leaf(authority: Pair, title: str, wanted: Iterable[Subject], now: datetime) -> Pair:
    """Make the certificate that the server shows, for these addresses and names."""
    key = ec.generate_private_key(ec.SECP256R1())
    issuer = authority.certificate
    life = min(LEAF_LIFE, issuer.not_valid_after_utc - (now - SKEW))
    builder = (
        _builder(title, key, now, life)
        .issuer_name(issuer.subject)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(digital_signature=True), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(sorted(wanted, key=str)), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key()), critical=False)
    )
    return Pair(builder.sign(authority.key, hashes.SHA256()), key)


def covers(leaf: x509.Certificate, wanted: frozenset[Subject]) -> bool:
    """Whether the certificate stands for all of these."""
    try:
        names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return False
    return wanted <= set(names)


def certificate_pem(certificate: x509.Certificate) -> bytes:
    """Return the certificate as PEM."""
    return certificate.public_bytes(Encoding.PEM)


def key_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    """Return the key as PEM, unlocked: only the file's mode guards it."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _builder(title: str, key: ec.EllipticCurvePrivateKey, now: datetime, life: timedelta) -> x509.CertificateBuilder:
    start = now - SKEW
    return (
        x509.CertificateBuilder()
        .subject_name(_name(title))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + life)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _name(title: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, title[:64])])


def _usage(digital_signature: bool = False, key_cert_sign: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=digital_signature,
        key_cert_sign=key_cert_sign,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


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
