"""What Python and gevent print by themselves goes through the log as well."""

import subprocess
import sys

from tests.support.running import ROOT

PROGRAM = r"""
from gevent import monkey
monkey.patch_all()
import warnings, gevent
from controller_app.machine.process import log_handler
from controller_app.web.tasks import loop_errors

ADDRESS = "192.0.2.7"

class Torn:
    def __del__(self):
        raise ValueError("in a destructor\n\x1b[2J")

def fails(number, address):
    raise ValueError(f"in greenlet {number}\nnot an entry \x1b[2J")

log_handler.start()
loop_errors.install()
warnings.warn("a warning \x1b[2J")
torn = Torn()
del torn
gevent.joinall([gevent.spawn(fails, number, ADDRESS) for number in range(1000)])
gevent.get_hub().loop.run_callback(fails, "callback", ADDRESS)
gevent.sleep(0.01)
print(log_handler.left_out())
"""


def test_errors_that_nobody_catches_are_escaped_and_bounded() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    entries = [line for line in ended.stderr.splitlines() if not line.startswith(" ")]

    assert all(line.isprintable() for line in ended.stderr.split("\n"))
    assert entries[0].endswith(r"UserWarning: a warning \x1b[2J")
    assert entries[1] == "Exception ignored in Torn.__del__."
    assert "192.0.2.7" not in ended.stderr, "addresses are not logged"
    assert "    ValueError: in greenlet 0\n    not an entry \\x1b[2J\n" in ended.stderr
    assert len(entries) <= 50
    assert int(ended.stdout) == 1 + 1 + 1000 + 1 - len(entries)
