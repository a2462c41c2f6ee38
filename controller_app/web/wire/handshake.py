"""gevent-websocket's handshake, with its refusals mended: as they are, each ends in a traceback and a 500."""

import logging
import re
from typing import ClassVar
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

    def upgrade_websocket(self) -> list[bytes] | None:
        """Upgrade if that is asked for; otherwise return None, or the body of a refusal."""
        if not self.environ["PATH_INFO"].startswith(self.upgrades_at):
            return None
        refusal = super().upgrade_websocket()
        # The library refuses with str, which WSGI can't send.
        return [line.encode() if isinstance(line, str) else line for line in refusal] if refusal else None

    def upgrade_connection(self) -> list[bytes] | None:
        """Upgrade if the key is one; the library decodes it first and asks later.

        A session that polls goes on polling: the library would wait for ever for the probe of such a WebSocket.
        """
        if "sid" in parse_qs(self.environ["QUERY_STRING"]):
            return self._refuse(b"A session is a WebSocket from its first byte, or polls.")
        if not KEY.fullmatch(self.environ.get("HTTP_SEC_WEBSOCKET_KEY", "").strip()):
            return self._refuse(b"Sec-WebSocket-Key has to be 16 bytes in base64.")
        refusal: list[bytes] | None = super().upgrade_connection()
        return refusal

    def _refuse(self, sentence: bytes) -> list[bytes]:
        self.start_response("400 Bad Request", [("Content-Type", "text/plain")])
        return [sentence]
