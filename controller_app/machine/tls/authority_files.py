"""Files of the certificate authority, kept while valid: devices may have it installed."""

import logging
import os
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from controller_app.machine.private_files import read_private, set_aside, write_private
from controller_app.machine.tls import authority
from controller_app.machine.tls.authority import Authority, Pair
from controller_app.machine.tls.subject_names import Subject

ROOT, ISSUER, ISSUER_KEY = "authority.crt", "issuer.crt", "issuer.key"
FILES = (ROOT, ISSUER, ISSUER_KEY)

MARGIN = timedelta(days=30)
"""A certificate that ends sooner is made anew, so that none ends during a show."""

NEWS = (
    "The certificate authority in %s %s, so there is a new one: "
    "devices that had installed the old one need the new one from /trust; %s."
)

log = logging.getLogger(__name__)


class Unfit(Exception):
    """The authority in the folder won't do. The text is the end of a sentence about it."""

    ending = "replaced"
    """What is added to the names of its files, before the day."""


class Damaged(Unfit):
    """Files of the authority are missing, can't be read, or don't belong together."""

    ending = "damaged"


class Excessive(Unfit):
    """An earlier version made it, with fewer limits."""


def kept(folder: Path, now: datetime) -> Authority:
    """Return the authority in the folder, whatever it may vouch for.

    Args:
        folder: where its files lie.
        now: aware.

    Raises:
        FileNotFoundError: there is none.
        Unfit: there is one that won't do.
    """
    found = _read(folder)
    issuer = found.issuer.certificate
    if not found.is_confined():
        raise Excessive("lasts longer and can vouch for more than it should")
    if not found.issuer.lasts(now, MARGIN):
        raise Unfit(f"is valid from {issuer.not_valid_before_utc:%Y-%m-%d} to {issuer.not_valid_after_utc:%Y-%m-%d}")
    return found


def kept_or_made(folder: Path, title: str, wanted: Iterable[Subject], now: datetime) -> Authority:
    """Return the authority in the folder, or a new one in its place, with a warning to those who installed the old.

    Args:
        folder: where its files lie.
        title: the start of a new one's name.
        wanted: what a new one may vouch for.
        now: aware.

    Raises:
        OSError: a new one is needed, and the folder can't be written.
    """
    try:
        return kept(folder, now)
    except FileNotFoundError:
        pass
    except Unfit as flaw:
        remains = _retire(folder, flaw, now)
        log.warning(NEWS, folder, flaw, remains)
    made = authority.make_authority(title, wanted, now)
    write(folder, made)
    return made


def write(folder: Path, made: Authority) -> None:
    """Write the authority's files into the folder.

    Raises:
        OSError: the folder can't be written.
    """
    write_private(folder / ISSUER_KEY, authority.key_pem(made.issuer.key))
    write_private(folder / ISSUER, authority.certificate_pem(made.issuer.certificate))
    write_private(folder / ROOT, authority.certificate_pem(made.root))


def _read(folder: Path) -> Authority:
    if not any(os.path.lexists(folder / name) for name in FILES):
        raise FileNotFoundError(folder)
    root, issuer, key = (_bytes(folder / name) for name in FILES)
    try:
        certificate = authority.parse_certificate(root)
    except ValueError:
        raise Damaged(f"is damaged ({ROOT} holds no certificate)") from None
    try:
        pair = Pair.parse(issuer, key)
    except ValueError:
        raise Damaged(f"is damaged ({ISSUER} and {ISSUER_KEY} are no certificate with its key)") from None
    if not all(authority.issued_by(one, certificate) for one in (certificate, pair.certificate)):
        raise Damaged(f"is damaged ({ISSUER} and {ROOT} don't belong together)")
    return Authority(certificate, pair)


def _bytes(file: Path) -> bytes:
    try:
        return read_private(file)
    except OSError as error:
        raise Damaged(f"is damaged ({file.name}: {error.strerror})") from None


def _retire(folder: Path, flaw: Unfit, now: datetime) -> str:
    """Set the authority aside; return what is kept of it, as a part of a sentence.

    It may be mended, or be valid again once the clock is right. Only keys with fewer limits than today's are deleted.
    """
    excessive = isinstance(flaw, Excessive)
    if excessive:
        (folder / ISSUER_KEY).unlink(missing_ok=True)
    ending = set_aside([folder / name for name in FILES], flaw.ending, now)
    return f"the old files are kept, ending in {ending}{', without the key' if excessive else ''}"
