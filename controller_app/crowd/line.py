"""A client's end of a WebSocket that speaks Socket.IO: just as much of it as a phone needs.

Sources: RFC 6455, section 5; Engine.IO protocol 4; Socket.IO protocol 5.
"""

import base64
import json
import os
import socket
import ssl
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit

from controller_app.core.protocol import PHONE_NAMESPACE

TIMEOUT = 20.0
"""Seconds without a word from the server, which pings every five."""

TEXT, CLOSE = 1, 8
FINAL, MASKED = 0x80, 0x80
NO_MASK = b"\0\0\0\0"
"""A mask that changes nothing: masks protect proxies from pages' scripts, and this is no page."""


class Line:
    """One connection of one phone."""

    def __init__(self, address: str) -> None:
        """Connect.

        Args:
            address: of the server, such as ``http://192.168.1.20:8080``.

        Raises:
            OSError: the server can't be reached, or doesn't want a WebSocket.
        """
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        self._socket = socket.create_connection((parts.hostname or "", port), TIMEOUT)
        if parts.scheme == "https":
            context = ssl.create_default_context()
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE  # the server's own certificate
            self._socket = context.wrap_socket(self._socket)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._reader = self._socket.makefile("rb")
        self._upgrade(parts.netloc)

    def send(self, text: str) -> None:
        """Send one Engine.IO packet."""
        data = text.encode()
        size = bytes([MASKED | len(data)]) if len(data) < 126 else bytes([MASKED | 126, *len(data).to_bytes(2, "big")])
        self._socket.sendall(bytes([FINAL | TEXT]) + size + NO_MASK + data)

    def emit(self, event: str, data: object, ack: str = "") -> None:
        """Send one event. ``ack``: a number, if an answer is wanted."""
        self.send(f"42{PHONE_NAMESPACE},{ack}{json.dumps([event, data], separators=(',', ':'))}")

    def packets(self) -> Iterator[str]:
        """Return Engine.IO packets as they come, until the connection ends. Pings are answered."""
        while True:
            head = self._reader.read(2)
            if len(head) < 2 or head[0] & 0x0F == CLOSE:
                return
            size = head[1] & 0x7F
            if size >= 126:
                size = int.from_bytes(self._reader.read(2 if size == 126 else 8), "big")
            text = self._reader.read(size).decode()
            if text == "2":
                self.send("3")
            else:
                yield text

    def hang_up(self) -> None:
        """End it; whoever reads ``packets`` sees the end."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let go of it."""
        self._reader.close()
        self._socket.close()

    def _upgrade(self, host: str) -> None:
        key = base64.b64encode(os.urandom(16)).decode()
        self._socket.sendall(
            f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        status = self._reader.readline()
        while self._reader.readline() not in {b"\r\n", b""}:
            pass
        if b" 101 " not in status:
            raise OSError(f"the server answered '{status.decode(errors='replace').strip()}'")
