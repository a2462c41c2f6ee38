"""Engine.IO session that ends at once, leaving no greenlet or socket behind."""

from typing import Any

import socketio
from engineio import server as engine_server
from engineio import socket as engine_socket
from engineio.exceptions import QueueEmpty

TIMER_SLACK_S = 0.1
"""How much earlier than asked a timer may fire."""


class Session(engine_socket.Socket):  # type: ignore[misc]
    """The library's session, with two waits changed.

    The library's close waits until the queue is empty. After a bad request by long-polling no poll can come to empty
    it, so the request's greenlet, socket and file would stay for as long as the process lives.
    """

    def poll(self) -> Any:
        """Wait for packets to send; once more if the process was stopped meanwhile, which took no time for pings.

        Raises:
            QueueEmpty: none came for as long as a ping and its answer may take, so the client is given up.
        """
        clock = engine_socket.time.time
        began, patience = clock(), self.server.ping_interval + self.server.ping_timeout
        try:
            return super().poll()
        except QueueEmpty:
            if clock() - began >= patience - TIMER_SLACK_S:
                raise
            return super().poll()

    def close(self, wait: bool = True, abort: bool = False, reason: Any = None) -> None:  # noqa: ARG002
        """End the session; what waits to leave is for a poll that is under way, if there is one."""
        super().close(wait=False, abort=abort, reason=reason)


def drop(server: socketio.Server, engine_id: str) -> None:
    """End a session at once, without a word and without waiting for its client."""
    session = server.eio.sockets.pop(engine_id, None)
    if session is not None:
        session.close(abort=True, reason=server.eio.reason.SERVER_DISCONNECT)


def install() -> None:
    """Put it in the place of the library's class, for all sessions from now on."""
    if engine_server.socket is not engine_socket or not hasattr(engine_socket.Socket, "close"):
        raise RuntimeError("Engine.IO makes its sessions in a new way; this seam has to follow it.")
    engine_socket.Socket = Session
