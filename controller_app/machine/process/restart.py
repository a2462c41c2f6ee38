"""Restart of this program in the same process, for an event loop that is stuck."""

import os
import subprocess
import sys

ONCE = ("--open", "CONTROLLER_OPEN")
"""The option, and its twin in the environment, that is for the first start alone."""


def start() -> None:
    """Start again, with the same options; sockets close, and nothing after this call runs.

    Raises:
        OSError: the system can't.
    """
    words = [sys.executable, *(word for word in sys.orig_argv[1:] if word not in ONCE)]
    if sys.platform == "win32":
        words = [subprocess.list2cmdline([word]) for word in words]  # Windows joins them to one line, as they are
    os.execve(sys.executable, words, {name: value for name, value in os.environ.items() if name not in ONCE})
