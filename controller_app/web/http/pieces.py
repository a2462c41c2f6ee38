"""File response in pieces: large files take no memory, slow clients no open file."""

from collections.abc import Iterator
from pathlib import Path

PIECE_BYTES = 65_536


class Pieces:
    """Iterates over a file's bytes, opening it for each piece. Can be told where to begin, as ``Range`` needs it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._at = 0

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        with self._path.open("rb") as file:
            file.seek(self._at)
            piece = file.read(PIECE_BYTES)
        if not piece:
            raise StopIteration
        self._at += len(piece)
        return piece

    def seekable(self) -> bool:
        """Say that it can begin anywhere; werkzeug asks."""
        return True

    def seek(self, at: int) -> None:
        """Go on at a byte."""
        self._at = at

    def tell(self) -> int:
        """Return the byte at which it goes on."""
        return self._at
