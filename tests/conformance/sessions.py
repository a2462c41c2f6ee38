"""Engine.IO sessions by long-polling or WebSocket, without a client library."""

import json
from typing import Any, ClassVar

import requests
import websocket

from tests.support.clients import PATIENCE

PING = 1
"""Seconds between two pings, and for an answer, of the server under test."""

Answer = tuple[int, str]


class Polling:
    """A long-polling session."""

    def __init__(self, http: str) -> None:
        self.address = f"{http}/socket.io/?EIO=4&transport=polling"
        self.opened = json.loads(ask("GET", self.address)[1].removeprefix("0"))
        self.address += f"&sid={self.opened['sid']}"

    def post(self, body: str) -> Answer:
        """Send packets; return status and text."""
        return ask("POST", self.address, body)

    def poll(self, seconds: float = PATIENCE) -> Answer:
        """Wait for packets; return status and text."""
        return ask("GET", self.address, seconds=seconds)

    def polls_until(self, part: str) -> Answer:
        """Poll until a text holds ``part`` or the session has ended."""
        status, text = self.poll()
        while status == 200 and part not in text:
            if text == "2":
                self.post("3")
            status, text = self.poll()
        return status, text


class Socket:
    """A WebSocket session; ``recv`` answers no ping, ``packet`` does."""

    all: ClassVar[list["Socket"]] = []
    """To be closed in the end."""

    def __init__(self, http: str, query: str = "EIO=4&transport=websocket", *says: str) -> None:
        address = f"{http.replace('http', 'ws', 1)}/socket.io/?{query}"
        self._socket = websocket.create_connection(address, timeout=PATIENCE)
        self.all.append(self)
        self.opened = self.recv()
        for text in says:
            self.send(text)

    def send(self, text: str | bytes) -> None:
        """Send a text, or bytes as a binary message."""
        if isinstance(text, str):
            self._socket.send(text)
        else:
            self._socket.send_binary(text)

    def recv(self) -> str:
        """Return the next text; "" if the server has closed, by a close packet or without one."""
        try:
            text = str(self._socket.recv())
        except (websocket.WebSocketException, OSError):
            return ""
        return "" if text == "1" else text

    def packet(self, part: str = "") -> str:
        """Return the next text that is no ping and holds ``part``; "" if the server closes first."""
        while (text := self.recv()) and (text == "2" or part not in text):
            if text == "2":
                self.send("3")
        return text

    def close_code(self) -> int:
        """Read on until the server's close frame and return its code; 0 if the connection just ended."""
        while True:
            try:
                opcode, data = self._socket.recv_data(control_frame=True)
            except (websocket.WebSocketException, OSError):
                return 0
            if opcode == websocket.ABNF.OPCODE_CLOSE:
                return int.from_bytes(data[:2], "big")

    def close(self) -> None:
        """Hang up."""
        self._socket.shutdown()  # type: ignore[no-untyped-call]


def ask(method: str, address: str, body: str = "", seconds: float = PATIENCE) -> Answer:
    """Make one request on a connection of its own."""
    answer = requests.request(method, address, data=body or None, timeout=seconds, headers={"Connection": "close"})
    return answer.status_code, answer.text


def event(text: str) -> list[Any]:
    """Return the list of a Socket.IO event."""
    found: list[Any] = json.loads(text[text.index("[") :])
    return found
