"""The real server with two test routes: one tells what it holds, one moves its clock.

python -m tests.faults.watched --host 127.0.0.1 --port 8080 --https-port 0 --instance DIR --ping 1
"""

from gevent import monkey

monkey.patch_all()

import gc  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import signal  # noqa: E402
import time  # noqa: E402
from argparse import ArgumentParser  # noqa: E402
from pathlib import Path  # noqa: E402

import gevent  # noqa: E402
from greenlet import greenlet  # noqa: E402

from controller_app.app import Controller, create_app  # noqa: E402
from controller_app.machine.process import log_handler  # noqa: E402
from controller_app.settings import Settings  # noqa: E402
from controller_app.web.server import Server  # noqa: E402
from controller_app.web.tasks import loop_errors  # noqa: E402


class MovableClock:
    """A monotonic clock that can be moved forward."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        """Return seconds."""
        return time.monotonic() + self.ahead


def counts(controller: Controller) -> dict[str, int]:
    """Return how much of everything there is."""
    gc.collect()
    objects = gc.get_objects()
    rooms = list(controller.context.rooms)
    return {
        "rooms": len(rooms),
        "seats": sum(len(room.seats) for room in rooms),
        "connections": len(controller.sio.eio.sockets),
        "files": len(os.listdir("/proc/self/fd")),
        "greenlets": sum(isinstance(thing, greenlet) and not thing.dead for thing in objects),
        "objects": len(objects),
        "bytes": int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE"),
    }


def main() -> None:
    log_handler.start()
    loop_errors.install()
    parser = ArgumentParser()
    for name, kind in {"host": str, "port": int, "https-port": int, "instance": Path}.items():
        parser.add_argument(f"--{name}", type=kind, required=True)
    parser.add_argument("--set", nargs="*", default=[])
    parser.add_argument("--ping", type=int, help="seconds between pings, and for an answer")
    given = vars(parser.parse_args())
    ping = given.pop("ping")
    given |= {name: json.loads(value) for name, _, value in (pair.partition("=") for pair in given.pop("set"))}
    clock = MovableClock()
    controller = create_app(Settings(**given), clock)
    if ping:
        controller.sio.eio.ping_interval = controller.sio.eio.ping_timeout = ping

    @controller.flask.get("/test/counts")
    def tell() -> dict[str, int]:
        return counts(controller)

    @controller.flask.get("/test/later/<float:seconds>")
    def later(seconds: float) -> dict[str, float]:
        clock.ahead += seconds
        return {"ahead": clock.ahead}

    server = Server(controller.flask, controller.context, controller.sio)
    gevent.signal_handler(signal.SIGTERM, server.stop)
    server.serve()


if __name__ == "__main__":
    main()
