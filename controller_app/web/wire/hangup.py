"""Ends a connection from our side, without waiting for a client that may never read again."""

from typing import Any

import gevent
import socketio

GRACE_SECONDS = 1.0
"""How long the last words may take to reach a client, and a client to hang up by itself."""

LOOK_SECONDS = 0.05
"""Between two looks whether the last words have left; also what closing frames get to leave."""


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
    if websocket is None:
        server.sleep(GRACE_SECONDS)  # the last words wait for the client's next poll
    # With wait=True it would wait for a queue that a client which doesn't read never empties.
    connection.close(wait=False, reason=server.eio.reason.SERVER_DISCONNECT)
    if websocket is not None:
        server.sleep(GRACE_SECONDS)
        websocket.close(code, reason)


def close_all(server: socketio.Server, code: int, reason: str, seconds: float) -> None:
    """Let what was sent last leave, and close every connection.

    Args:
        server: whose connections they are.
        code: the WebSockets' close code.
        reason: a word for the clients' logs.
        seconds: the most that this may take. Who polls may be asleep, so nobody waits for those.
    """
    streams = [connection for engine_id, connection in server.eio.sockets.items() if websocket_of(server, engine_id)]
    with gevent.Timeout(seconds, False):  # type: ignore[arg-type]
        while any(connection.queue.qsize() for connection in streams):
            gevent.sleep(LOOK_SECONDS)
    for engine_id in list(server.eio.sockets):
        websocket = websocket_of(server, engine_id)
        if websocket is not None:
            websocket.close(code, reason)
    gevent.sleep(LOOK_SECONDS)


def websocket_of(server: socketio.Server, engine_id: str) -> Any:
    """Return the WebSocket of an Engine.IO connection; None for one that polls."""
    return (server.environ.get(engine_id) or {}).get("wsgi.websocket")
