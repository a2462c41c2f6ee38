"""Base class of the roles' handlers: one Socket.IO namespace each."""

import random
from collections.abc import Callable
from functools import wraps
from math import ceil
from typing import Any, ClassVar, NoReturn, TypeVar

import socketio
from flask import request
from flask_socketio import Namespace
from socketio.exceptions import ConnectionRefusedError

from controller_app.core.addresses import NETWORK_KEY
from controller_app.core.protocol import CAUSES, Cause, Ended, Message, Reason, Role
from controller_app.errors import ControllerError, RoomFull, RoomNotFound, SeatTaken, TokenNeeded, TryLater
from controller_app.web.context import ServerContext

Handler = TypeVar("Handler", bound=Callable[..., Any])

REFUSALS: dict[type[ControllerError], Reason] = {
    RoomNotFound: "not_found",
    RoomFull: "full",
    SeatTaken: "taken",
    TokenNeeded: "token_needed",
    TryLater: "busy",
}
"""Why a connection was refused, as a page can show it; anything else is misbehaviour."""

MIN_WAIT_MS = 2000
MAX_JITTER_MS = 4000
"""A phone that may try later comes back after the time that its refusal says, but not before the first, and at random
up to the second later, so that phones that wait for the same don't come back together.
"""


def connection_id() -> str:
    """Return the connection that the handler runs for; the one place that knows where Flask-SocketIO keeps it."""
    connection: str = request.sid  # type: ignore[attr-defined]
    return connection


def answered(handler: Handler) -> Handler:
    """Turn a ControllerError into a word to the one who caused it; the gateway counts how often."""

    @wraps(handler)
    def answer(self: "RoleNamespace", *raw: object) -> object:
        try:
            return handler(self, *raw)
        except ControllerError as error:
            self.context.gateway.refuse(self.engine_id(), error)
            return None

    return answer  # type: ignore[return-value]


class RoleNamespace(Namespace):
    """Handlers of one role's events: ``on_tap`` for ``tap``, and so on. A handler parses, asks the core, tells."""

    role: ClassVar[Role]
    server: socketio.Server
    namespace: str

    def __init__(self, context: ServerContext) -> None:
        super().__init__(self.role.namespace)
        self.context = context

    def engine_id(self) -> str:
        """Return the Engine.IO id under which the gateway knows this connection."""
        engine: str = self.server.manager.eio_sid_from_sid(connection_id(), self.namespace)
        return engine

    def tell(self, message: Message) -> None:
        """Tell the connection that the handler runs for."""
        self.context.notifier.tell(self.role, connection_id(), message)

    def on_clock(self, _: object = None) -> int:
        """Return the server's clock in milliseconds; travels as the acknowledgement."""
        return int(self.context.clock() * 1000)

    def refuse(self, error: ControllerError) -> NoReturn:
        """Refuse the connection that the handler runs for, with a reason its page can show."""
        self.context.gateway.strike(self.engine_id())
        reason: Reason = next((reason for kind, reason in REFUSALS.items() if isinstance(error, kind)), "misbehaved")
        cause: Cause = next((cause for cause in CAUSES if cause == error.code), "")
        after = 0
        if isinstance(error, TryLater):
            after = max(MIN_WAIT_MS, round(error.after * 1000)) + random.randrange(MAX_JITTER_MS)
        ended = Ended(reason, error.sentence, after, cause, ceil(error.after))
        raise ConnectionRefusedError(error.sentence, ended.plain())

    def network(self) -> str:
        """Return the network of the client that the handler runs for, as limits count it."""
        network: str = request.environ[NETWORK_KEY]
        return network
