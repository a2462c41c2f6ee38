"""WebSocket client that does as told, right or wrong, and a child process as its target."""

import json
import os
import socket
import ssl
import subprocess
import sys
import time
from contextlib import closing
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from typing import Any

from controller_app.wire.websocket.frames import CLOSE, TEXT, frame, unmasked

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 10.0  # seconds


class EchoServer:
    """``tests/support/wire_echo.py`` in a child process."""

    def __init__(self, *options: str, certificate: Path | None = None) -> None:
        tls = ["--cert", str(certificate), "--key", str(certificate)] if certificate else []
        self.tls = certificate is not None
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.wire_echo", *options, *tls],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline())

    def connect(self, path: str = "/echo", early: bytes = b"", buffer: int = 0) -> "Wire":
        """Open a WebSocket; ``early`` bytes leave together with the handshake, ``buffer`` is SO_RCVBUF."""
        raw = socket.socket()
        if buffer:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        raw.settimeout(PATIENCE)
        raw.connect(("127.0.0.1", self.port))
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return Wire(trusting().wrap_socket(raw) if self.tls else raw, path, early)

    def stats(self) -> dict[str, int]:
        """Return the server's counts."""
        connection = (
            HTTPSConnection("127.0.0.1", self.port, timeout=PATIENCE, context=trusting())
            if self.tls
            else HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        )
        with closing(connection):
            connection.request("GET", "/stats", headers={"Connection": "close"})
            answer: dict[str, int] = json.load(connection.getresponse())
        return answer

    def status_of(self, request: bytes) -> int:
        """Send a request and return the answer's status."""
        with socket.create_connection(("127.0.0.1", self.port), PATIENCE) as raw:
            raw.sendall(request)
            return int(raw.recv(1000).split()[1])

    def until(self, **expected: int) -> dict[str, int]:
        """Return the counts as soon as they are at least as low as expected, or what they are after a while."""
        end = time.monotonic() + PATIENCE
        while True:
            stats = self.stats()
            if all(stats[name] <= count for name, count in expected.items()) or time.monotonic() > end:
                return stats
            time.sleep(0.05)

    def stop(self) -> str:
        """Stop it and return what it said on stderr."""
        self.process.terminate()
        _, said = self.process.communicate(timeout=PATIENCE)
        return said


class Wire:
    """One connection, frame by frame."""

    def __init__(self, sock: socket.socket, path: str, early: bytes) -> None:
        self.sock = sock
        self._got = b""
        self.send(handshake(path) + early)
        while b"\r\n\r\n" not in self._got:
            self._more()
        head, self._got = self._got.split(b"\r\n\r\n", 1)
        self.status = int(head.split()[1])

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.sock.sendall(data)

    def say(self, text: str) -> None:
        """Send a text in one frame."""
        self.send(masked(TEXT, text.encode()))

    def read(self) -> tuple[int, bytes]:
        """Return the next frame as opcode and payload; at the end of the connection ``(-1, b"")``."""
        try:
            while (found := self._frame()) is None:
                self._more()
        except OSError:
            return -1, b""
        return found

    def heard(self) -> str:
        """Return the next text."""
        opcode, payload = self.read()
        assert opcode == TEXT, (opcode, payload)
        return payload.decode()

    def close_code(self) -> int:
        """Return the code of the close frame that comes next, after whatever else."""
        while True:
            opcode, payload = self.read()
            if opcode == CLOSE:
                return int.from_bytes(payload[:2], "big")
            assert opcode >= 0, "the connection ended without a close frame"

    def close(self) -> None:
        """Close the socket without a word."""
        self.sock.close()

    def reset(self) -> None:
        """Let the kernel send a reset."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.sock.close()

    def _more(self) -> None:
        data = self.sock.recv(65_536)
        if not data:
            raise ConnectionResetError
        self._got += data

    def _frame(self) -> tuple[int, bytes] | None:
        got = self._got
        if len(got) < 2:
            return None
        assert not got[1] & 0x80, "a server's frame is masked"
        wide = {126: 2, 127: 8}.get(got[1], 0)
        size = int.from_bytes(got[2 : 2 + wide], "big") if wide else got[1]
        if len(got) < 2 + wide + size:
            return None
        self._got = got[2 + wide + size :]
        return got[0] & 15, got[2 + wide : 2 + wide + size]


def handshake(
    path: str = "/echo", key: str = "dGhlIHNhbXBsZSBub25jZQ==", version: str = "13", http: str = "HTTP/1.1"
) -> bytes:
    """Return the request for a WebSocket; an empty key or version leaves the header out."""
    lines = [f"GET {path} {http}", "Host: 127.0.0.1", "Upgrade: websocket", "Connection: keep-alive, Upgrade"]
    lines += [f"Sec-WebSocket-Key: {key}"] if key else []
    lines += [f"Sec-WebSocket-Version: {version}"] if version else []
    return "\r\n".join([*lines, "", ""]).encode()


def masked(opcode: int, payload: bytes, *, final: bool = True) -> bytes:
    """Return a frame as a client sends it."""
    plain = frame(opcode, payload)
    start = len(plain) - len(payload)
    mask = os.urandom(4)
    first = plain[0] if final else plain[0] & 0x7F
    return bytes((first, plain[1] | 0x80)) + plain[2:start] + mask + unmasked(mask, payload)


def trusting() -> ssl.SSLContext:
    """Return a context that takes any certificate: the test made it itself."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def report(folder: Path) -> dict[str, dict[str, Any]]:
    """Return kosoku's findings by case."""
    agents: dict[str, dict[str, dict[str, Any]]] = json.loads((folder / "index.json").read_text())
    (cases,) = agents.values()
    return cases
