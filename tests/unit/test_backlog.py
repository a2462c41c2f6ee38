import pytest
from engineio.packet import MESSAGE, PING, Packet
from gevent.queue import JoinableQueue

from controller_app.wire.backlog import MAX_WAITING_BYTES, MAX_WAITING_MESSAGES, is_too_long


def queue(*packets: Packet | None) -> JoinableQueue[Packet | None]:
    made: JoinableQueue[Packet | None] = JoinableQueue()
    for packet in packets:
        made.put(packet)
    return made


@pytest.mark.parametrize("packet", [Packet(MESSAGE, "x"), Packet(PING), None])
def test_so_many_messages_are_too_many_however_short(packet: Packet | None) -> None:
    assert not is_too_long(queue(*[packet] * (MAX_WAITING_MESSAGES - 1)))
    assert is_too_long(queue(*[packet] * MAX_WAITING_MESSAGES))


def test_so_many_bytes_are_too_many_however_few_the_messages() -> None:
    half = Packet(MESSAGE, "x" * (MAX_WAITING_BYTES // 2))

    assert not is_too_long(queue(half))
    assert is_too_long(queue(half, half))
