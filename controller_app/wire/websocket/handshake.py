"""WebSocket handshake: gevent-websocket's, with refusals that are no tracebacks."""

import logging
import re
from collections.abc import Callable
from typing import Any, ClassVar
from urllib.parse import parse_qs

from geventwebsocket.handler import WebSocketHandler

KEY = re.compile(r"[A-Za-z0-9+/]{22}==")
"""Sixteen bytes in base64, as RFC 6455 wants them."""

quiet = logging.getLogger("controller_app.handshake")
quiet.setLevel(logging.CRITICAL)  # the library warns of every refusal; a port scanner would fill the log


class Handshake(WebSocketHandler):  # type: ignore[misc]
    """Serves HTTP, and turns requests below ``upgrades_at`` into WebSockets if they ask for it correctly."""

    logger = quiet

    upgrades_at: ClassVar[str] = "/socket.io/"
    """Where WebSockets are; elsewhere the wish for one is ignored, as RFC 9110 allows."""

    is_for_engineio: ClassVar[bool] = True
    """Whether requests there have to say in their query what Engine.IO goes by."""

    refusal: Callable[[dict[str, Any]], tuple[str, str] | None] = staticmethod(lambda _: None)
    """Asked before an upgrade; returns the status and the sentence to refuse it with, or None."""

    def upgrade_websocket(self) -> list[bytes] | None:
        """Upgrade if that is asked for; otherwise return None, or the body of a refusal."""
        if not self.environ["PATH_INFO"].startswith(self.upgrades_at):
            return None
        refused = self.refusal(self.environ)
        if refused:
            return self._refuse(refused[1], refused[0])
        is_asked = self.environ.get("HTTP_UPGRADE", "").lower() == "websocket"
        if self.is_for_engineio and (sentence := _fault(parse_qs(self.environ["QUERY_STRING"]), is_asked)):
            return self._refuse(sentence)
        if not is_asked:
            return None
        # The library refuses with str, which WSGI can't send.
        refusal = super().upgrade_websocket()
        if refusal is None and not hasattr(self, "websocket"):
            return self._refuse("A WebSocket begins with a GET and the header Connection: Upgrade.")
        return [line.encode() if isinstance(line, str) else line for line in refusal] if refusal else None

    def upgrade_connection(self) -> list[bytes] | None:
        """Upgrade if the key is one; the library decodes it first and asks later."""
        if not KEY.fullmatch(self.environ.get("HTTP_SEC_WEBSOCKET_KEY", "").strip()):
            return self._refuse("Sec-WebSocket-Key has to be 16 bytes in base64.")
        refusal: list[bytes] | None = super().upgrade_connection()
        return refusal

    def _refuse(self, sentence: str, status: str = "400 Bad Request") -> list[bytes]:
        self.start_response(status, [("Content-Type", "text/plain")])
        return [f"{sentence}\n".encode()]


def _fault(query: dict[str, list[str]], is_upgrade: bool) -> str:
    """Return what is wrong with an Engine.IO query; "" if nothing is.

    Engine.IO goes by the query alone: it would wait for a WebSocket that is none, or poll over one that is.
    """
    if is_upgrade != (query.get("transport") == ["websocket"]):
        return "A WebSocket is asked for by its Upgrade header and by transport=websocket, by both."
    if is_upgrade and "sid" in query:
        return "A session is a WebSocket from its first byte, or polls."
    return ""
