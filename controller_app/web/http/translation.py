"""Translation of pages: sentences for templates, and each page's part for its modules."""

import gzip
import hashlib
import json
import re
from dataclasses import dataclass

from flask import Request, Response
from markupsafe import Markup, escape

from controller_app.core.sentences import PLACEHOLDER, Sentences

KEPT_S = 365 * 24 * 3600
"""How long a browser keeps its part of the catalogue, whose address changes with it."""

SECTIONS = {"phone": ("shared", "phone"), "display": ("shared", "display")}
"""Sections of the catalogue that the modules of a page use."""

TAGS = re.compile(r"&lt;(/?(?:b|strong|br))&gt;")
"""The markup that a sentence of a template may have, as it is escaped."""


@dataclass(frozen=True)
class Part:
    """A page's part of the catalogue, as JSON."""

    body: bytes
    packed: bytes
    version: str


class Translation:
    """The catalogue of the pages' language."""

    def __init__(self, sentences: Sentences) -> None:
        self._sentences = sentences
        self._parts = {page: _part(sentences.part(*sections)) for page, sections in SECTIONS.items()}

    @property
    def language(self) -> str:
        """The tag of the pages' language, for ``<html lang>``."""
        return self._sentences.language

    def text(self, key: str, /, **values: str) -> Markup:
        """Return a sentence for a template; its values are escaped unless they are markup.

        Raises:
            KeyError: there is no such sentence, or it has a placeholder without a value.
        """
        sentence = TAGS.sub(r"<\1>", str(escape(self._sentences[key])))
        return Markup(PLACEHOLDER.sub(lambda found: str(escape(values[found[1]])), sentence))

    def address(self, page: str) -> str:
        """Return where a page's modules find their part of the catalogue."""
        return f"/locales/{self._parts[page].version}/{page}.json"

    def answer(self, page: str, version: str, request: Request) -> Response:
        """Return a page's part of the catalogue; 404 for a page that has none."""
        part = self._parts.get(page)
        if part is None:
            return Response("There is no such file.\n", 404, content_type="text/plain")
        packed = request.accept_encodings["gzip"] > 0
        response = Response(part.packed if packed else part.body, content_type="application/json; charset=utf-8")
        response.vary.add("Accept-Encoding")
        if packed:
            response.content_encoding = "gzip"
        if version == part.version:
            response.cache_control.max_age = KEPT_S
            response.cache_control.immutable = True
        else:
            response.cache_control.no_cache = True
        return response


def _part(texts: dict[str, str]) -> Part:
    body = json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode()
    return Part(body, gzip.compress(body, mtime=0), hashlib.sha256(body).hexdigest()[:8])
