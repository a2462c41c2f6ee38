import logging
import threading
from typing import Any

import pytest
import socketio
from engineio.packet import MESSAGE, Packet
from gevent.queue import JoinableQueue

from controller_app.core.protocol import DISPLAY, PHONE, ROLES
from controller_app.errors import BadMessage
from controller_app.settings import Settings
from controller_app.wire import closing as hangup
from controller_app.wire.backlog import MAX_WAITING_MESSAGES
from controller_app.wire.client import MAX_EXCESS_S
from controller_app.wire.gateway import MAX_REFUSALS, UNCONNECTED_TIMEOUT_S, Gateway
from controller_app.wire.packets import StrictPacket
from tests.support.fakes import FakeClock

ENGINE = "an engine's id"
RATE = 10.0
BURST = 20


class FakeQueue(JoinableQueue[Packet]):
    """What is put here leaves at once, and is noted."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[str] = []

    def put(self, item: Packet, *_: Any, **__: Any) -> None:
        self.sent.append(item.encode())

    def fill(self, count: int) -> None:
        """Let so many packets wait for a client that reads nothing."""
        for _ in range(count):
            super().put(Packet(MESSAGE, "an answer"))


class FakeConnection:
    """Keeps what Engine.IO would send."""

    def __init__(self) -> None:
        self.queue = FakeQueue()
        self.closed = False
        self.is_alive = True
        self.close_called = threading.Event()

    @property
    def sent(self) -> list[str]:
        return self.queue.sent

    def send(self, packet: Packet) -> None:
        self.queue.put(packet)

    def check_ping_timeout(self) -> bool:
        return self.is_alive

    def close(self, wait: bool, reason: str) -> None:
        assert reason
        assert not wait, "a close that waits can wait for ever"
        self.close_called.set()


class Phones(socketio.Namespace):  # type: ignore[misc]
    """Notes which handlers ran."""

    def __init__(self) -> None:
        super().__init__(PHONE.namespace)
        self.calls: list[tuple[Any, ...]] = []

    def on_connect(self, _sid: str, _environ: dict[str, Any], auth: Any = None) -> None:
        self.calls.append(("connect", auth))

    def on_disconnect(self, _sid: str, reason: str) -> None:
        self.calls.append(("disconnect", reason))

    def on_tap(self, _sid: str, *values: Any) -> None:
        self.calls.append(("tap", *values))

    def on_clock(self, _sid: str) -> int:
        return 42

    def on_leave(self, _sid: str, *_: Any) -> None:
        raise ZeroDivisionError("a mistake of ours")


class House:
    """A Socket.IO server with a door, one phone's connection and a clock."""

    def __init__(self) -> None:
        quiet = logging.getLogger("test_door.library")
        quiet.setLevel(logging.CRITICAL)
        self.server = socketio.Server(
            async_mode="threading",
            serializer=StrictPacket,
            async_handlers=False,
            logger=quiet,
            engineio_logger=quiet,
        )
        self.phones = Phones()
        self.server.register_namespace(self.phones)
        self.clock = FakeClock()
        settings = Settings(messages_per_second=RATE, messages_burst=BURST)
        self.gateway = Gateway(self.server, settings, self.clock, ROLES)
        self.connection = FakeConnection()
        self.server.eio.sockets[ENGINE] = self.connection
        self.server.eio._trigger_event("connect", ENGINE, {"REMOTE_ADDR": "192.0.2.1", "wsgi.websocket": None})

    def say(self, data: Any) -> list[str]:
        """Send an Engine.IO message and return what it brought about."""
        self.connection.sent.clear()
        self.server.eio._trigger_event("message", ENGINE, data, run_async=False)
        return list(self.connection.sent)

    def join(self) -> list[str]:
        return self.say(f'0{PHONE.namespace},{{"room":"KFGM"}}')

    def leave(self) -> None:
        self.server.eio._trigger_event("disconnect", ENGINE, "transport close", run_async=False)


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setattr(hangup, "CLOSE_GRACE_S", 0.0)
    return House()


def test_a_connection_and_its_events_come_in(house: House) -> None:
    assert house.join()[0].startswith('40/phone,{"sid":')
    assert house.say('2/phone,["tap",[1,2,3,4]]') == []
    assert house.phones.calls == [("connect", {"room": "KFGM"}), ("tap", [1, 2, 3, 4])]


def test_an_event_that_wants_an_answer_gets_it(house: House) -> None:
    house.join()
    assert house.say('2/phone,5["clock"]') == ["43/phone,5[42]"]


def test_who_asks_and_does_not_read_the_answers_is_cut_off(house: House) -> None:
    house.join()
    house.connection.queue.fill(MAX_WAITING_MESSAGES)

    assert house.say('2/phone,5["clock"]') == []
    assert house.connection.close_called.wait(5)
    assert house.connection.queue.empty()


def test_nothing_comes_in_after_a_goodbye(house: House, caplog: pytest.LogCaptureFixture) -> None:
    house.leave()

    for late in ("0/phone,{}", "0/display,", *["what?"] * 50):
        assert house.say(late) == []
    assert house.phones.calls == []
    assert house.server.manager.rooms == {}
    assert not caplog.records


def test_a_connection_takes_one_seat_only(house: House) -> None:
    house.join()
    house.say("1/phone,")

    assert house.join() == []
    assert [name for name, _ in house.phones.calls] == ["connect", "disconnect"]


def test_a_connection_whose_ping_ran_out_takes_no_seat(house: House) -> None:
    house.connection.is_alive = False

    assert house.join() == []
    assert house.phones.calls == []


def test_a_disconnection_reaches_the_handler_once(house: House) -> None:
    house.join()
    house.say("1/phone,")
    house.say("1/phone,")
    house.leave()
    assert [name for name, *_ in house.phones.calls] == ["connect", "disconnect"]


def test_a_forged_connect_or_disconnect_runs_no_handler(house: House) -> None:
    house.join()
    for forged in ('2/phone,["disconnect","forged"]', '2/phone,["connect",{"role":"display"}]'):
        (said,) = house.say(forged)
        assert said.startswith('42/phone,["refused",{"error":"bad_message"')
    assert [name for name, *_ in house.phones.calls] == ["connect"]


def test_a_second_connect_is_refused(house: House) -> None:
    house.join()
    (said,) = house.join()
    assert "already" in said
    assert [name for name, *_ in house.phones.calls] == ["connect"]


def test_an_unknown_namespace_is_answered_as_socketio_does(house: House) -> None:
    assert house.say("0/nope,") == ['44/nope,{"message":"Invalid namespace"}']


@pytest.mark.parametrize("raw", ["", "x", b"bytes", None, {}, [], 7, '2/phone,["tap"', "9", '51-/phone,["tap"]'])
def test_what_is_no_packet_is_refused(house: House, raw: object) -> None:
    house.join()
    (said,) = house.say(raw)
    assert said.startswith('42/phone,["refused",{"error":"bad_message","message":"')


def test_a_long_message_by_long_polling_is_refused(house: House) -> None:
    house.join()
    (said,) = house.say('2/phone,["tap","' + "x" * 4096 + '"]')
    assert "longer than 4096 bytes" in said


def test_what_was_on_its_way_after_a_disconnection_is_dropped(house: House) -> None:
    house.join()
    house.say("1/phone,")
    for _ in range(MAX_REFUSALS * 2):
        assert house.say('2/phone,["tap",[1,2,3,4]]') == []
    assert not house.connection.close_called.is_set()


def test_who_sends_before_connecting_is_closed(house: House) -> None:
    for _ in range(MAX_REFUSALS):
        house.say('2/phone,["tap",[1,2,3,4]]')
    assert house.connection.close_called.wait(5)
    assert house.phones.calls == []


def test_the_fifth_refusal_says_goodbye_and_closes(house: House) -> None:
    house.join()
    for _ in range(MAX_REFUSALS - 1):
        assert len(house.say("x")) == 1
    refused, ended = house.say("x")
    assert "refused" in refused
    assert ended.startswith('42/phone,["ended",{"reason":"misbehaved"')
    assert house.connection.close_called.wait(5)
    assert house.say('2/phone,["tap",[1,2,3,4]]') == []


def test_handlers_refuse_through_the_door_too(house: House) -> None:
    house.join()
    house.connection.sent.clear()
    house.gateway.refuse(ENGINE, BadMessage("The tap was not understood."))
    (said,) = house.connection.sent
    assert said == '42/phone,["refused",{"error":"bad_message","message":"The tap was not understood."}]'


def test_a_mistake_of_ours_is_not_held_against_the_client(house: House, caplog: pytest.LogCaptureFixture) -> None:
    house.join()
    for _ in range(MAX_REFUSALS * 2):
        assert house.say('2/phone,["leave"]') == []
    assert not house.connection.close_called.is_set()
    assert [record.levelname for record in caplog.records] == ["ERROR"] * MAX_REFUSALS * 2


def test_more_than_the_burst_is_dropped_and_said_once_a_second(house: House) -> None:
    house.join()
    for _ in range(BURST - 1):
        house.say('2/phone,["tap",[1,2,3,4]]')
    (said,) = house.say('2/phone,["tap",[1,2,3,4]]')
    assert '"error":"too_many"' in said
    assert house.say('2/phone,["tap",[1,2,3,4]]') == []
    assert len(house.phones.calls) == BURST


def test_a_steady_excess_closes_and_a_passing_one_does_not(house: House) -> None:
    house.join()
    flood(house, MAX_EXCESS_S - 1)
    house.clock.now += 10
    flood(house, MAX_EXCESS_S - 1)
    assert not house.connection.close_called.is_set()
    flood(house, MAX_EXCESS_S)
    assert house.connection.close_called.wait(5)


def test_samples_and_events_share_one_bucket(house: House) -> None:
    bucket = house.gateway.bucket(ENGINE)
    assert all(bucket.take(0.0) for _ in range(BURST))
    assert house.join() == []


def test_what_a_client_does_wrong_is_logged_below_our_own_faults(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    house.join()
    for _ in range(MAX_REFUSALS + 1):
        house.say("x")
    assert [record.levelname for record in caplog.records] == ["INFO"] * MAX_REFUSALS
    assert not any(record.exc_info for record in caplog.records)


def test_accounts_are_forgotten_when_connections_end(house: House) -> None:
    house.join()
    house.leave()
    assert not house.gateway._clients
    assert house.phones.calls[-1] == ("disconnect", "transport close")
    house.gateway.refuse(ENGINE, BadMessage("Too late."))
    house.gateway.bucket(ENGINE)
    assert not house.gateway._clients


def test_the_library_still_has_the_parts_that_the_door_uses(house: House) -> None:
    for name in ("_handle_connect", "_handle_disconnect", "_handle_event", "_handle_ack", "_send_packet"):
        assert callable(getattr(house.server, name))
    assert set(house.server.eio.handlers) == {"connect", "message", "disconnect"}
    assert house.server.manager.sid_from_eio_sid(ENGINE, DISPLAY.namespace) is None


def flood(house: House, seconds: float) -> None:
    """Send twice the rate."""
    for _ in range(int(seconds * RATE * 2)):
        house.clock.now += 1 / (RATE * 2)
        house.say('2/phone,["tap",[1,2,3,4]]')


def test_a_connection_that_takes_no_part_is_ended(house: House) -> None:
    house.clock.now = UNCONNECTED_TIMEOUT_S - 0.1
    house.gateway.reap()
    assert not house.connection.close_called.wait(0.2)

    house.clock.now = UNCONNECTED_TIMEOUT_S
    house.gateway.reap()

    assert house.connection.close_called.wait(5)


def test_a_connection_that_takes_part_is_not_ended_until_it_left_for_long(house: House) -> None:
    house.join()
    house.clock.now = 3600.0
    house.gateway.reap()
    house.say("1/phone,")
    house.clock.now += UNCONNECTED_TIMEOUT_S - 0.1
    house.gateway.reap()
    assert not house.connection.close_called.wait(0.2)

    house.clock.now += 0.1
    house.gateway.reap()

    assert house.connection.close_called.wait(5)
