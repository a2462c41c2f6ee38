"""Flask application that matches no route for Socket.IO events."""

from typing import Any

from flask import Flask, Request

SOCKET_IO = "/socket.io/"
"""Paths below it are answered by Engine.IO before Flask sees them."""


class FlaskApp(Flask):
    """The application that answers pages, and gives Socket.IO events their request context."""

    def create_url_adapter(self, request: Request | None) -> Any:
        """Return the matcher of routes; None for a Socket.IO event.

        Flask-SocketIO makes a request context for every event of a client from the request that opened its
        connection. To match its address each time is a twentieth of the processor time of a join.
        """
        if request is not None and request.path.startswith(SOCKET_IO):
            return None
        return super().create_url_adapter(request)
