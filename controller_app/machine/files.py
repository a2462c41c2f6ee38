"""Files that only their owner may read: keys and what belongs to them."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_private(path: Path, data: bytes) -> None:
    """Write a file that only its owner may read, in whole or not at all; its folder is made if need be.

    Raises:
        OSError: the folder can't be written.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mkstemp makes it 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def read_private(path: Path) -> bytes:
    """Read such a file, and close it to others where a copy or a backup has opened it.

    Raises:
        OSError: there is no such file, or it can't be read.
    """
    data = path.read_bytes()
    if os.name == "posix" and path.stat().st_mode & 0o077 and os.access(path.parent, os.W_OK):
        with suppress(OSError):  # somebody else's, or on a disk without such rights: it is readable all the same
            path.chmod(0o600)
    return data
