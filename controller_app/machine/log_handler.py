"""The server's log: one handler at the root, for all entries."""

import logging

from controller_app.machine.log_format import LogFormatter


def start() -> None:
    """Log to stderr from now on, escaped."""
    handler = logging.StreamHandler()
    handler.setFormatter(LogFormatter())
    logging.basicConfig(handlers=[handler], level=logging.INFO)
