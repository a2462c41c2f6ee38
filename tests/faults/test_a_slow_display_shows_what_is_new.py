"""Motion is never old on a slow display: newer samples replace what waits."""

import json
import time

from tests.faults.conftest import Hold
from tests.support.raw import RawDisplay, RawPhone
from tests.support.running import RunningServer

LEAST_BUFFER = 2048  # bytes
PHONES = 20
SECONDS = 4
HERTZ = 60


def test_a_display_that_pauses_gets_the_newest_samples_and_few_old_ones(server: RunningServer, hold: Hold) -> None:
    display = hold(RawDisplay(server.port, LEAST_BUFFER))
    phones = [hold(RawPhone(server.port, display.room)) for _ in range(PHONES)]

    for seq in range(SECONDS * HERTZ):
        for phone in phones:
            phone.send_event(f'["tilt",[{seq},0,{seq},0,0,10000,0]]')
        time.sleep(1 / HERTZ)
    time.sleep(0.2)
    size, newest = 0, [-1] * PHONES
    while min(newest) < SECONDS * HERTZ - 1:
        text = display.read_until("frame")
        size += len(text)
        for number, tilt in json.loads(text.partition(",")[2])[1][0]:
            newest[number - 1] = tilt[0]

    assert size < 48_000
