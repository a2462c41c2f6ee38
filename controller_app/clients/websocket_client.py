"""WebSocket client (RFC 6455), lean enough for hundreds of phones in one process."""

import os
import random
import socket
import ssl
from base64 import b64encode
from contextlib import suppress
from urllib.parse import urlsplit

CONTINUATION, TEXT, CLOSE, PING, PONG = 0, 1, 8, 9, 10
CONNECT_TIMEOUT_S = 10.0
"""Seconds that a server has to let a connection in."""

END_OF_HEAD = b"\r\n\r\n"
MAX_HEAD_BYTES = 16_384
"""The longest answer to a handshake."""

MAX_MESSAGE_BYTES = 2**22
"""The longest message; what a display is told of a full room has some 100 kB."""


class Gone(Exception):
    """There is no connection, or no more."""


class WebSocket:
    """One connection. One greenlet may read while others send."""

    def __init__(self, address: str) -> None:
        """``address``: http:// or https://, with path and query. Its certificate may be one that nobody trusts.

        Raises:
            Gone: nobody there speaks WebSocket.
        """
        try:
            self._socket = _connect(address)
            self._buffer = bytearray()
            self._shake_hands(address)
            self._socket.settimeout(None)
        except OSError as error:
            raise Gone(error.strerror or str(error)) from None

    def send(self, text: bytes) -> None:
        """Send one message; whether it arrives shows in what the server says."""
        mask = random.getrandbits(32).to_bytes(4, "little")
        try:
            self._socket.sendall(_head(TEXT, len(text)) + mask + _masked(mask, text))
        except OSError as error:
            raise Gone(str(error)) from None

    def receive(self) -> bytes:
        """Return the next whole message.

        Raises:
            Gone: there is none, for the connection has ended, or one is longer than ``MAX_MESSAGE_BYTES``.
        """
        message = bytearray()
        while True:
            is_final, opcode, payload = self._frame(MAX_MESSAGE_BYTES - len(message))
            if opcode == CLOSE:
                raise Gone("the server closed the connection")
            if opcode == PING:
                self._pong(payload)
            elif opcode != PONG:
                message += payload
                if is_final:
                    return bytes(message)

    def close(self) -> None:
        """Hang up, as a phone does whose battery is empty."""
        with suppress(OSError):  # the server was quicker
            self._socket.shutdown(socket.SHUT_RDWR)

    def _shake_hands(self, address: str) -> None:
        parts = urlsplit(address)
        key = b64encode(os.urandom(16)).decode()
        ask = f"GET {parts.path}?{parts.query} HTTP/1.1\r\nHost: {parts.netloc}\r\nUpgrade: websocket\r\n"
        ask += f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
        self._socket.sendall(ask.encode())
        if self._head().split()[1:2] != [b"101"]:
            raise OSError("the address is not this program's")

    def _head(self) -> bytes:
        searched = 0
        while (end := self._buffer.find(END_OF_HEAD, searched)) < 0:
            searched = max(0, len(self._buffer) - len(END_OF_HEAD) + 1)
            if searched > MAX_HEAD_BYTES:
                raise OSError("the address is not this program's")
            self._read()
        return self._exactly(end + len(END_OF_HEAD))

    def _frame(self, most: int) -> tuple[bool, int, bytes]:
        first, second = self._exactly(2)
        size = second & 0x7F
        if size > 125:
            size = int.from_bytes(self._exactly(2 if size == 126 else 8), "big")
        if size > most:
            raise Gone("the server sent more than this program sends")
        return bool(first & 0x80), first & 0x0F, self._exactly(size)

    def _exactly(self, size: int) -> bytes:
        while len(self._buffer) < size:
            self._read()
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        return data

    def _read(self) -> None:
        try:
            data = self._socket.recv(65_536)
        except OSError as error:
            raise Gone(str(error)) from None
        if not data:
            self._socket.close()
            raise Gone("the connection was lost")
        self._buffer += data

    def _pong(self, payload: bytes) -> None:
        mask = bytes(4)
        self._socket.sendall(_head(PONG, len(payload)) + mask + payload)


def _connect(address: str) -> socket.socket:
    parts = urlsplit(address)
    is_secure = parts.scheme == "https"
    port = parts.port or (443 if is_secure else 80)
    plain = socket.create_connection((parts.hostname or "", port), CONNECT_TIMEOUT_S)
    plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if not is_secure:
        return plain
    context = ssl.create_default_context()
    context.check_hostname = False  # a LAN's certificate is its own; nothing secret goes this way
    context.verify_mode = ssl.CERT_NONE
    return context.wrap_socket(plain, server_hostname=parts.hostname)


def _head(opcode: int, size: int) -> bytes:
    if size < 126:
        return bytes((0x80 | opcode, 0x80 | size))
    return bytes((0x80 | opcode, 0x80 | 126)) + size.to_bytes(2, "big")


def _masked(mask: bytes, payload: bytes) -> bytes:
    size = len(payload)
    key = (mask * (size // 4 + 1))[:size]
    return (int.from_bytes(payload, "little") ^ int.from_bytes(key, "little")).to_bytes(size, "little")
