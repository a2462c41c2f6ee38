"""A server with faults: /test/spin blocks its loop for good, /test/busy for a while."""

from gevent import monkey

monkey.patch_all()

from time import monotonic  # noqa: E402

import gevent  # noqa: E402

from controller_app import cli  # noqa: E402
from controller_app.app import Controller, create_app  # noqa: E402
from controller_app.settings import Settings  # noqa: E402

PIECE_S = 0.1


def create_faulty_app(settings: Settings) -> Controller:
    controller = create_app(settings)

    @controller.flask.get("/test/spin")
    def spin() -> str:
        while True:
            pass

    @controller.flask.get("/test/busy/<float:seconds>")
    def busy(seconds: float) -> str:
        """Let greenlets take turns, none of them for long, all together for longer than timers should wait."""
        pieces = int(seconds / PIECE_S)
        gevent.joinall([gevent.spawn(work) for _ in range(pieces)])
        return str(pieces)

    return controller


def work() -> None:
    until = monotonic() + PIECE_S
    while monotonic() < until:
        pass


if __name__ == "__main__":
    vars(cli)["create_app"] = create_faulty_app
    cli.main()
