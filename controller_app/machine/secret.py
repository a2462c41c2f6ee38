"""The secret key that signs passes. It outlives a restart, so that phones keep their seats."""

import logging
import secrets
from pathlib import Path

from controller_app.errors import BadSetting
from controller_app.machine.files import read_private, write_private

FILE = "secret.key"
BYTES = 32

log = logging.getLogger(__name__)


def read(folder: Path) -> bytes:
    """Return the secret key that a server keeps in the folder.

    Raises:
        BadSetting: there is none, or it is not ours to read.
    """
    try:
        key = read_private(folder / FILE)
    except OSError as error:
        raise BadSetting("--instance", f"{folder / FILE} can't be read: {error.strerror}.") from None
    if len(key) != BYTES:
        raise BadSetting("--instance", f"{folder / FILE} is no secret key of a server.")
    return key


def load(folder: Path) -> bytes:
    """Return the secret key kept in the folder; the first start makes it.

    Where it can't be kept, it lasts for this run, and a warning says what that means.
    """
    file = folder / FILE
    try:
        key = read_private(file)
        if len(key) == BYTES:
            return key
    except OSError:
        pass  # not made yet, or not ours to read: the next lines tell
    key = secrets.token_bytes(BYTES)
    try:
        write_private(file, key)
    except OSError as error:
        log.warning(
            "%s can't be written (%s), so phones lose their seats when the server restarts. "
            "Choose a folder that can be written with --instance.",
            file,
            error.strerror,
        )
    return key
