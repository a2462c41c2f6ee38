"""Certificate authority for this computer alone, and the certificates it issues.

    root (installed by people; its key is thrown away) → issuer (its key is kept) → leaf (what the server shows)

Some people install it on devices they manage, so each limit stands on root and issuer, since RFC 5280 (6.1) asks
nothing of a root: two years, EKU serverAuth, path length, and name constraints (see ``subject_names``).

A thief of ``issuer.key`` can still pose as a website on those devices, until the authority ends or is removed: on any
private address, for any name under ``.local``, and for what else the authority permits. No other website passes, no
e-mail, client or code signing, and no further authority: tests/unit/test_thief.py tries. Names of kinds that RFC 5280
leaves open (otherName, registeredID) are held by the EKU alone.
Sources: RFC 5280, sections 4.2.1.10 and 4.2.1.12; Apple HT210176 (what iOS asks of a certificate).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

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

from controller_app.machine.tls import subject_names as subjects
from controller_app.machine.tls.subject_names import Subject

AUTHORITY_LIFE = timedelta(days=730)
"""As long as a stolen key is worth something; devices need a new authority after that."""

LEAF_LIFE = timedelta(days=397)
"""The longest that browsers take without a thought; iOS refuses more than 825 days."""

SKEW = timedelta(days=1)
"""A phone's clock may be this much behind ours."""

MAX_TITLE = 64
"""Letters of a name (RFC 5280, appendix A.1, ub-common-name)."""

MARK_LETTERS = 4
"""Hexadecimal digits that tell an authority from others of the same computer and day."""

WEBSITES = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
"""Not critical, as browsers' rules for authorities ask: on an authority, it limits the certificates below as well."""


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
        read = parse_certificate(certificate)
        try:
            private = load_pem_private_key(key, None)
            belongs = private.public_key() == read.public_key()
        except Exception as error:  # damage reads as keys of any kind, so that cryptography raises any kind of error
            raise ValueError("there is no key") from error
        if not isinstance(private, ec.EllipticCurvePrivateKey) or not belongs:
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

    def is_confined(self) -> bool:
        """Whether it has all limits of today; one that an earlier version made lasts longer and may do more."""
        return all(_is_confined(one) for one in (self.root, self.issuer.certificate))


def _is_confined(certificate: x509.Certificate) -> bool:
    life = certificate.not_valid_after_utc - certificate.not_valid_before_utc
    found = {extension.value for extension in certificate.extensions}
    return life <= AUTHORITY_LIFE and WEBSITES in found and subjects.confines(certificate)


def make_authority(title: str, wanted: Iterable[Subject], now: datetime) -> Authority:
    """Make an authority that may issue for LANs in general, and for what is wanted beyond them.

    Args:
        title: the name by which people find it among a device's certificates, without what tells two of them apart:
            it ends with the first digits of the key's identifier.
        wanted: a public address of this computer is permitted as itself alone.
        now: aware, for the years it lasts.
    """
    root_key, issuer_key = _new_key(), _new_key()
    mark = x509.SubjectKeyIdentifier.from_public_key(root_key.public_key()).digest.hex()[:MARK_LETTERS].upper()
    title = f"{title[: MAX_TITLE - MARK_LETTERS - 1]} {mark}"
    organization: x509.NameAttribute[str | bytes] = x509.NameAttribute(NameOID.ORGANIZATION_NAME, title)
    constraints = subjects.constraints_for(wanted, x509.Name([organization]))
    name = _name(title)
    root = _authority_builder(name, root_key, now, constraints, depth=1).issuer_name(name)
    issuer = _authority_builder(_name("Controller App issuer", organization), issuer_key, now, constraints, depth=0)
    return Authority(
        root.sign(root_key, hashes.SHA256()),
        Pair(_below(issuer, name, root_key).sign(root_key, hashes.SHA256()), issuer_key),
    )


def title_of(root: x509.Certificate) -> str:
    """Return the name by which people find an authority among a device's certificates."""
    return str(root.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)


def issued_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    """Whether the issuer's key signed the certificate."""
    try:
        certificate.verify_directly_issued_by(issuer)
    except Exception:  # cryptography raises several kinds, and all of them mean no
        return False
    return True


def make_leaf(issuer: Pair, title: str, wanted: Iterable[Subject], now: datetime) -> Pair:
    """Make the certificate that the server shows, for these addresses and names."""
    key = _new_key()
    life = min(LEAF_LIFE, issuer.certificate.not_valid_after_utc - (now - SKEW))
    above = issuer.certificate.subject
    name = _name(title, *above.get_attributes_for_oid(NameOID.ORGANIZATION_NAME))
    builder = (
        _below(_builder(name, key, now, life), above, issuer.key)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(digital_signature=True), critical=True)
        .add_extension(WEBSITES, critical=False)
        .add_extension(x509.SubjectAlternativeName(sorted(wanted, key=str)), critical=False)
    )
    return Pair(builder.sign(issuer.key, hashes.SHA256()), key)


def parse_certificate(pem: bytes) -> x509.Certificate:
    """Read a certificate, the first one, from PEM.

    Raises:
        ValueError: there is none, or it is damaged.
    """
    try:
        return x509.load_pem_x509_certificate(pem)
    except Exception as error:  # as above
        raise ValueError("there is no certificate") from error


def certificate_pem(certificate: x509.Certificate) -> bytes:
    """Return the certificate as PEM."""
    return certificate.public_bytes(Encoding.PEM)


def key_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    """Return the key as PEM, unlocked: only the file's mode guards it."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _new_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def _authority_builder(
    name: x509.Name, key: ec.EllipticCurvePrivateKey, now: datetime, constraints: x509.NameConstraints, depth: int
) -> x509.CertificateBuilder:
    return (
        _builder(name, key, now, AUTHORITY_LIFE)
        .add_extension(x509.BasicConstraints(ca=True, path_length=depth), critical=True)
        .add_extension(_usage(key_cert_sign=True), critical=True)
        .add_extension(WEBSITES, critical=False)
        .add_extension(constraints, critical=True)
    )


def _below(
    builder: x509.CertificateBuilder, issuer: x509.Name, key: ec.EllipticCurvePrivateKey
) -> x509.CertificateBuilder:
    above = x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())
    return builder.issuer_name(issuer).add_extension(above, critical=False)


def _builder(
    name: x509.Name, key: ec.EllipticCurvePrivateKey, now: datetime, life: timedelta
) -> x509.CertificateBuilder:
    start = now - SKEW
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + life)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _name(title: str, *above: x509.NameAttribute[str | bytes]) -> x509.Name:
    return x509.Name([*above, x509.NameAttribute(NameOID.COMMON_NAME, title[:MAX_TITLE])])


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
