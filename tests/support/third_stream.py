"""Command line of a server with a third stream in its protocol, as a developer adds one.

python -m tests.support.third_stream OPTIONS      instead of python -m controller_app OPTIONS
"""

from gevent import monkey

if __name__ == "__main__":
    monkey.patch_all()

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import controller_app.core

PROTOCOL = Path(controller_app.core.__file__).parent / "protocol.py"
NAME = "controller_app.core.protocol"
TABLE = "STREAMS: tuple[type[Sample], ...] = (Tilt, Pad)\n"
WITH_STICK = '''class Stick(Sample, frozen=True):
    """Where a second thumb pulls, and whether it fires."""

    event = "stick"

    x: Fraction
    y: Fraction
    fires: bool


STREAMS: tuple[type[Sample], ...] = (Tilt, Pad, Stick)
'''


def add_stick() -> None:
    """Load the protocol with a third stream: its class, and its name in the table. Before any module that uses it."""
    source = PROTOCOL.read_text(encoding="utf-8")
    assert source.count(TABLE) == 1, f"{PROTOCOL} has another table of streams."
    assert NAME not in sys.modules, "The protocol is loaded already."
    spec = spec_from_file_location(NAME, PROTOCOL)
    assert spec
    sys.modules[NAME] = controller_app.core.protocol = module = module_from_spec(spec)
    exec(compile(source.replace(TABLE, WITH_STICK), PROTOCOL, "exec"), module.__dict__)


if __name__ == "__main__":
    add_stick()
    from controller_app.cli import main

    main()
