"""Ends a connection from our side, without waiting for a client that may never read again."""

import socketio

GRACE_SECONDS = 1.0
"""How long the last words may take to reach a client, and a client to hang up by itself."""


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
    websocket = (server.environ.get(engine_id) or {}).get("wsgi.websocket")
    if websocket is None:
        server.sleep(GRACE_SECONDS)  # the last words wait for the client's next poll
    # With wait=True it would wait for a queue that a client which doesn't read never empties.
    connection.close(wait=False, reason=server.eio.reason.SERVER_DISCONNECT)
    if websocket is not None:
        server.sleep(GRACE_SECONDS)
        websocket.close(code, reason)
