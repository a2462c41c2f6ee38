"""Certificates of the HTTPS server, issued by this computer's own authorities."""

import atexit
import logging
import shutil
import ssl
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from cryptography import x509

from controller_app.core.addresses import parse as parse_address
from controller_app.errors import BadSetting
from controller_app.machine.private_files import locked, read_private, write_private
from controller_app.machine.tls import authority, authority_files
from controller_app.machine.tls import subject_names as subjects
from controller_app.machine.tls.authority import Pair
from controller_app.machine.tls.authority_files import MARGIN, Unfit
from controller_app.machine.tls.subject_names import Subject

BESIDE = "authorities"
"""The subfolder with a folder for each address that the first authority may not vouch for."""

MAX_BESIDE = 32
"""Addresses with an authority of their own; a laptop has one for each VPN, and some for a network of public ones."""

NEWS = (
    "The certificate authority that devices may have installed can't vouch for %s and stays as it is. "
    "That address has one of its own, '%s': devices need it only to come by that address, from its /trust."
)

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
    root: x509.Certificate | None = None
    """What ``authority`` holds."""
    left_out: tuple[str, ...] = ()
    """The wanted addresses and names that it does not stand for, since its authority may not vouch for them."""
    beside: Mapping[str, "Certificate"] = field(default_factory=dict)
    """By address: what is shown there instead, from an authority of its own."""


def ensure(folder: Path, addresses: Sequence[str], names: Sequence[str], now: datetime) -> Certificate:
    """Return a certificate for these addresses and names, made anew only if what the folder holds won't do.

    The authority is kept until it ends, since people may have installed it. What it may not vouch for is left out; an
    address of that kind, such as a VPN's, has a certificate from an authority of its own. Two starts at once end with
    the same. Where the folder can't be written, a temporary one stands in for this run, with a warning.

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
        flaw = _copy_authorities(folder, stand_in, now)
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


def _copy_authorities(folder: Path, stand_in: Path, now: datetime) -> str:
    """Let the authorities issue that people may have installed; return what is wrong, as a part of a sentence."""
    flaws = ""
    for one in (folder, *sorted((folder / BESIDE).glob("*"))):
        try:
            authority_files.write(stand_in / one.relative_to(folder), authority_files.kept(one, now))
        except FileNotFoundError:
            continue
        except Unfit as flaw:
            flaws += f" and the certificate authority in {'it' if one == folder else one} {flaw}"
    return flaws


def _ensure(folder: Path, addresses: Sequence[str], names: Sequence[str], now: datetime) -> Certificate:
    """Return the first authority's certificate, and those beside it."""
    title = f"Controller App on {_computer(names)} {now:%Y-%m-%d}"
    made = _issued(folder, title, subjects.subjects(addresses, names), now)
    beside: dict[str, Certificate] = {}
    for address in filter(parse_address, made.left_out):
        place = folder / BESIDE / address.replace(":", "-")  # Windows allows no colon
        if place.exists() or len(list(place.parent.glob("*"))) < MAX_BESIDE:
            beside[address] = _issued_beside(place, address, names, now)
    left_out = tuple(one for one in made.left_out if one not in beside)
    return replace(made, left_out=left_out, beside=beside)


def _issued_beside(place: Path, address: str, names: Sequence[str], now: datetime) -> Certificate:
    is_new = not place.exists()
    made = _issued(place, f"Controller App at {address}", subjects.subjects([address], names), now)
    if is_new and made.root:
        log.warning(NEWS, address, authority.title_of(made.root))
    return made


def _issued(folder: Path, title: str, wanted: frozenset[Subject], now: datetime) -> Certificate:
    """Return a certificate for what the authority in a folder may vouch for."""
    found = authority_files.kept_or_made(folder, title, wanted, now)
    issuer = found.issuer
    permitted = frozenset(one for one in wanted if subjects.permits(issuer.certificate, one))
    chain, key = folder / "server.crt", folder / "server.key"
    if not _serves(chain, key, issuer, permitted, now):
        leaf = authority.make_leaf(issuer, "Controller App", permitted, now)
        for file, data in zip((chain, key), _pem(leaf, issuer), strict=True):
            write_private(file, data)
    left_out = tuple(sorted(str(one.value) for one in wanted - permitted))
    root = folder / authority_files.ROOT
    return Certificate(chain, key, root, tls_context(chain, key), (), found.root, left_out)


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


def tls_context(chain: Path, key: Path) -> ssl.SSLContext:
    """Return what shows a certificate, with TLS 1.2 or newer.

    Raises:
        OSError: a file can't be read, or they can't be used.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(chain, key)
    return context
