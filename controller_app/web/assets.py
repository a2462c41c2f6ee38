"""Static files, compressed once and kept: three.js ships 2 MB of text that phones' Wi-Fi should not carry."""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path

import gevent
from flask import Request, Response
from werkzeug.security import safe_join

KINDS = {
    # Windows' registry may call scripts text/plain, and browsers refuse modules of that type.
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".woff2": "font/woff2",
}
COMPRESSED = {".js", ".css", ".svg", ".json"}


@dataclass(frozen=True)
class Asset:
    """One file as it was at ``modified`` (nanoseconds)."""

    modified: int
    kind: str
    body: bytes
    packed: bytes | None
    tag: str


class Assets:
    """The files below a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._assets: dict[str, Asset] = {}

    def answer(self, name: str, request: Request) -> Response:
        """Return a file, compressed where the browser takes it; 304 where it has it, 404 where there is none."""
        asset = self._asset(name)
        if asset is None:
            return Response("There is no such file.\n", 404, content_type="text/plain")
        packed = asset.packed is not None and request.accept_encodings["gzip"] > 0
        response = Response(asset.packed if packed else asset.body, content_type=asset.kind)
        if packed:
            response.content_encoding = "gzip"
        response.vary.add("Accept-Encoding")
        response.set_etag(asset.tag + ("-gzip" if packed else ""))
        response.cache_control.no_cache = True  # keep it, but ask: a visual that was just edited shows at once
        response.make_conditional(request)
        return response

    def _asset(self, name: str) -> Asset | None:
        path = safe_join(str(self._folder), name)
        if path is None or not Path(path).is_file():
            return None
        modified = Path(path).stat().st_mtime_ns
        known = self._assets.get(name)
        if known is None or known.modified != modified:
            known = self._assets[name] = self._read(Path(path), modified)
        return known

    def _read(self, path: Path, modified: int) -> Asset:
        body = path.read_bytes()
        packed = None
        if path.suffix in COMPRESSED:
            # A thread does it: three.js takes 70 ms, in which every phone would wait.
            packed = gevent.get_hub().threadpool.apply(gzip.compress, (body, 9))
        kind = KINDS.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return Asset(modified, kind, body, packed, hashlib.sha256(body).hexdigest()[:20])
