"""Backlog limit: messages that may wait for a client that doesn't read."""

import logging
from typing import Any

import socketio

from controller_app.wire.closing import hang_up

MAX_WAITING_MESSAGES = 256
MAX_WAITING_BYTES = 65_536
"""What may wait for one client. As much again may be in the hands of Engine.IO's writer, which takes all that waits at
once; with what Python adds to each message that is 256 kB."""

TRY_AGAIN_LATER = 1013
"""The WebSocket's close code for whoever may come again (IANA's registry of close codes)."""

log = logging.getLogger("controller_app.backlog")


def is_too_long(queue: Any) -> bool:
    """Say of an Engine.IO connection's queue whether its client is too far behind to be served."""
    waiting = queue.qsize()
    return waiting >= MAX_WAITING_MESSAGES or sum(_size(packet) for packet in queue.queue) >= MAX_WAITING_BYTES


def give_up(server: socketio.Server, engine_id: str) -> None:
    """Let go of what waits for a client, and of its connection: it comes again and is told how things stand by then."""
    connection = server.eio.sockets.get(engine_id)
    if connection is None:
        return
    while connection.queue.qsize():
        connection.queue.get_nowait()
        connection.queue.task_done()
    log.info("A client read too slowly and was cut off; it may come again.")
    hang_up(server, engine_id, TRY_AGAIN_LATER, "too slow")


def _size(packet: Any) -> int:
    data = getattr(packet, "data", None)  # the library ends a queue with None
    return len(data) if isinstance(data, str | bytes) else 0
