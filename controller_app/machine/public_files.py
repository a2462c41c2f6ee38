"""Static file allow-list: which files below a folder browsers may fetch."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

MAX_ENTRIES = 2_000
"""Files and folders below one public folder; a walk goes no further."""

MAX_BYTES = 256 * 2**20
"""Bytes of all files below one public folder: they are hashed, and texts and small ones are kept in memory."""

RESERVED = re.compile(r'[<>:"/\\|?*~]|[. ]\Z')
"""What no public name holds. Windows reads ``a.js::$DATA``, ``a.js.`` and ``VISUAL~1.JS`` as other names of a file."""

DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE | re.DOTALL)
"""Windows' device names, in every folder and with any ending. Source: Microsoft, 'Naming Files, Paths, Namespaces'."""

GONE = (FileNotFoundError, NotADirectoryError, PermissionError)
"""The file was removed since it was listed, or is not ours to read."""


class PublicFile(NamedTuple):
    """One file that browsers may fetch, as a walk found it."""

    name: str
    """Its path below the folder, with slashes."""
    path: str
    size: int
    modified: int
    """Nanoseconds since 1970."""


@dataclass(frozen=True)
class PublicFolder:
    """A folder that browsers may read: regular files only, none hidden, none that resolves outside.

    The folder itself may be a symbolic link, which its owner has put there; what counts is where it leads.
    """

    path: Path
    without: str = ""
    """A subfolder that is not public, in small letters."""

    def find(self, name: str) -> Path | None:
        """Return the resolved path of a file, or None where there is none or it is not public.

        Args:
            name: path below the folder, with slashes, without ``..``.
        """
        if not self._allows(name.split("/")):
            return None
        with suppress(OSError, ValueError):  # no such file, a loop of links, a name that no file can have; outside
            root = Path(os.path.realpath(self.path, strict=True))
            path = Path(os.path.realpath(root / name, strict=True))
            if _is_servable(path.stat()) and self._allows(path.relative_to(root).parts):
                return path
        return None

    def files(self) -> Iterator[PublicFile]:
        """Return the public files below the folder, up to ``MAX_ENTRIES`` and ``MAX_BYTES``.

        Symbolic links to folders are not followed, and what vanishes meanwhile is left out.

        Raises:
            OSError: the folder can't be read now, such as when the process has too many files open.
        """
        total = 0
        for name, entry in islice(self._entries(), MAX_ENTRIES):
            file = self._file(name, entry)
            total += file.size if file else 0
            if total > MAX_BYTES:
                return
            if file:
                yield file

    def is_too_large(self) -> bool:
        """Return whether the folder holds more than ``files`` returns.

        Raises:
            OSError: as ``files``.
        """
        entries = list(islice(self._entries(), MAX_ENTRIES + 1))
        files = (self._file(name, entry) for name, entry in entries)
        return len(entries) > MAX_ENTRIES or sum(file.size for file in files if file) > MAX_BYTES

    def _entries(self) -> Iterator[tuple[str, os.DirEntry[str]]]:
        """Return whatever has a public name, folders before their content. Twice as quick as Path.rglob."""
        waiting = [("", os.fspath(self.path))]
        while waiting:
            start, folder = waiting.pop()
            with suppress(*GONE), os.scandir(folder) as entries:
                for entry in entries:
                    if is_public(entry.name) and start + entry.name != self.without:
                        yield start + entry.name, entry
                        if entry.is_dir(follow_symlinks=False):
                            waiting.append((f"{start}{entry.name}/", entry.path))

    def _allows(self, parts: Sequence[str]) -> bool:
        # A disk that ignores case finds "visuals" by "Visuals", too.
        return all(map(is_public, parts)) and parts[0].casefold() != self.without

    def _file(self, name: str, entry: os.DirEntry[str]) -> PublicFile | None:
        path = self.find(name) if entry.is_symlink() else entry.path
        with suppress(*GONE):
            if path and _is_servable(state := os.stat(path)):
                return PublicFile(name, os.fspath(path), state.st_size, state.st_mtime_ns)
        return None


def is_public(name: str) -> bool:
    """Return whether browsers may name this one part of a path, on any system.

    Not public are: hidden names (``.git``), private ones (``_draft``), other spellings and devices of Windows, editors'
    backups (``visual.js~``), and letters that can't be seen, some of which a Mac's disk leaves out.
    """
    return (
        name != ""
        and name.isprintable()
        and not name.startswith((".", "_"))
        and not RESERVED.search(name)
        and not DEVICE.fullmatch(name)
    )


def _is_servable(state: os.stat_result) -> bool:
    return stat.S_ISREG(state.st_mode) and state.st_size <= MAX_BYTES
