"""After a stop phones come back staggered, fewer than 60 in any second."""

import json

from controller_app.core.returns import FIRST_RETURN_MS
from tests.faults.conftest import Hold
from tests.support.clients import Display
from tests.support.fakes import most_in_a_second
from tests.support.raw import RawPhone
from tests.support.running import RunningServer

PHONES = 150
ROOMS = 2


def test_phones_of_all_rooms_are_told_to_come_back_one_after_the_other(server: RunningServer, hold: Hold) -> None:
    displays = [hold(Display(server.http)) for _ in range(ROOMS)]
    phones = [hold(RawPhone(server.port, displays[number % ROOMS].room)) for number in range(PHONES)]

    assert server.stop(within=5.0) == 0

    told = [json.loads(phone.read_until("server_restarting").partition(",")[2])[1]["after"] for phone in phones]
    assert most_in_a_second(told) < 60
    assert min(told) >= FIRST_RETURN_MS
    assert max(told) < FIRST_RETURN_MS + 1000 * PHONES / 40
    assert [display.wait_for("ended")["after"] for display in displays] == [0] * ROOMS
