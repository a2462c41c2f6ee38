"""A server whose every WebSocket is a WatchedWebSocket, to be started as a child process.

It prints its port. Paths: ``/echo`` sends back what comes; ``/sink`` has a sink that takes texts starting with
"sample"; ``/fault`` has one that raises; ``/late`` starts to read after a second; ``/flood`` sends without end;
``/kick`` too, and is closed meanwhile; ``/chorus`` sends from two greenlets; ``/prompt`` sends without waiting;
``/stats`` answers with counts as JSON.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

import gevent
from gevent import get_hub, pywsgi, socket
from geventwebsocket.exceptions import WebSocketError

from controller_app.wire.websocket.connection import WatchedWebSocket, install
from controller_app.wire.websocket.handshake import Handshake
from controller_app.wire.websocket.receiver import Receiver

handlers = {"open": 0, "received": 0, "taken": 0, "taken_in_hub": 0, "kick_milliseconds": 0, "rests": 0}
intakes: set[int] = set()


class CountingIntake(Receiver):
    """Counts watchers that are not given back."""

    def start(self, socket: Any, early: bytes) -> None:
        """Count one more."""
        intakes.add(id(self))
        super().start(socket, early)

    def close(self) -> None:
        """Count one less."""
        super().close()
        intakes.discard(id(self))


class EchoWebSocket(WatchedWebSocket):
    """Takes binary messages too."""

    allow_binary = True

    def __init__(self, environ: dict[str, Any], stream: Any, handler: Any) -> None:
        super().__init__(environ, stream, handler)
        self._intake = CountingIntake(self.max_message, self.allow_binary)


class EchoHandshake(Handshake):
    """Upgrades everywhere."""

    upgrades_at = "/"
    is_for_engineio = False

    def log_error(self, msg: str, *args: object) -> None:
        """Print it: a test wants silence."""
        print(msg % args, file=sys.stderr)


def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Serve one request."""
    if environ["PATH_INFO"] == "/stats":
        start_response("200 OK", [("Content-Type", "application/json")])
        return [json.dumps(stats()).encode()]
    websocket: WatchedWebSocket | None = environ.get("wsgi.websocket")
    if websocket is None:
        start_response("404 Not Found", [])
        return []
    handlers["open"] += 1
    try:
        serve(environ["PATH_INFO"], websocket)
    except WebSocketError:
        pass
    finally:
        handlers["open"] -= 1
    return []


def serve(path: str, websocket: WatchedWebSocket) -> None:
    """Do what the path says until the connection ends."""
    if path == "/sink":
        websocket.sink = take_samples
    if path == "/fault":
        websocket.sink = stumble
    if path == "/late":
        websocket.receive()
        gevent.sleep(1.0)
    if path == "/flood":
        websocket.receive()
        flood(websocket)
    if path == "/kick":
        websocket.receive()
        kick(websocket)
    if path == "/chorus":
        websocket.receive()
        gevent.joinall([gevent.spawn(sing, websocket, letter) for letter in "ab"])
    if path == "/prompt":
        websocket.receive()
        prompt(websocket)
    while (message := websocket.receive()) is not None:
        handlers["received"] += 1
        websocket.send(message)


def flood(websocket: WatchedWebSocket) -> None:
    """Send until the connection ends."""
    try:
        while True:
            websocket.send("x" * 65_536)
    except WebSocketError:
        return


def kick(websocket: WatchedWebSocket) -> None:
    """Close while another greenlet is stuck in a send, and note how long that takes."""
    gevent.spawn(flood, websocket)
    gevent.sleep(0.3)
    started = time.monotonic()
    websocket.close(1001, "enough")
    handlers["kick_milliseconds"] = round((time.monotonic() - started) * 1000)


def sing(websocket: WatchedWebSocket, letter: str) -> None:
    """Send long texts of one letter."""
    for _ in range(20):
        websocket.send(letter * 200_000)


def prompt(websocket: WatchedWebSocket) -> None:
    """Send more than the socket takes without waiting for it, and something the ordinary way behind it."""
    for letter in "abc":
        while websocket.is_sending:
            gevent.sleep(0.01)
        websocket.send_at_once(letter.encode() * 400_000)
        handlers["rests"] += websocket.is_sending
        websocket.send(letter)


def take_samples(payload: bytes) -> bool:
    """Take texts that start with "sample"."""
    if not payload.startswith(b"sample"):
        return False
    handlers["taken"] += 1
    handlers["taken_in_hub"] += gevent.getcurrent() is get_hub()
    return True


def stumble(payload: bytes) -> bool:
    """Raise, as a sink with a mistake in it would."""
    raise KeyError(payload)


def stats() -> dict[str, int]:
    """Return what must come back to where it was."""
    return {
        **handlers,
        "watchers": len(intakes),
        "files": len(os.listdir("/dev/fd")),
        "memory": memory(),
    }


def memory() -> int:
    """Return the bytes this process holds; 0 where the system doesn't say."""
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except FileNotFoundError:
        return 0


def main() -> None:
    """Serve until killed."""
    options = argparse.ArgumentParser()
    options.add_argument("--max-message", type=int, default=2048)
    options.add_argument("--send-seconds", type=float, default=15.0)
    options.add_argument("--cert")
    options.add_argument("--key")
    given = options.parse_args()
    EchoWebSocket.send_seconds = given.send_seconds
    install(given.max_message, EchoWebSocket)
    listener = socket.socket()
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 65_536)  # so that a long text doesn't fit in
    listener.bind(("127.0.0.1", 0))
    listener.listen(256)
    tls = {"certfile": given.cert, "keyfile": given.key} if given.cert else {}
    server = pywsgi.WSGIServer(listener, app, log=None, handler_class=EchoHandshake, **tls)
    server.start()
    print(listener.getsockname()[1], flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
