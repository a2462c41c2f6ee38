"""Uncaught errors of greenlets and callbacks of the event loop, logged."""

import logging
from types import TracebackType

import gevent

log = logging.getLogger("controller_app.loop")


def install() -> None:
    """Log the errors of the calling thread's loop from now on."""

    def print_exception(
        _: object, __: type[BaseException] | None, error: BaseException | str | None, ___: TracebackType | None
    ) -> None:
        # Not the context, which gevent prints too: a request's has the client's address, and addresses are not logged.
        log.error("Uncaught exception in the event loop.", exc_info=error if isinstance(error, BaseException) else True)

    # handle_error stays gevent's own: it decides what is an error, and what ends the process.
    gevent.get_hub().print_exception = print_exception  # type: ignore[method-assign, assignment]
