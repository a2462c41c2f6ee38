"""A certificate authority for this computer alone, and the certificates it issues.

    root (installed by people; its key is thrown away) → issuer (its key is kept) → leaf (what the server shows)

Some people install it on devices they manage. So it is made to be worth nothing to a thief: name constraints
hold it to private addresses and LAN names, and it can issue no further authority. Not every system looks at
the constraints of a root, since RFC 5280 (6.1) asks that only of what stands below; hence the issuer.
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


@dataclass(frozen=True)
class Authority:
    """What people install, and what issues in its name."""

    root: x509.Certificate
    issuer: Pair

    def lasts(self, now: datetime, margin: timedelta) -> bool:
        """Whether it can issue now and for some time to come."""
        return issued_by(self.issuer.certificate, self.root) and self.issuer.lasts(now, margin)


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


def make_authority(title: str, wanted: Iterable[Subject], now: datetime) -> Authority:
    """Make an authority that may issue for LANs in general, and for what is wanted beyond them.

    Args:
        title: the name by which people find it among a device's certificates.
        wanted: a public address of this computer is permitted as itself alone.
        now: aware, for the years it lasts.
    """
    permitted: list[Subject] = [
        *(x509.IPAddress(network) for network in LAN_NETWORKS),
        *(x509.DNSName(name) for name in LAN_NAMES),
    ]
    permitted += sorted((_alone(one) for one in wanted if not _permits(permitted, one)), key=str)
    root_key, issuer_key = _new_key(), _new_key()
    root = _authority_builder(title, root_key, now, permitted, depth=1).issuer_name(_name(title))
    issuer = _authority_builder("Controller App issuer", issuer_key, now, permitted, depth=0)
    return Authority(
        root.sign(root_key, hashes.SHA256()),
        Pair(_below(issuer, _name(title), root_key).sign(root_key, hashes.SHA256()), issuer_key),
    )


def issued_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    """Whether the issuer's key signed the certificate."""
    try:
        certificate.verify_directly_issued_by(issuer)
    except Exception:  # cryptography raises several kinds, and all of them mean no
        return False
    return True


def permits(authority: x509.Certificate, wanted: Iterable[Subject]) -> bool:
    """Whether the authority may issue for all of these."""
    try:
        constraints = authority.extensions.get_extension_for_class(x509.NameConstraints).value
    except x509.ExtensionNotFound:
        return False  # not one of ours
    permitted = constraints.permitted_subtrees or []
    return all(_permits(permitted, one) for one in wanted)


def make_leaf(issuer: Pair, title: str, wanted: Iterable[Subject], now: datetime) -> Pair:
    """Make the certificate that the server shows, for these addresses and names."""
    key = _new_key()
    life = min(LEAF_LIFE, issuer.certificate.not_valid_after_utc - (now - SKEW))
    builder = (
        _below(_builder(title, key, now, life), issuer.certificate.subject, issuer.key)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(digital_signature=True), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(sorted(wanted, key=str)), critical=False)
    )
    return Pair(builder.sign(issuer.key, hashes.SHA256()), key)


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


def _new_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def _authority_builder(
    title: str, key: ec.EllipticCurvePrivateKey, now: datetime, permitted: Sequence[Subject], depth: int
) -> x509.CertificateBuilder:
    return (
        _builder(title, key, now, AUTHORITY_LIFE)
        .add_extension(x509.BasicConstraints(ca=True, path_length=depth), critical=True)
        .add_extension(_usage(key_cert_sign=True), critical=True)
        .add_extension(x509.NameConstraints(permitted, None), critical=True)
    )


def _below(
    builder: x509.CertificateBuilder, issuer: x509.Name, key: ec.EllipticCurvePrivateKey
) -> x509.CertificateBuilder:
    above = x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())
    return builder.issuer_name(issuer).add_extension(above, critical=False)


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
