"""Root log handler, for our entries and for errors that Python prints by itself."""

import logging
import sys
import time

from controller_app.machine.process.log_budget import LogBudget
from controller_app.machine.process.log_format import LogFormatter

log = logging.getLogger(__name__)


def start() -> None:
    """Log to stderr from now on, escaped and within the budget."""
    handler = logging.StreamHandler()
    handler.setFormatter(LogFormatter())
    handler.addFilter(LogBudget(time.monotonic))
    logging.basicConfig(handlers=[handler], level=logging.INFO)
    logging.captureWarnings(True)
    sys.unraisablehook = _unraisable


def left_out() -> int:
    """Return how many entries were left out so far, since there were too many."""
    filters = (each for handler in logging.getLogger().handlers for each in handler.filters)
    return sum(each.left_out for each in filters if isinstance(each, LogBudget))


def _unraisable(fault: "sys.UnraisableHookArgs") -> None:
    """Log an exception that nobody could catch, such as one in a destructor or in a thread."""
    where = getattr(
        fault.object, "__qualname__", type(fault.object).__name__
    )  # not its repr: a socket's has an address
    log.error("%s %s.", fault.err_msg or "Exception ignored in", where, exc_info=fault.exc_value)
