"""A WebSocket client that can send what no honest client would."""

import json
import socket

import websocket

from controller_app.core.protocol import DISPLAY_NAMESPACE, PHONE_NAMESPACE
from tests.support.clients import PATIENCE


class RawSocket:
    """A connection of no role, packet by packet."""

    def __init__(self, port: int, *says: str, buffer: int = 0, source: str = "") -> None:
        """Connect, and send packets.

        Args:
            port: the server's, on loopback.
            says: Engine.IO packets.
            buffer: bytes that the system takes for a client that doesn't read; 0 is as many as it likes.
            source: the client's own address, one of 127.0.0.0/8; "" is the usual one.
        """
        address = f"ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket"
        small = [(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)] if buffer else []
        own = socket.create_connection(("127.0.0.1", port), PATIENCE, (source, 0)) if source else None
        self._socket = websocket.create_connection(address, timeout=PATIENCE, sockopt=small, socket=own)
        for text in says:
            self.send(text)

    def send(self, text: str) -> None:
        """Send one Engine.IO packet."""
        self._socket.send(text)

    def end(self) -> tuple[int, str]:
        """Answer pings until the server's close frame; return its code and reason."""
        while True:
            opcode, data = self._socket.recv_data(control_frame=True)
            if opcode == websocket.ABNF.OPCODE_CLOSE:
                self.close()
                return int.from_bytes(data[:2], "big"), data[2:].decode()
            if data == b"2":
                self.send("3")

    def close(self) -> None:
        """Hang up without a word."""
        self._socket.shutdown()  # type: ignore[no-untyped-call]


class Raw(RawSocket):
    """A connection in one role that speaks Engine.IO and Socket.IO by hand."""

    def __init__(self, port: int, namespace: str, auth: str, buffer: int = 0, source: str = "") -> None:
        """Connect, and join the namespace of a role with ``auth``, which is JSON."""
        super().__init__(port, buffer=buffer, source=source)
        self._namespace = namespace
        self._socket.recv()
        self.send(f"40{namespace},{auth}")

    def send_event(self, text: str) -> None:
        """Send one Socket.IO event, given as JSON text."""
        self.send(f"42{self._namespace},{text}")

    def ask(self, text: str) -> str:
        """Send one Socket.IO event and return its acknowledgement: all that was sent before has been taken."""
        self.send(f"42{self._namespace},1{text}")
        return self.read_until(f"43{self._namespace},1")

    def send_binary(self, data: bytes) -> None:
        """Send a binary message."""
        self._socket.send_binary(data)

    def send_bytes(self, data: bytes) -> None:
        """Send bytes past all framing."""
        assert self._socket.sock is not None
        self._socket.sock.sendall(data)

    def read_until(self, part: str) -> str:
        """Return the first text that holds ``part``."""
        while True:
            text = self._socket.recv()
            if not text:
                raise AssertionError(f"The connection closed before '{part}' came.")
            if part in text:
                return str(text)

    def sip(self, size: int) -> bytes:
        """Return at most so many bytes past all framing; b"" once the server has hung up."""
        try:
            return self._socket.sock.recv(size) if self._socket.sock else b""
        except OSError:
            return b""

    def is_closed(self) -> bool:
        """Whether the server ends the connection; answers no ping meanwhile."""
        try:
            while self._socket.recv() not in ("", b""):
                pass
        except websocket.WebSocketTimeoutException:
            return False
        except (websocket.WebSocketException, OSError):
            return True
        return True


class RawPhone(Raw):
    """A phone in its seat."""

    def __init__(self, port: int, room: str) -> None:
        super().__init__(port, PHONE_NAMESPACE, f'{{"room":"{room}"}}')
        self.read_until("seated")


class RawDisplay(Raw):
    """A display whose room is open."""

    def __init__(self, port: int, buffer: int = 0) -> None:
        super().__init__(port, DISPLAY_NAMESPACE, "{}", buffer)
        opened = json.loads(self.read_until("opened").partition(",")[2])[1]
        self.room: str = opened["room"]
        self.host_pass: str = opened["host_pass"]
