"""Static files, compressed once and kept: three.js ships 2 MB of text that phones' Wi-Fi should not carry."""

import gzip
import hashlib
import mimetypes
import os
import posixpath
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import gevent
from flask import Request, Response
from werkzeug.security import safe_join

from controller_app.web.modules import needed

KINDS = {
    # Windows' registry may call scripts text/plain, and browsers refuse modules of that type.
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonl": "application/jsonl; charset=utf-8",
    ".woff2": "font/woff2",
}
KEPT = 365 * 24 * 3600
"""Seconds that a browser keeps a file of the present edition without asking."""

COMPRESSED = {".js", ".css", ".svg", ".json", ".jsonl"}


@dataclass(frozen=True)
class Asset:
    """One file as it was at ``modified`` (nanoseconds)."""

    modified: int
    kind: str
    body: bytes
    packed: bytes | None
    tag: str


VISUALS = "visuals/"
"""Below it lie the visuals: ours, and those of authors' own folders."""


class Assets:
    """The files below a folder, and below ``visuals/`` those of authors' folders too."""

    def __init__(self, folder: Path, authors: Sequence[Path] = (), dev: bool = False) -> None:
        """Serve files.

        Args:
            folder: ours.
            authors: folders of visuals from elsewhere; where two have the same name, the first one counts.
            dev: a file that is saved again is another one although the same is in it: its module begins anew.
        """
        self._folder = folder
        self._authors = authors
        self._dev = dev
        self._assets: dict[Path, Asset] = {}
        self._edition = ""
        self._seen = ""  # when all files were last changed, as the edition was made
        self._modules: dict[str, list[str]] = {}

    def address(self, name: str) -> str:
        """Return where a page finds a file: under the present edition, so that browsers may keep it for good.

        The edition stands in the path, not behind a question mark: what a module imports by a relative path is then
        of the same edition.
        """
        return f"/static/{self._edition or self.look()}/{name}"

    def look(self) -> str:
        """Look which files there are and return their edition, a hash of all that is in them."""
        seen = "\n".join(sorted(self._states()))
        if seen != self._seen:
            with suppress(OSError):  # no file left to open them with; the next page looks again
                content = hashlib.sha256(seen.encode() if self._dev else b"")
                for name, path in sorted(self._files()):
                    content.update(hashlib.sha256(name.encode() + b"\n" + path.read_bytes()).digest())
                self._edition = "~" + content.hexdigest()[:8]
                self._seen = seen
                self._modules.clear()
        return self._edition or "~"

    def modules(self, main: str) -> list[str]:
        """Return the paths of all modules that a page's main module needs."""
        if main not in self._modules:  # to read them all takes 3 ms, in which every phone would wait
            self._modules[main] = needed(main, self._text)
        return self._modules[main]

    def prepare(self) -> None:
        """Compress everything ahead of time, so that nobody waits for it."""
        with suppress(OSError):  # the system may have no file left to open them with; whoever asks for one tries again
            for name, _ in self._files():
                self._asset(name)

    def answer(self, name: str, request: Request) -> Response:
        """Return a file, compressed where the browser takes it; 304 where it has it, 404 where there is none."""
        edition, name = name.split("/", 1) if name.startswith("~") and "/" in name else ("", name)
        asset = self._asset(name)
        if asset is None:
            return Response("There is no such file.\n", 404, content_type="text/plain")
        packed = asset.packed is not None and request.accept_encodings["gzip"] > 0
        response = Response(asset.packed if packed else asset.body, content_type=asset.kind)
        if packed:
            response.content_encoding = "gzip"
        response.vary.add("Accept-Encoding")
        response.set_etag(asset.tag + ("-gzip" if packed else ""))
        if edition and edition == self._edition:
            response.cache_control.max_age = KEPT
            response.cache_control.immutable = True
        else:
            response.cache_control.no_cache = True  # keep it, but ask
        response.make_conditional(request)
        return response

    def _files(self) -> Iterator[tuple[str, Path]]:
        for start, folder in self._roots():
            for path in folder.rglob("*"):
                if path.is_file():
                    yield start + path.relative_to(folder).as_posix(), path

    def _states(self) -> Iterator[str]:
        for _, root in self._roots():
            for folder, _, names in os.walk(root):  # four times as quick as Path.rglob, and each page asks
                for path in filter(os.path.isfile, (os.path.join(folder, name) for name in names)):
                    state = os.stat(path)
                    yield f"{path} {state.st_mtime_ns} {state.st_size}"

    def _roots(self) -> Iterator[tuple[str, Path]]:
        """Return every folder that is served, with what its files' names begin with."""
        yield "", self._folder
        for folder in self._authors:
            yield VISUALS, folder

    def _text(self, name: str) -> str | None:
        asset = self._asset(name)
        return asset.body.decode() if asset else None

    def _asset(self, name: str) -> Asset | None:
        path = self._path(name)
        if path is None:
            return None
        modified = path.stat().st_mtime_ns
        known = self._assets.get(path)
        if known is None or known.modified != modified:
            known = self._assets[path] = self._read(path, modified)
        return known

    def _path(self, name: str) -> Path | None:
        """Return the one path of a file, however a request spells it; None where there is none."""
        name = posixpath.normpath(name)
        for start, folder in self._roots():
            joined = safe_join(str(folder), name.removeprefix(start)) if name.startswith(start) else None
            with suppress(OSError, ValueError):  # a name that no file can have
                if joined and Path(joined).is_file():
                    return Path(joined)
        return None

    def _read(self, path: Path, modified: int) -> Asset:
        body = path.read_bytes()
        packed = None
        if path.suffix in COMPRESSED:
            # A thread does it: three.js takes 70 ms, in which every phone would wait.
            packed = gevent.get_hub().threadpool.apply(gzip.compress, (body, 9))
        kind = KINDS.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return Asset(modified, kind, body, packed, hashlib.sha256(body).hexdigest()[:20])
