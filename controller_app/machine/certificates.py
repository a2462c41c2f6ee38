"""The certificate that the HTTPS server shows: made here, or brought by the host."""

import atexit
import logging
import re
import shutil
import ssl
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from controller_app.errors import BadSetting
from controller_app.machine import authority, subjects
from controller_app.machine.authority import Authority, Pair
from controller_app.machine.files import read_private, write_private
from controller_app.machine.subjects import Subject

MARGIN = timedelta(days=30)
"""A certificate that ends sooner is made anew, so that none ends during a show."""

AUTHORITY = ("authority.crt", "issuer.crt", "issuer.key")
"""The files of the authority."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Certificate:
    """Where the server's certificate lies, all files in PEM."""

    chain: Path
    """The server's own certificate first, then those above it."""
    key: Path
    authority: Path | None
    """The authority to install on devices the host manages; None where the host brought the certificate."""
    names: tuple[str, ...] = ()
    """The names by which phones may reach this server with a certificate that the host brought."""


def ensure(folder: Path, addresses: Sequence[str], names: Sequence[str], now: datetime) -> Certificate:
    """Return a certificate for these addresses and names, made anew only if what the folder holds won't do.

    The authority is kept as long as it can be: people may have installed it. Where the folder can't be written,
    a temporary one stands in for this run, with a warning.

    Args:
        folder: made with mode 0700 if it isn't there; keys in it get mode 0600.
        addresses: IPv4 or IPv6, private or public.
        names: host names; one of a single label other than ``localhost`` is left out.
        now: aware.

    Raises:
        BadSetting: nothing can be written, not even a temporary folder.
    """
    try:
        return _ensure(folder, addresses, names, now)
    except OSError as error:
        log.warning(
            "%s can't be written (%s), so the certificate for HTTPS lasts until the server stops. "
            "Choose a folder that can be written with --instance.",
            folder,
            error.strerror,
        )
    try:
        return _ensure(_stand_in(folder), addresses, names, now)
    except OSError as error:
        raise BadSetting(
            "--instance",
            f"HTTPS needs a folder for its certificate, and neither '{folder}' nor a temporary one can be written "
            f"({error.strerror}). Choose another, or leave out HTTPS with --no-https.",
        ) from None


@lru_cache
def _stand_in(folder: Path) -> Path:
    """Return a temporary folder with the authority of this one, as far as it can be read: people may trust it."""
    stand_in = Path(tempfile.mkdtemp(prefix="controller-"))
    atexit.register(shutil.rmtree, stand_in, ignore_errors=True)
    for name in AUTHORITY:
        with suppress(OSError):
            write_private(stand_in / name, (folder / name).read_bytes())
    return stand_in


def _ensure(folder: Path, addresses: Sequence[str], names: Sequence[str], now: datetime) -> Certificate:
    wanted = subjects.subjects(addresses, names)
    issuer = _issuer(folder, _computer(names), wanted, now)
    chain, key = folder / "server.crt", folder / "server.key"
    leaf = _read(chain, key)
    if not (leaf and _fits(leaf, issuer, wanted, now)):
        leaf = authority.make_leaf(issuer, "Controller App", wanted, now)
        _write(chain, key, leaf, issuer.certificate)
    return Certificate(chain, key, folder / "authority.crt")


def _computer(names: Sequence[str]) -> str:
    """Return what people call this computer: the first label of its name."""
    labels = {name.partition(".")[0] for name in names if re.search("[a-z]", name, re.IGNORECASE)}
    return min(labels - {"localhost"}, default="this computer")[:30]


def _issuer(folder: Path, computer: str, wanted: frozenset[Subject], now: datetime) -> Pair:
    """Return what issues in the authority's name, kept or made anew with the authority."""
    file, certificate, key = folder / "authority.crt", folder / "issuer.crt", folder / "issuer.key"
    kept = _read_authority(file, certificate, key)
    if kept and kept.lasts(now, MARGIN) and subjects.permits(kept.issuer.certificate, wanted):
        return kept.issuer
    made = authority.make_authority(f"Controller App on {computer} {now:%Y-%m-%d}", wanted, now)
    _write(certificate, key, made.issuer)
    write_private(file, authority.certificate_pem(made.root))
    return made.issuer


def _read_authority(file: Path, certificate: Path, key: Path) -> Authority | None:
    issuer = _read(certificate, key)
    try:
        return Authority(x509.load_pem_x509_certificate(read_private(file)), issuer) if issuer else None
    except (OSError, ValueError):
        return None


def _read(certificate: Path, key: Path) -> Pair | None:
    """Return what the files hold, or None if they are missing, damaged or don't belong together."""
    try:
        return Pair.parse(read_private(certificate), read_private(key))
    except (OSError, ValueError, TypeError):
        return None


def _write(certificate: Path, key: Path, pair: Pair, *above: x509.Certificate) -> None:
    write_private(key, authority.key_pem(pair.key))
    write_private(certificate, b"".join(map(authority.certificate_pem, (pair.certificate, *above))))


def _fits(leaf: Pair, issuer: Pair, wanted: frozenset[Subject], now: datetime) -> bool:
    return (
        authority.issued_by(leaf.certificate, issuer.certificate)
        and leaf.lasts(now, MARGIN)
        and subjects.covers(leaf.certificate, wanted)
    )


def load(cert: str, key: str) -> Certificate:
    """Take the certificate the host brought, after looking whether it can work.

    Args:
        cert: path of the chain, the server's own certificate first (PEM).
        key: path of its private key (PEM, without a password).

    Raises:
        BadSetting: it can't work; the sentence names the option and the reason.
    """
    if not cert or not key:
        raise BadSetting("--key" if cert else "--cert", "--cert and --key belong together; give both or none")
    certificate = _load_certificate(cert)
    private = _load_key(key)
    if private.public_key() != certificate.public_key():
        raise BadSetting("--key", f"the key in '{key}' doesn't belong to the first certificate in '{cert}'")
    now = datetime.now(UTC)
    if certificate.not_valid_after_utc <= now:
        raise BadSetting("--cert", f"the certificate in '{cert}' ended on {certificate.not_valid_after_utc:%Y-%m-%d}")
    if certificate.not_valid_before_utc > now:
        raise BadSetting("--cert", f"the certificate in '{cert}' begins on {certificate.not_valid_before_utc:%Y-%m-%d}")
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(cert, key)
    except (OSError, ValueError) as error:  # such as an RSA key that is too short
        raise BadSetting("--cert", f"the certificate in '{cert}' can't be used ({error})") from None
    return Certificate(Path(cert), Path(key), None, _names(certificate))


def _names(certificate: x509.Certificate) -> tuple[str, ...]:
    try:
        found = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ()
    names = found.get_values_for_type(x509.DNSName)
    return tuple(name for name in names if name != "localhost" and not name.startswith("*"))


def _load_certificate(cert: str) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificates(_bytes_of("--cert", cert))[0]
    except ValueError:
        raise BadSetting("--cert", f"'{cert}' holds no certificate in PEM form") from None


def _load_key(key: str) -> PrivateKeyTypes:
    try:
        return load_pem_private_key(_bytes_of("--key", key), None)
    except TypeError:
        raise BadSetting("--key", f"the key in '{key}' is locked with a password; give one without") from None
    except ValueError:
        raise BadSetting("--key", f"'{key}' holds no private key in PEM form") from None


def _bytes_of(option: str, file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise BadSetting(option, f"'{file}' can't be read ({error.strerror})") from None
