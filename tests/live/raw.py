"""A WebSocket client that can send what no honest client would."""

import websocket

from controller_app.core.protocol import PHONE_NAMESPACE
from tests.live.clients import PATIENCE


class RawPhone:
    """Speaks Engine.IO and Socket.IO by hand."""

    def __init__(self, port: int, room: str) -> None:
        address = f"ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket"
        self._socket = websocket.create_connection(address, timeout=PATIENCE)
        self._socket.recv()
        self.send(f'40{PHONE_NAMESPACE},{{"room":"{room}"}}')
        self.read_until("seated")

    def send(self, text: str) -> None:
        """Send one Engine.IO packet."""
        self._socket.send(text)

    def send_event(self, text: str) -> None:
        """Send one Socket.IO event, given as JSON text."""
        self.send(f"42{PHONE_NAMESPACE},{text}")

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

    def close(self) -> None:
        """Hang up without a word."""
        self._socket.shutdown()  # type: ignore[no-untyped-call]


class RawWatcher:
    """A connection that only waits for its end."""

    def __init__(self, port: int) -> None:
        address = f"ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket"
        self._socket = websocket.create_connection(address, timeout=PATIENCE)

    def code(self) -> int:
        """Return the close code that the server gave."""
        while True:
            opcode, data = self._socket.recv_data(control_frame=True)
            if opcode == websocket.ABNF.OPCODE_CLOSE:
                self._socket.shutdown()  # type: ignore[no-untyped-call]
                return int.from_bytes(data[:2], "big")
