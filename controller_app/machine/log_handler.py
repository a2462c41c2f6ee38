"""The server's log: one handler at the root, for all entries."""

import logging
import time

from controller_app.machine.log_budget import LogBudget
from controller_app.machine.log_format import LogFormatter


def start() -> None:
    """Log to stderr from now on, escaped and within the budget."""
    handler = logging.StreamHandler()
    handler.setFormatter(LogFormatter())
    handler.addFilter(LogBudget(time.monotonic))
    logging.basicConfig(handlers=[handler], level=logging.INFO)


def left_out() -> int:
    """Return how many entries were left out so far, since there were too many."""
    filters = (each for handler in logging.getLogger().handlers for each in handler.filters)
    return sum(each.left_out for each in filters if isinstance(each, LogBudget))
