"""Limit of concurrent connections, in all and by address."""

import logging
from collections.abc import Callable
from contextlib import suppress
from socket import SHUT_RDWR
from time import monotonic
from typing import Any

import gevent
from gevent.pool import Pool

from controller_app.core.addresses import network_of
from controller_app.machine.process import file_limit as open_files
from controller_app.settings import AddressLimits

LINE_INTERVAL_S = 60.0
"""How often the limit may cause a line in the log."""

MIN_HALF_OPEN_S = 1.0
"""How long a connection may be half-open before it is dropped for another one: its request may be on its way."""

RETRY_S = 0.25
"""When to look again for a connection to drop."""

log = logging.getLogger("controller_app.connections")


class Connection:
    """One accepted connection. While it is not being served it may be dropped for the sake of another one."""

    __slots__ = ("_limit", "_socket", "peer", "since")

    def __init__(self, limit: "ConnectionLimit", peer: "Peer", socket: Any) -> None:
        self._limit = limit
        self.peer = peer
        self._socket = socket
        self.begin()

    def begin(self) -> None:
        """A request is on its way: half-open until it is whole."""
        self.since = monotonic()
        self.peer.idle.pop(self, None)
        self.peer.opening[self] = None

    def wait(self) -> None:
        """A request has been answered, and the next one has not begun."""
        if self in self.peer.served:
            self.peer.served.discard(self)
            self.peer.idle[self] = None
            self._limit.on_idle(self)

    def serve(self) -> None:
        """A whole request is being answered, or a WebSocket stands: it is not dropped."""
        self.peer.opening.pop(self, None)
        self.peer.served.add(self)

    def drop(self) -> None:
        """Shut the connection down; its greenlet finds the end of the stream and finishes."""
        self.forget()
        with suppress(OSError):
            self._socket.shutdown(SHUT_RDWR)

    def forget(self) -> None:
        """Count it no more."""
        self.peer.opening.pop(self, None)
        self.peer.idle.pop(self, None)
        self.peer.served.discard(self)


class Peer:
    """The connections of one network, or of a trusted proxy; oldest first."""

    def __init__(self, network: str) -> None:
        self.network = network
        self.opening: dict[Connection, None] = {}
        """Those with no request yet, or with one that is not whole (half-open)."""
        self.idle: dict[Connection, None] = {}
        self.served: set[Connection] = set()

    def __len__(self) -> int:
        return len(self.opening) + len(self.idle) + len(self.served)

    @property
    def droppable(self) -> int:
        """How many could be dropped."""
        return len(self.opening) + len(self.idle)

    def drop_oldest(self) -> bool:
        """Drop the connection that has been idle for longest, else half-open for longest; False if there is none."""
        oldest = next(iter(self.idle or self.opening), None)
        if oldest is None or (not self.idle and monotonic() - oldest.since < MIN_HALF_OPEN_S):
            return False
        oldest.drop()
        return True


class ConnectionLimit(Pool):
    """The greenlets that serve connections, of all listeners together.

    Where none is left, the idle or half-open connection that is oldest makes room, of the address that has most of
    them. While there is none either, new ones wait in the system's queue; connected clients don't notice.
    """

    def __init__(self, limits: AddressLimits, is_proxy: Callable[[str], bool]) -> None:
        """``is_proxy``: says of an address whether it is a trusted proxy's, which is not limited."""
        self._files = open_files.limit()
        super().__init__(max(1, self._files - open_files.SPARE_FILES))
        self._limits = limits
        self._is_proxy = is_proxy
        self._peers: dict[str, Peer] = {}
        self._is_wanted = False  # somebody waits to be accepted
        self._is_retrying = False
        self._said_at = float("-inf")

    @property
    def all_taken(self) -> bool:
        """Whether new connections have to wait."""
        return bool(self.free_count() <= 0) and not any(peer.droppable for peer in self._peers.values())

    def full(self) -> bool:
        """Say whether all are taken, and make room if so. Listeners ask before they accept a connection."""
        if self.free_count() > 0:
            self._is_wanted = False
            return False
        if not any(peer.drop_oldest() for peer in sorted(self._peers.values(), key=_weight)):
            self._is_wanted = True
            if self.all_taken:
                self.say("All places are taken")
            if not self._is_retrying:
                self._is_retrying = True
                gevent.spawn_later(RETRY_S, self._retry)
        return True  # until the greenlet of the dropped one has ended

    def open(self, socket: Any, address: str) -> Connection | None:
        """Count a new connection; None if its address has too many, all of which are being served."""
        network = network_of(address)
        peer = self._peers.get(network)
        if peer is None:
            peer = self._peers[network] = Peer(network)
        if not self._is_proxy(address):
            if len(peer) >= self._limits.connections and not peer.drop_oldest():
                self.say(f"One address has {len(peer)} connections, and gets no more")
                return None
            if len(peer.opening) >= self._limits.half_open:
                next(iter(peer.opening)).drop()
        return Connection(self, peer, socket)

    def close(self, connection: Connection) -> None:
        """Count a connection no more."""
        connection.forget()
        if not connection.peer:
            self._peers.pop(connection.peer.network, None)

    def on_idle(self, connection: Connection) -> None:
        """Drop a connection that has just become idle if a new one waits for its place."""
        if self._is_wanted:
            self._is_wanted = False
            connection.drop()

    def _retry(self) -> None:
        self._is_retrying = False
        if self._is_wanted:
            self.full()

    def say(self, what: str) -> None:
        """Log that new connections have to wait, now and then."""
        now = monotonic()
        if now - self._said_at >= LINE_INTERVAL_S:
            self._said_at = now
            log.warning(
                "%s (%d connections): new ones wait until others leave. This system allows %d open files; "
                "`ulimit -n` tells and raises that.",
                what,
                len(self),
                self._files,
            )


def _weight(peer: Peer) -> int:
    """Sort the peer with the most connections that could be dropped first."""
    return -peer.droppable
