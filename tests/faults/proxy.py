"""TCP proxy with faults: delay, cut, black hole, slow link, reordering.

Seeded: the same seed gives the same delays to the same chunks. Within a connection the order stays, as TCP keeps it;
between connections ``jitter`` changes it.
"""

import random
import socket
import struct
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from queue import Queue

CHUNK = 2048  # bytes
SWALLOWED_S = 60
LINGER = struct.pack("ii", 1, 0)  # a close sends a reset

Chunk = tuple[float, bytes]


class Proxy:
    """Listens on a port of its own and carries every connection to ``target``; what it does can change at any time."""

    def __init__(self, target: int, seed: int = 0) -> None:
        self.delay = 0.0
        """Seconds that each chunk waits, either way."""
        self.jitter = 0.0
        """Seconds that it waits on top, at most."""
        self.bytes_per_second = 0
        """The most that a connection carries, either way; 0 is as much as it likes."""
        self.swallows = b""
        """What a connection carries no further from, seen in a request; empty carries all."""
        self._target = target
        self._seed = seed
        self._flows = threading.Event()
        self._flows.set()
        self._carried: list[socket.socket] = []
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, CHUNK)  # so that a slow link is felt
        self.port: int = self._listener.getsockname()[1]
        self._start(self._accept)

    @property
    def http(self) -> str:
        """The address of pages through it."""
        return f"http://127.0.0.1:{self.port}"

    def hole(self) -> None:
        """Carry nothing from now on, and tell nobody: the radio is gone."""
        self._flows.clear()

    def flow(self) -> None:
        """Carry again, what has waited first."""
        self._flows.set()

    def cut(self) -> None:
        """End all connections that there are, with a reset; new ones are taken."""
        with self._lock:
            carried, self._carried = self._carried, []
        for end in carried:
            with suppress(OSError):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER)
                end.shutdown(socket.SHUT_RDWR)
        for end in carried:
            end.close()

    def close(self) -> None:
        """Take no more connections and end those there are."""
        self._flows.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()

    def _accept(self) -> None:
        with suppress(OSError):
            for number in range(1_000_000):
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._target))
                with self._lock:
                    self._carried += [near, far]
                for way, (source, sink) in enumerate(((near, far), (far, near))):
                    source.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    waiting: Queue[Chunk] = Queue(64)
                    chance = random.Random(f"{self._seed} {number} {way}")
                    self._start(self._take, source, waiting, chance)
                    self._start(self._give, sink, waiting)

    def _take(self, source: socket.socket, waiting: Queue[Chunk], chance: random.Random) -> None:
        data = b"first"
        while data:
            try:
                data = source.recv(CHUNK)
            except OSError:
                data = b""
            if self.swallows and self.swallows in data:
                threading.Event().wait(SWALLOWED_S)
                return
            waiting.put((time.monotonic() + self.delay + chance.uniform(0, self.jitter), data))

    def _give(self, sink: socket.socket, waiting: Queue[Chunk]) -> None:
        with suppress(OSError):
            while True:
                due, data = waiting.get()
                time.sleep(max(0.0, due - time.monotonic()))
                self._flows.wait()
                if not data:
                    sink.shutdown(socket.SHUT_WR)
                    return
                sink.sendall(data)
                if self.bytes_per_second:
                    time.sleep(len(data) / self.bytes_per_second)

    def _start(self, work: Callable[..., None], *given: object) -> None:
        threading.Thread(target=work, args=given, daemon=True).start()
