"""A message costs what a harmless one of its length costs, whatever is in it."""

import pytest
import websocket

from controller_app.core.protocol import MESSAGE_BYTES, PHONE_NAMESPACE
from controller_app.wire.engineio.polling import SEPARATOR
from controller_app.wire.gateway import MAX_REFUSALS
from tests.conformance.sessions import Polling
from tests.faults.conftest import Hold
from tests.faults.peers import PeerDisplay, PeerPhone, WatchedServer, on_linux
from tests.support.clients import PATIENCE as PATIENCE_S
from tests.support.clients import until
from tests.support.running import RunningServer

HEAD = f"2{PHONE_NAMESPACE},"
LETTERS = MESSAGE_BYTES - len(HEAD) - 100
CONNECTIONS = 40
MOST_TIMES = 4
"""Times the processor time of harmless messages; the worst of what was found cost 50 times as much."""
TICKS_S = 0.2
"""Processor time that the system's clock may miss or add, and the pages of a start that goes on."""

HOSTILE = {
    "a string that never ends": "[" * 9 + '"' + '\\"' * (LETTERS // 2),
    "brackets that never end": "[" * LETTERS,
    "objects that never end": '{"a":' * (LETTERS // 5),
    "a number of thousands of digits": '["tap",' + "9" * LETTERS + "]",
    "a fraction of thousands of digits": '["tap",0.' + "9" * LETTERS + "]",
    "a thousand lists": '["tap",[' + "[]," * (LETTERS // 3) + "[]]]",
    "escapes": '["tap","' + "\\u0041" * (LETTERS // 6) + '"]',
    "an id without end": "9" * LETTERS,
    "a namespace without end": "a" * LETTERS,
}
HARMLESS = '["say",{"text":"' + "a" * LETTERS + '"}]'

BODIES = 50
UPGRADES = 100
"""In one body; each was once answered with a packet that waits for a poll."""


@on_linux
@pytest.mark.parametrize("kind", HOSTILE)
def test_no_message_costs_more_than_a_harmless_one_of_its_length(server: RunningServer, hold: Hold, kind: str) -> None:
    display = hold(PeerDisplay(server.port))
    phone = hold(PeerPhone(server.port, display.room)).sit()
    harmless = processor_time(server, HARMLESS)

    hostile = processor_time(server, HOSTILE[kind])
    phone.tap(1)

    print(f"{CONNECTIONS * MAX_REFUSALS} messages: {hostile:.2f} s, harmless {harmless:.2f} s")
    assert hostile <= MOST_TIMES * harmless + TICKS_S
    display.wait_for("tapped")


def processor_time(server: RunningServer, body: str) -> float:
    """Let many connections send a message until each is closed for it; return what that took the server, in seconds."""
    before = server.processor_time()
    connections = [websocket.create_connection(address_of(server), timeout=PATIENCE_S) for _ in range(CONNECTIONS)]
    for connection in connections:
        for _ in range(MAX_REFUSALS):
            connection.send(f"4{HEAD}{body}")
    for connection in connections:
        while connection.recv_data()[0] != websocket.ABNF.OPCODE_CLOSE:
            pass
        connection.shutdown()  # type: ignore[no-untyped-call]
    return server.processor_time() - before


def address_of(server: RunningServer) -> str:
    return f"ws://127.0.0.1:{server.port}/socket.io/?EIO=4&transport=websocket"


@on_linux
def test_what_a_body_holds_does_not_pile_up_for_a_client_that_never_polls(watched: WatchedServer) -> None:
    Polling(watched.http).post("5")  # what a first body needs stays
    session = Polling(watched.http)
    before = watched.counts()["objects"]

    for _ in range(BODIES):
        session.post(SEPARATOR.join("5" * UPGRADES))

    assert watched.counts()["objects"] - before < BODIES * UPGRADES / 4
    until(lambda: session.poll()[0] == 400, lambda: "the end of the session")
