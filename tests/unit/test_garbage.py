"""Garbage collector: runs at quiet, known times only."""

import subprocess
import sys

SETTLED = """
import gc
import weakref
from controller_app.machine.process import garbage as memory

class Ring:
    def __init__(self):
        self.ring = self

memory.settle()
looks = []
gc.callbacks.append(lambda phase, info: looks.append(info["generation"]))
here = [weakref.ref(Ring()) for _ in range(200_000)]
assert 2 not in looks, "everything was looked through by itself"
gone = weakref.ref(Ring())
memory.tidy()
assert gone() is None and not any(ring() for ring in here)
assert 2 in looks
"""


def test_everything_is_looked_through_only_when_tidied() -> None:
    subprocess.run([sys.executable, "-c", SETTLED], check=True)
