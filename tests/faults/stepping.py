"""A server with a settable wall clock: an hour ahead at SIGUSR1, an hour back at SIGUSR2."""

from gevent import monkey

monkey.patch_all()

import signal  # noqa: E402
import time  # noqa: E402

import gevent  # noqa: E402

from controller_app import app, cli  # noqa: E402

HOUR = 3600

wall_clock = time.time
steps = 0


def step(hours: int) -> None:
    """Set the clock, and say so."""
    global steps
    steps += hours
    print(f"The clock is {steps:+} h.", flush=True)


time.time = lambda: wall_clock() + steps * HOUR

if __name__ == "__main__":
    app.PING_INTERVAL_S = 1  # so that the test needn't wait for it
    gevent.signal_handler(signal.SIGUSR1, step, 1)
    gevent.signal_handler(signal.SIGUSR2, step, -1)
    cli.main()
