"""Non-blocking reads from a plain or TLS socket, without a greenlet."""

from collections.abc import Callable
from ssl import SSLWantReadError
from typing import Any

CHUNK_BYTES = 16_384
"""Bytes read in one callback: a TLS record, or some two hundred samples; the loop calls again if there is more."""

Read = Callable[[], bytes | None]
"""Returns what has arrived, None if nothing has, and b"" if nothing more will."""


def reader(socket: Any) -> Read:
    """Return a function that reads from a gevent socket past gevent: it is only called when there is something."""
    tls = getattr(socket, "_sslobj", None)
    return tls_reader(tls) if tls else plain_reader(socket._sock)


def plain_reader(socket: Any) -> Read:
    """Read from a non-blocking socket."""

    def read() -> bytes | None:
        try:
            return bytes(socket.recv(CHUNK_BYTES))
        except BlockingIOError:
            return None
        except OSError:
            return b""

    return read


def tls_reader(tls: Any) -> Read:
    """Read from the TLS layer of a non-blocking socket."""

    def read() -> bytes | None:
        try:
            data = bytes(tls.read(CHUNK_BYTES))
            # The loop watches the socket, not the TLS layer: what stays in there would wait for the next record.
            while data and tls.pending():
                data += tls.read(CHUNK_BYTES)
        except SSLWantReadError:
            return None
        except OSError:
            # SSLWantWriteError too: who makes us renew keys and doesn't read our answer would keep the loop spinning.
            return b""
        return data

    return read
