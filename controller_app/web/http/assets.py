"""Static files, compressed once and kept in memory."""

import gzip
import hashlib
import posixpath
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import gevent
from flask import Request, Response

from controller_app.machine.public_files import GONE
from controller_app.machine.public_tree import KIT, VISUALS, PublicTree
from controller_app.web.http.comments import without_comments
from controller_app.web.http.edition import Edition
from controller_app.web.http.import_graph import needed
from controller_app.web.http.media_types import is_text, media_type
from controller_app.web.http.pieces import Pieces

CACHE_MAX_AGE_S = 365 * 24 * 3600
"""Seconds that a browser keeps a file of the present edition without asking."""

MAX_HELD_BYTES = 2**20
"""The largest file that is kept in memory as it is; texts are whatever their size, since they are compressed."""


@dataclass(frozen=True)
class Asset:
    """One file as it was at ``modified`` (nanoseconds)."""

    path: Path
    modified: int
    kind: str
    size: int
    body: bytes | None
    """None: too large, so it is read from the disk for each answer."""
    packed: bytes | None
    tag: str


OURS = ("js/", f"{VISUALS}/{KIT}/")
"""Below these lie our own modules, which leave without their comments."""


class Assets:
    """The public files, as answers to requests."""

    def __init__(self, tree: PublicTree, dev: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        """Serve the tree's files.

        Args:
            tree: which files there are.
            dev: an author is at work, so look for changes at each page.
            clock: seconds, monotonic.
        """
        self._tree = tree
        self._edition = Edition(tree, dev, clock)
        self._assets: dict[Path, Asset] = {}
        self._modules: dict[str, list[str]] = {}
        self._modules_of = ""  # the edition that they were read in

    def address(self, name: str) -> str:
        """Return where a page finds a file: under the present edition, so that browsers may keep it for good.

        The edition stands in the path, not behind a question mark: what a module imports by a relative path is then
        of the same edition.
        """
        return f"/static/{self._edition.name}/{name}"

    def refresh(self) -> None:
        """Look for changed files, at most once a second unless an author is at work."""
        self._edition.refresh()

    def look(self) -> str:
        """Look for changed files now, and return the edition."""
        self._edition.look()
        return self._edition.name

    def modules(self, main: str) -> list[str]:
        """Return the paths of all modules that a page's main module needs."""
        if self._modules_of != self._edition.name:
            self._modules, self._modules_of = {}, self._edition.name
        if main not in self._modules:  # to read them all takes 3 ms, in which every phone would wait
            self._modules[main] = needed(main, self._text)
        return self._modules[main]

    def prepare(self) -> None:
        """Compress everything ahead of time, so that nobody waits for it."""
        with suppress(OSError):  # the system may have no file left to open them with; whoever asks for one tries again
            for file in self._tree.files():
                if is_text(media_type(file.name)):
                    self._asset(file.name)

    def answer(self, name: str, request: Request) -> Response:
        """Return a file, compressed where the browser takes it, or the part of it that a player asks for.

        304 where the browser has it, 404 where there is none.

        Raises:
            RequestedRangeNotSatisfiable: that part is not in the file (416).
        """
        edition, name = name.split("/", 1) if name.startswith("~") and "/" in name else ("", name)
        asset = self._asset(name)
        if asset is None:
            return Response("There is no such file.\n", 404, content_type="text/plain")
        packed = asset.packed is not None and request.accept_encodings["gzip"] > 0
        body = asset.packed if packed else asset.body
        response = Response(Pieces(asset.path) if body is None else body, content_type=asset.kind)
        response.content_length = asset.size if body is None else len(body)
        if packed:
            response.content_encoding = "gzip"
        else:
            response.accept_ranges = "bytes"
        response.vary.add("Accept-Encoding")
        response.set_etag(asset.tag + ("-gzip" if packed else ""))
        if edition == self._edition.name and self._edition.covers(posixpath.normpath(name)):
            response.cache_control.max_age = CACHE_MAX_AGE_S
            response.cache_control.immutable = True
        else:
            response.cache_control.no_cache = True  # keep it, but ask
        has_range = not packed and _asks_for_one_range(request)
        response.make_conditional(request, has_range, asset.size if has_range else None)
        return response

    def _text(self, name: str) -> str | None:
        asset = self._asset(name)
        return asset.body.decode() if asset and asset.body is not None else None

    def _asset(self, name: str) -> Asset | None:
        path = self._tree.find(name)
        if path is None:
            return None
        with suppress(*GONE):
            state = path.stat()
            known = self._assets.get(path)
            if known is None or known.modified != state.st_mtime_ns:
                is_ours = posixpath.normpath(name).startswith(OURS)
                known = self._assets[path] = self._read(path, state.st_mtime_ns, state.st_size, is_ours)
            return known
        return None

    def _read(self, path: Path, modified: int, size: int, is_ours: bool) -> Asset:
        kind = media_type(path.name)
        if size > MAX_HELD_BYTES and not is_text(kind):
            return Asset(path, modified, kind, size, None, None, f"{modified:x}-{size:x}")
        body = path.read_bytes()
        if is_ours and path.suffix == ".js":
            body = without_comments(body.decode()).encode()
        packed = None
        if is_text(kind):
            # A thread does it: three.js takes 70 ms, in which every phone would wait.
            packed = gevent.get_hub().threadpool.apply(gzip.compress, (body, 9))
        tag = hashlib.sha256(body).hexdigest()[:20]
        return Asset(path, modified, kind, len(body), body, packed, tag)


def _asks_for_one_range(request: Request) -> bool:
    """Return whether one part of a file is asked for; other wishes may be ignored (RFC 9110, section 14.2)."""
    wish = request.range
    return wish is not None and wish.units == "bytes" and len(wish.ranges) == 1
