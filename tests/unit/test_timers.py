"""Timers of one millisecond, wherever the system has them."""

import sys
import time

import gevent
import pytest

from controller_app.machine.process import timers


@pytest.mark.skipif(sys.platform != "win32", reason="timers are as fine elsewhere, asked for or not")
def test_a_wait_is_not_rounded_up_to_the_ticks_of_the_system() -> None:
    timers.sharpen()
    waits = []
    for _ in range(40):
        began = time.monotonic()
        gevent.sleep(0.004)
        waits.append(time.monotonic() - began)

    assert 0.003 < min(waits) < 0.0156
