"""Secret key that signs passes; kept on disk, so that seats outlive a restart."""

import logging
import os
import secrets
from datetime import UTC, datetime
from pathlib import Path

from controller_app.errors import BadSetting
from controller_app.machine.private_files import create_private, locked, read_private, set_aside

FILE = "secret.key"
KEY_BYTES = 32

log = logging.getLogger(__name__)


def read(folder: Path) -> bytes:
    """Return the secret key that a server keeps in the folder.

    Raises:
        BadSetting: there is none, or it is not ours to read.
    """
    try:
        return _read(folder / FILE)
    except OSError as error:
        raise BadSetting("--instance", f"{folder / FILE} can't be read: {error.strerror}.") from None
    except ValueError as error:
        raise BadSetting("--instance", f"{folder / FILE} is no secret key of a server: {error}.") from None


def load(folder: Path) -> bytes:
    """Return the secret key kept in the folder; the first start makes it, and two at once end with the same.

    One that can't be used is kept beside the new one. Where none can be kept, it lasts for this run. In both cases
    a warning says what that means.
    """
    with locked(folder):
        try:
            return _read(folder / FILE)
        except (OSError, ValueError) as error:
            flaw = getattr(error, "strerror", None) or str(error)
        return _make(folder, flaw if os.path.lexists(folder / FILE) else "")


def _read(file: Path) -> bytes:
    key = read_private(file)
    if len(key) != KEY_BYTES:
        raise ValueError(f"it has {len(key)} bytes instead of {KEY_BYTES}")
    return key


def _make(folder: Path, flaw: str) -> bytes:
    """Make the key and keep it; ``flaw`` says why the one that is there can't be used, "" if there is none."""
    file, key = folder / FILE, secrets.token_bytes(KEY_BYTES)
    try:
        ending = set_aside([file], "damaged", datetime.now(UTC)) if flaw else ""
        if not create_private(file, key):
            return read(folder)  # another start was faster, where there is no lock
    except OSError as error:
        log.warning(
            "%s%s can't be written (%s), so phones lose their seats when the server restarts. "
            "Choose a folder that can be written with --instance.",
            file,
            f" can't be used ({flaw}) and" if flaw else "",
            error.strerror,
        )
        return key
    if flaw:
        log.warning(
            "%s can't be used (%s), so there is a new one, and phones and displays from before come back as newcomers; "
            "the old one is kept as %s.",
            file,
            flaw,
            f"{FILE}{ending}",
        )
    return key
