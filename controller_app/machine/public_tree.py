"""Public files of all folders as one tree: ours, and each accepted visual's."""

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path

from controller_app.machine.public_files import PublicFile, PublicFolder

VISUALS = "visuals"
"""The folder of visuals: ours on the disk, and all accepted ones in the tree."""

KIT = "_kit"
"""What our visuals share, beside them; no other folder there is public unless it is an accepted visual."""


class PublicTree:
    """What browsers may fetch, by its path in the tree."""

    def __init__(self, static: Path, homes: Mapping[str, Path]) -> None:
        """Join the folders.

        Args:
            static: our own folder.
            homes: the folder of each accepted visual by its name; read anew each time, since ``--dev`` adds to it.
        """
        self._static = static
        self._homes = homes

    def find(self, name: str) -> Path | None:
        """Return the resolved path of a public file, however its path is spelt; None where there is none."""
        name = posixpath.normpath(name)
        top, _, below = name.partition("/")
        if top != VISUALS:
            return self._ours().find(name)
        visual, _, file = below.partition("/")
        folder = self._static / VISUALS / KIT if visual == KIT else self._homes.get(visual)
        return PublicFolder(folder).find(file) if folder else None

    def files(self) -> Iterator[PublicFile]:
        """Return every public file.

        Raises:
            OSError: a folder can't be read now, such as when the process has too many files open.
        """
        yield from self._ours().files()
        for visual, folder in [(KIT, self._static / VISUALS / KIT), *self._homes.items()]:
            for file in PublicFolder(folder).files():
                yield file._replace(name=f"{VISUALS}/{visual}/{file.name}")

    def _ours(self) -> PublicFolder:
        return PublicFolder(self._static, without=VISUALS)
