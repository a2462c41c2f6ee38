"""Peer: the relay as Flask-SocketIO's documentation would have it."""

# ruff: noqa: E402 - gevent patches first

from gevent import monkey

monkey.patch_all()

import sys
from collections import Counter
from typing import Any

from flask import Flask, request
from flask_socketio import SocketIO, emit, join_room
from gevent import pywsgi, socket
from geventwebsocket.handler import WebSocketHandler

app = Flask(__name__)
socketio = SocketIO(app, async_mode="gevent")
seats: dict[str, tuple[str, int]] = {}
phones_in = Counter[str]()


@socketio.on("display")
def open_room(room: str) -> None:
    """Let a display see what the phones of a room do."""
    join_room(room)
    emit("opened", room)


@socketio.on("join")
def join(room: str) -> None:
    """Give a phone its number in a room."""
    phones_in[room] += 1
    seats[request.sid] = room, phones_in[room]  # type: ignore[attr-defined]
    emit("seated", phones_in[room])


@socketio.on("tilt")
def tilt(sample: list[int]) -> None:
    """Pass a sample on."""
    room, number = seats[request.sid]  # type: ignore[attr-defined]
    emit("tilt", [number, sample], to=room)


@socketio.on("tap")
def tap(where: list[int]) -> None:
    """Pass a tap on."""
    room, number = seats[request.sid]  # type: ignore[attr-defined]
    emit("tap", [number, where], to=room)


def listening_socket(port: int) -> Any:
    """Listen under the conditions that our own server sets itself: no Nagle, room for a hall that scans at once."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(512)
    return listener


port, certificate, key = sys.argv[1:]
tls: dict[str, Any] = {"certfile": certificate, "keyfile": key} if certificate else {}
pywsgi.WSGIServer(listening_socket(int(port)), app, log=None, handler_class=WebSocketHandler, **tls).serve_forever()
