"""Command line of a server with a third stream in its protocol, as a developer adds one.

python -m tests.support.third_stream OPTIONS      instead of python -m controller_app OPTIONS
"""

from gevent import monkey

if __name__ == "__main__":
    monkey.patch_all()

import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import controller_app.core

PROTOCOL = Path(controller_app.core.__file__).parent / "protocol.py"
NAME = "controller_app.core.protocol"
TABLE = re.compile(r"^STREAMS: .* = \(.*\)$", re.MULTILINE)
STICK = '''class Stick(Sample, frozen=True):
    """Where a second thumb pulls, and whether it fires."""

    event = "stick"

    x: Fraction
    y: Fraction
    fires: bool


'''


def add_stick() -> None:
    """Load the protocol with a third stream: its class, and its name in the table. Before any module that uses it."""
    source = PROTOCOL.read_text(encoding="utf-8")
    source, found = TABLE.subn(lambda table: f"{STICK}{table[0][:-1]}, Stick)", source)
    assert found == 1, f"{PROTOCOL} has no table of streams, or several."
    assert NAME not in sys.modules, "The protocol is loaded already."
    spec = spec_from_file_location(NAME, PROTOCOL)
    assert spec
    sys.modules[NAME] = controller_app.core.protocol = module = module_from_spec(spec)
    exec(compile(source, PROTOCOL, "exec"), module.__dict__)


if __name__ == "__main__":
    add_stick()
    from controller_app.cli import main

    main()
