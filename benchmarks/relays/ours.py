"""Our server as ``python -m controller_app``, with settings that the command line lacks."""

# ruff: noqa: E402 - gevent patches first

from gevent import monkey

monkey.patch_all()

import logging
import signal
import sys
from pathlib import Path

import gevent

from controller_app.app import create_app
from controller_app.settings import Settings
from controller_app.web.server import Server

logging.basicConfig(format="%(message)s", level=logging.INFO)
port, https_port, instance, seats, pace = sys.argv[1:]
settings = Settings(
    host="127.0.0.1",
    address="127.0.0.1",
    port=int(port),
    https_port=int(https_port),
    instance=Path(instance),
    phones_per_room=int(seats),
    pace=pace == "on",
    address_limits="off",
)
controller = create_app(settings)
server = Server(controller.flask, controller.context, controller.sio)
gevent.signal_handler(signal.SIGTERM, server.stop)
server.serve()
