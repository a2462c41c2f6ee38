"""A clock for Engine.IO that nobody can set: it times pings by the wall clock, so a step would end connections."""

from time import monotonic
from types import SimpleNamespace

from engineio import base_socket
from engineio import socket as engine_socket


def install() -> None:
    """Put a monotonic clock in the place of the one by which Engine.IO times pings."""
    for module in (base_socket, engine_socket):
        if not hasattr(module, "time"):
            raise RuntimeError("Engine.IO times its pings in a new way; this seam has to follow it.")
        module.time = SimpleNamespace(time=monotonic)
