"""Close connections without waiting for clients that never read again."""

from typing import Any

import gevent
import socketio

CLOSE_GRACE_S = 1.0
"""How long the last words may take to reach a client, and a client to hang up by itself."""

POLL_INTERVAL_S = 0.05
"""Between two looks whether the last words have left."""

MAX_STUCK_POLLS = 20
"""After so many looks at which nothing more had left, nothing more will: who is left doesn't read, or sleeps."""

LINGER_TIMEOUT_S = 0.5
"""How long clients have to hang up by themselves, once they were told; who ends first may cut off a goodbye."""


def hang_up(server: socketio.Server, engine_id: str, code: int, reason: str) -> None:
    """End an Engine.IO connection in a greenlet of its own: a close runs our handlers, and the caller may be one.

    Args:
        server: whose connection it is.
        engine_id: its Engine.IO id; one that is gone already is fine.
        code: the WebSocket's close code (RFC 6455, 7.4).
        reason: a word for the client's log.
    """
    server.start_background_task(_hang_up, server, engine_id, code, reason)


def _hang_up(server: socketio.Server, engine_id: str, code: int, reason: str) -> None:
    connection = server.eio.sockets.get(engine_id)
    if connection is None:
        return
    websocket = websocket_of(server, engine_id)
    if websocket is not None:
        websocket.ending = (code, reason)
    else:
        server.sleep(CLOSE_GRACE_S)  # the last words wait for the client's next poll
    # With wait=True it would wait for a queue that a client which doesn't read never empties.
    connection.close(wait=False, reason=server.eio.reason.SERVER_DISCONNECT)
    if websocket is not None:
        server.sleep(CLOSE_GRACE_S)
        websocket.close()


def close_all(server: socketio.Server, code: int, reason: str, seconds: float) -> None:
    """Let what was sent last leave, and close every connection. Nobody waits for a client that doesn't read.

    Args:
        server: whose connections they are.
        code: the WebSockets' close code.
        reason: a word for the clients' logs.
        seconds: the most that the last words get to leave; clients then get ``LINGER_TIMEOUT_S`` more.
    """
    with gevent.Timeout(seconds, False):  # type: ignore[arg-type]
        _flush(server)
    websockets = [websocket for _, websocket in _connections(server) if websocket is not None]
    for websocket in websockets:
        websocket.close(code, reason)
    with gevent.Timeout(LINGER_TIMEOUT_S, False):  # type: ignore[arg-type]
        while not all(websocket.is_gone for websocket in websockets):
            gevent.sleep(POLL_INTERVAL_S)


def _flush(server: socketio.Server) -> None:
    """Wait until nothing waits to leave, or until what waits gets no less."""
    left, looks = _waiting(server), 0
    while left and looks < MAX_STUCK_POLLS:
        gevent.sleep(POLL_INTERVAL_S)
        before, left = left, _waiting(server)
        looks = 0 if left < before else looks + 1
    gevent.sleep(POLL_INTERVAL_S)  # for the answer to a poll: it has left the queue, and may be on its way still


def _waiting(server: socketio.Server) -> int:
    """Count what waits to leave: messages in queues, and frames that a client has not made room for."""
    return sum(
        connection.queue.qsize() + (websocket is not None and websocket.is_sending)
        for connection, websocket in _connections(server)
    )


def _connections(server: socketio.Server) -> list[tuple[Any, Any]]:
    """Return every Engine.IO connection with its WebSocket, None for one that polls."""
    return [(connection, websocket_of(server, engine_id)) for engine_id, connection in server.eio.sockets.items()]


def websocket_of(server: socketio.Server, engine_id: str) -> Any:
    """Return the WebSocket of an Engine.IO connection; None for one that polls."""
    return (server.environ.get(engine_id) or {}).get("wsgi.websocket")
