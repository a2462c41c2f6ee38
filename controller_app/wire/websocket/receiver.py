"""Receiver: from a socket to a bounded inbox, within the event loop's callback."""

import logging
from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import Any

from gevent import get_hub
from gevent.event import Event

from controller_app.core.limits import TokenBucket
from controller_app.wire.websocket.frames import BINARY, CLOSE, PING, PONG, TEXT, ProtocolError
from controller_app.wire.websocket.parser import FrameParser
from controller_app.wire.websocket.reader import CHUNK_BYTES, reader

READ = 1
"""What a libev watcher waits for: the socket can be read."""

MAX_INBOX_MESSAGES = 64
MAX_INBOX_BYTES = 65_536
"""Where an inbox counts as full: then the socket isn't read, and TCP tells the client to wait."""

CONTROLS_PER_SECOND = 2.0
CONTROLS_BURST = 20.0
"""Pings and pongs of one connection; Engine.IO needs one every few seconds."""

MAX_DISCARDED_BYTES = 65_536
"""How much of what a client still sends after the end is read."""

log = logging.getLogger("controller_app.wire")


class Receiver:
    """Reads one connection's socket whenever it has something, and keeps what the sink leaves.

    The watcher is the loop's own: a message that the sink takes costs neither a switch to a greenlet nor a system
    call that finds nothing.
    """

    __slots__ = (
        "_allow_binary", "_arrived", "_controls", "_discarded", "_ended", "_inbox", "_inbox_bytes", "_parser",
        "_paused", "_read", "_watcher", "fault", "gate", "gone", "sink",
    )  # fmt: skip

    def __init__(self, max_message: int, allow_binary: bool) -> None:
        self.sink: Callable[[bytes], bool] | None = None
        self.gate: Callable[[bytes], bool] | None = None
        self.fault: ProtocolError | None = None
        """Why the connection has to be closed, once the inbox is empty."""
        self.gone = False
        """Nothing more will arrive."""
        self._allow_binary = allow_binary
        self._parser = FrameParser(max_message)
        self._inbox: deque[tuple[int, bytes]] = deque()
        self._inbox_bytes = 0
        self._arrived = Event()
        self._controls = TokenBucket(CONTROLS_PER_SECOND, CONTROLS_BURST, monotonic())
        self._watcher: Any = None
        self._paused = False
        self._ended = False
        self._discarded = 0

    # For the connection's greenlet

    def start(self, socket: Any, early: bytes) -> None:
        """Begin to watch a gevent socket; ``early`` are bytes that were read from it already."""
        self._read = reader(socket)
        self._watcher = get_hub().loop.io(socket.fileno(), READ)
        self._parser.feed(early)
        self._deliver()
        self._watch()
        self._on_readable()  # the TLS layer may hold bytes by now, and the loop knows nothing of them

    def take(self) -> tuple[int, bytes] | None:
        """Return the oldest message in the inbox as opcode and payload, or None.

        Samples that had to wait for an event before them go to the sink now: the ordinary way costs a hundred times as
        much, and a busy server that took it would fall further behind the more samples wait.
        """
        while self._inbox:
            opcode, payload = self._inbox.popleft()
            self._inbox_bytes -= len(payload)
            if self._paused and not self.fault and self._is_half_empty():
                self._paused = False
                self._deliver()  # what was read before the pause comes first
                self._watch()
            if not (opcode == TEXT and self.sink and self.sink(payload)):
                return opcode, payload
        return None

    def wait(self, seconds: float | None = None) -> None:
        """Wait until there is news: a message, a fault, the end, or somebody's ``wake``."""
        self._arrived.clear()
        self._arrived.wait(seconds)

    def wake(self) -> None:
        """Let ``wait`` return."""
        self._arrived.set()

    def admits_control(self) -> bool:
        """Count a ping or pong; False if there were too many."""
        return self._controls.take(monotonic())

    def end(self) -> None:
        """Throw away what is here and what comes; the sink sees nothing more."""
        self._ended = True
        self._inbox.clear()
        self._paused = False
        self._watch()

    def close(self) -> None:
        """Give the watcher back; it would outlive its socket otherwise, and watch whoever gets its number next."""
        self.gone = True
        watcher, self._watcher = self._watcher, None
        if watcher:
            watcher.stop()
            watcher.close()

    # In the loop's callback; no exception may leave it

    def _on_readable(self) -> None:
        if self._watcher is None or self._paused or self.gone:
            return
        data = self._read()
        if data is None:
            return
        if not data:
            self._finish()
        elif self._ended:
            self._discard(data)
        else:
            self._parser.feed(data)
            self._deliver()

    def _deliver(self) -> None:
        """Hand on what the parser has, as far as the inbox takes it."""
        try:
            while not (self._ended or self.gone or self._is_full()):
                message = self._parser.next()
                if message is None:
                    return
                opcode, payload = message
                if opcode == TEXT and self.sink and not self._inbox and self.sink(payload):
                    continue
                if opcode == TEXT and self.gate and not self.gate(payload):
                    continue
                self._put(opcode, payload)  # also a sample, if a tap before it still waits: it mustn't overtake that
        except ProtocolError as violation:
            self._fail(violation)
        except Exception as error:
            log.error("A connection is closed, since its message met %s: %s", type(error).__name__, error)
            log.debug("It happened here:", exc_info=True)
            self._fail(ProtocolError(1011, "the server stumbled over a message"))
        else:
            self._pause()

    def _put(self, opcode: int, payload: bytes) -> None:
        if opcode in (PING, PONG) and not self.admits_control():
            raise ProtocolError(1008, "too many pings and pongs")
        if opcode == BINARY and not self._allow_binary:
            raise ProtocolError(1003, "only texts are understood here")
        if opcode == PONG:
            return
        self._inbox.append((opcode, payload))
        self._inbox_bytes += len(payload)
        self.wake()
        if opcode == CLOSE:
            self._finish()

    def _is_full(self) -> bool:
        return len(self._inbox) >= MAX_INBOX_MESSAGES or self._inbox_bytes >= MAX_INBOX_BYTES

    def _is_half_empty(self) -> bool:
        return len(self._inbox) <= MAX_INBOX_MESSAGES // 2 and self._inbox_bytes <= MAX_INBOX_BYTES // 2

    def _fail(self, violation: ProtocolError) -> None:
        """Note the fault; it waits its turn, so that good messages aren't lost for the bad one after them."""
        self.fault = violation
        self._pause()
        self.wake()

    def _finish(self) -> None:
        self.gone = True
        self._pause()
        self.wake()

    def _discard(self, data: bytes) -> None:
        self._discarded += len(data)
        if self._discarded > MAX_DISCARDED_BYTES:
            self._finish()

    def _pause(self) -> None:
        """Leave what comes next in the kernel: its buffer fills, and TCP slows the client down."""
        self._paused = True
        if self._watcher:
            self._watcher.stop()

    def _watch(self) -> None:
        if self._watcher and not self._watcher.active and not self._paused and not self.gone:
            self._watcher.start(self._on_readable)


def early_bytes(handler: Any) -> bytes:
    """Return what a client sent along with its handshake: it lies in the HTTP handler's buffer."""
    socket = handler.socket
    patience = socket.gettimeout()
    socket.settimeout(0.0)  # an empty buffer makes peek() read from the socket, and it must not wait there
    try:
        return bytes(handler.rfile.peek(CHUNK_BYTES))
    except (OSError, ValueError):
        return b""
    finally:
        socket.settimeout(patience)
