"""Periodic actions in the background, for as long as the process lives."""

import logging
from collections.abc import Callable

import gevent


def every(seconds: float, action: Callable[[], object], log: logging.Logger) -> "gevent.Greenlet[..., None]":
    """Run an action now and again after each pause, in a greenlet of its own.

    Args:
        seconds: of each pause.
        action: may wait itself. What it raises is logged, and the next run follows.
        log: of the task.

    Returns:
        The greenlet; killing it ends the runs.
    """
    return gevent.spawn(_forever, seconds, action, log)


def _forever(seconds: float, action: Callable[[], object], log: logging.Logger) -> None:
    while True:
        try:
            action()
        except Exception:
            log.exception("A run of %s failed; the next one follows.", log.name)
        gevent.sleep(seconds)
