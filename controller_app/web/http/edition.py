"""Version of the static files: a content hash in every address, for caching."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from controller_app.machine.public_files import GONE, PublicFile
from controller_app.machine.public_tree import PublicTree

LOOK_INTERVAL_S = 1.0
"""Between two looks for changed files: each costs about a millisecond, and a page asks for one."""


class Edition:
    """The present version of all public files."""

    def __init__(self, tree: PublicTree, dev: bool, clock: Callable[[], float]) -> None:
        """Look for the first time.

        Args:
            tree: the public files.
            dev: a file that is saved again is another one although the same is in it: its module begins anew.
            clock: seconds, monotonic.
        """
        self.name = "~"
        """A tilde and eight hex digits; the tilde alone as long as no look could open the files."""
        self._tree = tree
        self._dev = dev
        self._clock = clock
        self._digests: dict[PublicFile, bytes] = {}
        self._names: frozenset[str] = frozenset()
        self.look()

    def refresh(self) -> None:
        """Look for changed files, unless that was done within the last second; with ``dev`` always."""
        if self._dev or self._clock() - self._looked >= LOOK_INTERVAL_S:
            self.look()

    def look(self) -> None:
        """Look for changed files now."""
        self._looked = self._clock()
        with suppress(OSError):  # the process has no file left to open them with; the next look tries again
            files = sorted(self._tree.files())
            if self._digests.keys() != set(files) or self.name == "~":
                self._digests = {file: self._digests.get(file) or self._digest(file) for file in files}
                self._names = frozenset(file.name for file in files)
                self.name = "~" + hashlib.sha256(b"".join(self._digests.values())).hexdigest()[:8]

    def covers(self, name: str) -> bool:
        """Return whether the edition changes when the file of that name does."""
        return name in self._names

    def _digest(self, file: PublicFile) -> bytes:
        saved = f" {file.modified}" if self._dev else ""
        with suppress(*GONE):
            return hashlib.sha256(f"{file.name}{saved}\n".encode() + Path(file.path).read_bytes()).digest()
        return b""
