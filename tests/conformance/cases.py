"""The 57 cases: 25 of Engine.IO 4 (E1 to E25) and 32 of Socket.IO 5 (S1 to S32).

Each function is one case. It shows what our server does; where that is not what the suite asks for, ``differs`` says
what we do and why, and docs/reliability.md has the same sentence.
"""

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass

import pytest
import requests
import websocket

from tests.conformance.sessions import PING, Polling, Socket, ask, event
from tests.support.clients import until

KEYS = {"sid", "upgrades", "pingInterval", "pingTimeout", "maxPayload"}
SEPARATOR = "\x1e"
NO_UPGRADE = "no upgrades: a seat is tied to one socket"
NO_BINARY = "binary is refused on purpose: our messages are texts"
NO_MAIN = "there is no main namespace: roles are namespaces"
IN_WORDS = "refused in words; the fifth such message closes, so that a page that is only old can say why"


@dataclass(frozen=True)
class Case:
    """One case of a suite: its ids, what it asks for, how we show it, and how we differ."""

    ids: tuple[str, ...]
    asks: str
    show: Callable[[str], None]
    differs: str


CASES: list[Case] = []


def case(ids: str, asks: str, differs: str = "") -> Callable[[Callable[[str], None]], Callable[[str], None]]:
    """Enter a function into the table."""

    def enter(show: Callable[[str], None]) -> Callable[[str], None]:
        CASES.append(Case(tuple(ids.split()), asks, show, differs))
        return show

    return enter


# Handshake


@case("E1 S1", "long-polling: a session opens with five keys", f"`upgrades` is empty: {NO_UPGRADE}")
def opens_by_polling(http: str) -> None:
    opened = Polling(http).opened

    assert set(opened) == KEYS
    assert isinstance(opened["sid"], str)
    assert opened["upgrades"] == []
    assert opened["pingInterval"] == opened["pingTimeout"] == PING * 1000


@case("E2 S2", "long-polling: a missing or wrong EIO is answered 400")
def polling_needs_the_version(http: str) -> None:
    assert ask("GET", f"{http}/socket.io/?transport=polling")[0] == 400
    assert ask("GET", f"{http}/socket.io/?EIO=abc&transport=polling")[0] == 400


@case(
    "E3 S3", "long-polling: a missing or wrong transport is answered 400", "the library takes a missing one for polling"
)
def polling_needs_a_transport_that_exists(http: str) -> None:
    assert ask("GET", f"{http}/socket.io/?EIO=4")[0] == 200
    assert ask("GET", f"{http}/socket.io/?EIO=4&transport=abc")[0] == 400


@case("E4 S4", "long-polling: opening by POST or PUT is answered 400", "the library answers PUT with 405")
def polling_opens_by_get_alone(http: str) -> None:
    assert ask("POST", f"{http}/socket.io/?EIO=4&transport=polling", "4")[0] == 400
    assert ask("PUT", f"{http}/socket.io/?EIO=4&transport=polling", "4")[0] == 405


@case("E5 S5", "WebSocket: a session opens with five keys and no upgrades")
def opens_by_websocket(http: str) -> None:
    opened = json.loads(Socket(http).opened.removeprefix("0"))

    assert set(opened) == KEYS
    assert opened["upgrades"] == []


@case("E6 S6", "WebSocket: a missing or wrong EIO closes")
def websocket_needs_the_version(http: str) -> None:
    assert Socket(http, "transport=websocket").opened == ""
    assert Socket(http, "EIO=abc&transport=websocket").opened == ""


@case("E7 S7", "WebSocket: a missing or wrong transport closes")
def websocket_needs_its_transport(http: str) -> None:
    for query in ("EIO=4", "EIO=4&transport=abc"):
        with pytest.raises(websocket.WebSocketBadStatusException, match="400"):  # a browser calls that closed, too
            Socket(http, query)


# Messages of Engine.IO; our server echoes nothing, so a display's clock is asked


@case("E8", "long-polling: one text packet", "a POST is answered `OK`, not `ok`; no client reads it")
def polling_carries_one_packet(http: str) -> None:
    session = Polling(http)

    assert session.post("40/display,") == (200, "OK")
    assert '"opened"' in session.polls_until("opened")[1]


@case("E9", "long-polling: several text packets in one payload", "`OK` again")
def polling_carries_several_packets(http: str) -> None:
    session = Polling(http)
    wishes = ["40/display,", *(f'42/display,{number}["clock",{{}}]' for number in (1, 2, 3))]

    assert session.post(SEPARATOR.join(wishes)) == (200, "OK")
    packets = session.polls_until("43/display,3")[1].split(SEPARATOR)
    assert [packet[:12] for packet in packets if packet.startswith("43")] == [f"43/display,{n}" for n in (1, 2, 3)]


@case("E10", "long-polling: text and binary in one payload", NO_BINARY)
def polling_refuses_binary(http: str) -> None:
    session = Polling(http)

    assert session.post(f'40/display,{SEPARATOR}42/display,1["clock",{{}}]{SEPARATOR}bAQIDBA==')[0] == 200
    text = session.polls_until("refused")[1]
    assert "43/display,1" in text
    assert "Messages are text." in text


@case(
    "E11",
    "long-polling: a malformed payload is answered 400 and ends the session",
    "the library answers 200 and drops it; the session goes on",
)
def polling_drops_what_is_malformed(http: str) -> None:
    session = Polling(http)

    assert session.post("abc") == (200, "OK")
    assert session.poll() == (200, "2")


@case(
    "E12",
    "long-polling: a second poll at the same time is refused and ends the session",
    "the session ends once the second poll gets nothing; the first gets what was due, not a close packet",
)
def polling_takes_one_poll_at_a_time(http: str) -> None:
    session = Polling(http)
    answers: dict[str, tuple[int, str]] = {}
    first = threading.Thread(target=lambda: answers.update(first=session.poll()))
    first.start()
    second = threading.Thread(target=lambda: answers.update(second=session.poll()))
    second.start()
    first.join()
    second.join()

    assert sorted(status for status, _ in answers.values()) == [200, 400]
    assert (200, "2") in answers.values()
    assert session.poll()[0] == 400


@case("E13", "long-polling: a poll that is cancelled ends the session")
def polling_ends_with_a_cancelled_poll(http: str) -> None:
    session = Polling(http)
    with pytest.raises(requests.Timeout):
        session.poll(seconds=0.2)

    # What comes next may go to the cancelled poll or to this one; either way the session is over soon.
    assert 400 in [session.poll()[0] for _ in range(3)]


@case("E14", "WebSocket: a text packet")
def websocket_carries_text(http: str) -> None:
    assert '"opened"' in Socket(http, "EIO=4&transport=websocket", "40/display,").packet("opened")


@case("E15", "WebSocket: a binary packet", f"{NO_BINARY}, and close with 1003")
def websocket_refuses_binary(http: str) -> None:
    session = Socket(http)
    session.send(bytes([1, 2, 3, 4]))

    assert session.close_code() == 1003


@case("E16", "WebSocket: a malformed packet closes")
def websocket_closes_on_what_is_malformed(http: str) -> None:
    session = Socket(http)
    session.send("abc")

    assert session.close_code() == 1008


# Heartbeat and end


@case("E17 S8", "long-polling: pings come and pongs are taken")
def polling_pings(http: str) -> None:
    session = Polling(http)
    for _ in range(3):
        assert session.poll() == (200, "2")
        assert session.post("3")[0] == 200


@case(
    "E18 S9",
    "long-polling: without a pong the session has ended after interval and timeout",
    "a poll at that very moment may still be answered: the library looks once a timeout",
)
def polling_ends_without_pongs(http: str) -> None:
    session = Polling(http)
    until(lambda: session.poll()[0] == 400, lambda: "the end of the session")


@case("E19 S10", "WebSocket: pings come and pongs are taken")
def websocket_pings(http: str) -> None:
    session = Socket(http)
    for _ in range(3):
        assert session.recv() == "2"
        session.send("3")


@case("E20 S11", "WebSocket: without a pong it closes")
def websocket_ends_without_pongs(http: str) -> None:
    session = Socket(http)
    assert session.recv() == "2"

    while text := session.recv():
        assert text == "2"


@case(
    "E21 S12",
    "long-polling: a close packet ends the session, and the poll that waits is answered with a noop",
    "the poll that waits is answered empty",
)
def polling_closes(http: str) -> None:
    session = Polling(http)
    answers: list[tuple[int, str]] = []
    waiting = threading.Thread(target=lambda: answers.append(session.poll()))
    waiting.start()
    session.post("1")
    waiting.join()

    assert answers[0] in ((200, ""), (400, answers[0][1]))  # the poll may come after the close
    assert session.poll()[0] == 400


@case("E22 S13", "WebSocket: a close packet closes")
def websocket_closes(http: str) -> None:
    session = Socket(http)
    session.send("1")

    assert session.recv() == ""


@case("E23 S14", "a session that polls moves over to a WebSocket", NO_UPGRADE)
def a_session_stays_what_it_is(http: str) -> None:
    session = Polling(http)
    with pytest.raises(websocket.WebSocketBadStatusException, match="400"):
        upgrade_of(session, http)

    assert session.post("40/display,")[0] == 200
    assert '"opened"' in session.polls_until("opened")[1]


@case("E24 S15", "after an upgrade long-polling requests are refused", NO_UPGRADE)
def polling_goes_on_beside_a_refused_upgrade(http: str) -> None:
    session = Polling(http)
    with pytest.raises(websocket.WebSocketBadStatusException, match="400"):
        upgrade_of(session, http)

    assert session.poll() == (200, "2")


@case("E25 S16", "after an upgrade a second WebSocket of the session is closed", f"the first is refused: {NO_UPGRADE}")
def no_websocket_joins_a_session(http: str) -> None:
    session = Polling(http)
    for _ in range(2):
        with pytest.raises(websocket.WebSocketBadStatusException, match="400"):
            upgrade_of(session, http)


# Connecting to namespaces


@case("S17", "the main namespace takes connections", NO_MAIN)
def the_main_namespace_is_closed(http: str) -> None:
    assert joined(http, "40").packet() == '44{"message":"Invalid namespace"}'


@case("S18", "the main namespace takes connections with a payload", NO_MAIN)
def the_main_namespace_is_closed_to_payloads_too(http: str) -> None:
    assert joined(http, '40{"token":"123"}').packet() == '44{"message":"Invalid namespace"}'


@case("S19", "a custom namespace takes connections")
def a_namespace_is_joined(http: str) -> None:
    session = joined(http, "40/display,")
    answer = json.loads(session.packet("40/display,").partition(",")[2])

    assert set(answer) == {"sid"}


@case("S20", "a custom namespace takes connections with a payload, and sees it")
def a_namespace_sees_the_payload(http: str) -> None:
    room = event(joined(http, "40/display,").packet("opened"))[1]["room"]
    session = joined(http, f'40/phone,{{"room":"{room.lower()}"}}')

    assert event(session.packet("seated"))[1]["room"] == room


@case("S21", "an unknown namespace is refused")
def an_unknown_namespace_is_refused(http: str) -> None:
    assert joined(http, "40/random").packet() == '44/random,{"message":"Invalid namespace"}'


@case("S22", "a malformed first packet closes")
def a_malformed_first_packet_closes(http: str) -> None:
    assert joined(http, "4abc").packet() == ""


@case("S23", "a connection that joins no namespace is closed")
def whoever_joins_nothing_is_closed(http: str) -> None:
    session = Socket(http)
    ask("GET", f"{http}/test/later/11.0")

    assert session.packet() == ""


@case("S24", "leaving the main namespace keeps the connection", f"told of our own; {NO_MAIN}")
def leaving_a_namespace_keeps_the_connection(http: str) -> None:
    session = joined(http, "40/display,")
    session.packet("40/display,")
    session.send("41/display,")

    assert session.recv() == "2"


@case("S25", "joining a second namespace and leaving it again leaves the first alone")
def namespaces_end_one_by_one(http: str) -> None:
    session = joined(http, "40/display,")
    room = event(session.packet("opened"))[1]["room"]
    session.send(f'40/phone,{{"room":"{room}"}}')
    session.packet("40/phone,")
    session.send("41/phone,")
    session.send('42/display,1["clock",{}]')

    assert session.packet("43").startswith("43/display,1[")


# Messages of Socket.IO


@case("S26", "an event with several values", "one value at most, an object or a list; more are refused")
def events_carry_one_value(http: str) -> None:
    session = joined(http, "40/display,")
    visual = event(session.packet("opened"))[1]["visual"]["name"]
    session.send(f'42/display,["show",{{"visual":"{visual}"}}]')
    assert event(session.packet("shown"))[1]["visual"]["name"] == visual
    session.send('42/display,["show",1,"2",{"3":[true]}]')

    assert event(session.packet("refused"))[1]["error"] == "bad_message"


@case("S27", "an event with binary attachments", NO_BINARY)
def attachments_are_refused(http: str) -> None:
    assert refusal(http, '451-/display,["clock",{"_placeholder":true,"num":0}]') == "bad_message"


@case("S28", "an event that asks for an acknowledgement gets it")
def events_are_acknowledged(http: str) -> None:
    session = joined(http, "40/display,", '42/display,456["clock",{}]')

    assert isinstance(event(session.packet("43/display,456"))[0], int)


@case("S29", "an event with binary attachments that asks for an acknowledgement", NO_BINARY)
def attachments_are_refused_with_an_id_too(http: str) -> None:
    assert refusal(http, '451-/display,789["clock",{"_placeholder":true,"num":0}]') == "bad_message"


@case("S30", "an unknown packet type closes")
def an_unknown_packet_type_closes(http: str) -> None:
    session = joined(http, "40/display,")
    session.packet("40/display,")
    session.send("4abc")

    assert session.packet() == ""


@case("S31", "a malformed payload closes", IN_WORDS)
def a_malformed_payload_is_refused(http: str) -> None:
    assert refusal(http, "42/display,{}") == "bad_message"


@case("S32", "a malformed acknowledgement id closes", IN_WORDS)
def a_malformed_id_is_refused_and_the_fifth_closes(http: str) -> None:
    session = joined(http, "40/display,")
    for _ in range(5):
        session.send('42/display,abc["clock",{}]')

    assert event(session.packet("refused"))[1]["error"] == "bad_message"
    assert '"misbehaved"' in session.packet("ended")
    assert session.packet() == ""


def upgrade_of(session: Polling, http: str) -> Socket:
    """Open a WebSocket for a session that polls."""
    return Socket(http, f"EIO=4&transport=websocket&sid={session.opened['sid']}")


def joined(http: str, *says: str) -> Socket:
    """Open a WebSocket and say what there is to say."""
    return Socket(http, "EIO=4&transport=websocket", *says)


def refusal(http: str, text: str) -> str:
    """Return the cause with which a display's packet is refused."""
    told: dict[str, str] = event(joined(http, "40/display,", text).packet("refused"))[1]
    return told["error"]
