"""A connection that joins nothing is closed, although it answers pings."""

import time

from controller_app.core.protocol import PHONE_NAMESPACE
from controller_app.wire.gateway import UNCONNECTED_TIMEOUT_S
from tests.faults.conftest import Hold
from tests.support.clients import Display, Phone
from tests.support.raw import RawSocket
from tests.support.running import RunningServer

SWEEPS = 3.0  # seconds that the next sweep and its goodbye may take on a shared machine


def test_a_connection_that_joins_nothing_is_closed_with_a_reason(server: RunningServer, hold: Hold) -> None:
    display = hold(Display(server.http))
    phone = hold(Phone(server.http, display.room))
    began = time.monotonic()
    silent = hold(RawSocket(server.port))
    refused = hold(RawSocket(server.port, f'40{PHONE_NAMESPACE},{{"room":"????"}}'))

    assert silent.end() == (1008, "Nothing was joined.")
    took = time.monotonic() - began
    assert refused.end() == (1008, "Nothing was joined.")

    assert UNCONNECTED_TIMEOUT_S <= took < UNCONNECTED_TIMEOUT_S + SWEEPS
    phone.tap(1)
    display.wait_for("tapped")
    assert not phone.gone
