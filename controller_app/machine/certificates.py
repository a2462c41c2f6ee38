"""The certificate that the HTTPS server shows: made here, or brought by the host."""

import atexit
import logging
import shutil
import ssl
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from controller_app.errors import BadSetting
from controller_app.machine import authority, authority_files, subjects
from controller_app.machine.authority import Pair
from controller_app.machine.authority_files import MARGIN, Unfit
from controller_app.machine.files import locked, read_private, write_private
from controller_app.machine.subjects import Subject

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Certificate:
    """The server's certificate, and where it lies, all files in PEM."""

    chain: Path
    """The server's own certificate first, then those above it."""
    key: Path
    authority: Path | None
    """The authority to install on devices the host manages; None where the host brought the certificate."""
    context: ssl.SSLContext = field(compare=False)
    """What shows it, TLS 1.2 or newer; another server that uses the folder may have changed the files since."""
    names: tuple[str, ...] = ()
    """The names by which phones may reach this server with a certificate that the host brought."""


def ensure(folder: Path, addresses: Sequence[str], names: Sequence[str], now: datetime) -> Certificate:
    """Return a certificate for these addresses and names, made anew only if what the folder holds won't do.

    The authority is kept as long as it will do: people may have installed it. Two starts at once end with the same.
    Where the folder can't be written, a temporary one stands in for this run, with a warning.

    Args:
        folder: made with mode 0700 if it isn't there; keys in it get mode 0600.
        addresses: IPv4 or IPv6, private or public.
        names: host names; one of a single label other than ``localhost`` is left out.
        now: aware.

    Raises:
        BadSetting: nothing can be written, not even a temporary folder.
    """
    try:
        with locked(folder):
            return _ensure(folder, addresses, names, now)
    except OSError as error:
        reason = error.strerror
    try:
        stand_in = _stand_in(folder)
        flaw = _copy_authority(folder, stand_in, subjects.subjects(addresses, names), now)
        log.warning(
            "%s can't be written (%s)%s, so the certificate for HTTPS lasts until the server stops. "
            "Choose a folder that can be written with --instance.",
            folder,
            reason,
            flaw,
        )
        return _ensure(stand_in, addresses, names, now)
    except OSError as error:
        raise BadSetting(
            "--instance",
            f"HTTPS needs a folder for its certificate, and neither '{folder}' nor a temporary one can be written "
            f"({error.strerror}). Choose another, or leave out HTTPS with --no-https.",
        ) from None


@lru_cache
def _stand_in(folder: Path) -> Path:
    """Return a temporary folder that takes the place of this one for the run."""
    stand_in = Path(tempfile.mkdtemp(prefix=f"controller-{folder.name}-"))
    atexit.register(shutil.rmtree, stand_in, ignore_errors=True)
    return stand_in


def _copy_authority(folder: Path, stand_in: Path, wanted: frozenset[Subject], now: datetime) -> str:
    """Let the authority issue that people may have installed; else return why not, as a part of a sentence."""
    try:
        authority_files.write(stand_in, authority_files.kept(folder, wanted, now))
    except FileNotFoundError:
        return ""
    except Unfit as flaw:
        return f" and the certificate authority in it {flaw}"
    return ""


def _ensure(folder: Path, addresses: Sequence[str], names: Sequence[str], now: datetime) -> Certificate:
    wanted = subjects.subjects(addresses, names)
    issuer = authority_files.kept_or_made(folder, _computer(names), wanted, now).issuer
    chain, key = folder / "server.crt", folder / "server.key"
    if not _serves(chain, key, issuer, wanted, now):
        leaf = authority.make_leaf(issuer, "Controller App", wanted, now)
        for file, data in zip((chain, key), _pem(leaf, issuer), strict=True):
            write_private(file, data)
    return Certificate(chain, key, folder / authority_files.ROOT, _context(chain, key))


def _computer(names: Sequence[str]) -> str:
    """Return what people call this computer: the first label of its name."""
    labels = {name.partition(".")[0] for name in names if any(letter.isalpha() for letter in name)}
    return min(labels - {"localhost"}, default="this computer")[:30]


def _serves(chain: Path, key: Path, issuer: Pair, wanted: frozenset[Subject], now: datetime) -> bool:
    """Whether the files are whole, and will do for some time to come."""
    try:
        kept = read_private(chain), read_private(key)
        leaf = Pair.parse(*kept)
    except (OSError, ValueError):
        return False
    return (
        kept == _pem(leaf, issuer)
        and authority.issued_by(leaf.certificate, issuer.certificate)
        and leaf.lasts(now, MARGIN)
        and subjects.covers(leaf.certificate, wanted)
    )


def _pem(leaf: Pair, issuer: Pair) -> tuple[bytes, bytes]:
    """Return what the files hold: the chain, and the key."""
    chain = map(authority.certificate_pem, (leaf.certificate, issuer.certificate))
    return b"".join(chain), authority.key_pem(leaf.key)


def _context(chain: Path, key: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(chain, key)
    return context


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
        context = _context(Path(cert), Path(key))
    except (OSError, ValueError) as error:  # such as an RSA key that is too short
        raise BadSetting("--cert", f"the certificate in '{cert}' can't be used ({error})") from None
    return Certificate(Path(cert), Path(key), None, context, _names(certificate))


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
