"""Private files, readable by their owner only: keys and what belongs to them."""

import errno
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from filelock import FileLock

LOCK = "lock"
LOCK_TIMEOUT_S = 10.0
"""A start holds the lock for some milliseconds. A process that was stopped meanwhile must not stop all others."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, so that of two servers that start at once the second reads what the first has made.

    Where there is no lock to be had, as on a read-only disk, it goes on without.
    """
    with ExitStack() as stack:
        with suppress(OSError, NotImplementedError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            stack.enter_context(FileLock(folder / LOCK, timeout=LOCK_TIMEOUT_S, mode=0o600))
        yield


def write_private(path: Path, data: bytes) -> None:
    """Write a file that only its owner may read, in whole or not at all; its folder is made if need be.

    Raises:
        OSError: the folder can't be written.
    """
    with _draft(path, data) as draft:
        os.replace(draft, path)


def create_private(path: Path, data: bytes) -> bool:
    """Write such a file if there is none yet; False if there is one.

    Raises:
        OSError: the folder can't be written.
    """
    with _draft(path, data) as draft:
        try:
            os.link(draft, path)
        except FileExistsError:
            return False
        except OSError:  # a file system without hard links, such as FAT
            return _create_in_place(path, data)
    return True


def read_private(path: Path) -> bytes:
    """Read such a file, and close it to others where a copy or a backup has opened it.

    Raises:
        OSError: there is no such file, or it can't be read.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "Not a file", str(path))  # a named pipe would never end
    data = path.read_bytes()
    if os.name == "posix" and path.stat().st_mode & 0o077 and os.access(path.parent, os.W_OK):
        with suppress(OSError):  # somebody else's, or on a disk without such rights: it is readable all the same
            path.chmod(0o600)
    return data


def set_aside(paths: Sequence[Path], why: str, now: datetime) -> str:
    """Rename what is there of these, such as to ``secret.key.damaged-2026-11-28``; return the ending.

    Nothing is overwritten: a second one of a day ends in ``-2``.

    Raises:
        OSError: the folder can't be written.
    """
    endings = (f".{why}-{now:%Y-%m-%d}{f'-{number}' if number > 1 else ''}" for number in count(1))
    ending = next(ending for ending in endings if not any(os.path.lexists(f"{path}{ending}") for path in paths))
    for path in filter(os.path.lexists, paths):
        os.rename(path, f"{path}{ending}")
    return ending


@contextmanager
def _draft(path: Path, data: bytes) -> Iterator[str]:
    """Write the data into a new file beside the path, which is gone afterwards unless it was renamed."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mkstemp makes it 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield name
    finally:
        Path(name).unlink(missing_ok=True)


def _create_in_place(path: Path, data: bytes) -> bool:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    except FileExistsError:
        return False
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    return True
