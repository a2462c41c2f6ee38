"""Events of a room: a flood of some costs the others nothing."""

from controller_app.core.event_budget import (
    ROOM_BURST,
    ROOM_RATE,
    SEAT_BURST,
    SHARE_BURST,
    SHARE_RATE,
    WORDS_BURST,
    RoomEvents,
    SeatEvents,
)
from controller_app.core.protocol import PHONE_NAMESPACE
from controller_app.wire.event_gate import EventGate
from tests.support.fakes import FakeClock

PHONES = 100
TAP = f'42{PHONE_NAMESPACE},["tap",[1,0,0,0]]'.encode()


def admits(seat: SeatEvents, now: float) -> bool:
    return seat.admit_own(now) and seat.admit_shared(now)


def test_one_phone_may_send_a_burst_and_no_more() -> None:
    seat = SeatEvents(RoomEvents(0), 0)

    assert sum(seat.admit_own(0) for _ in range(1000)) == SEAT_BURST


def test_what_a_room_takes_is_bounded_however_many_phones_flood_it() -> None:
    room = RoomEvents(0)
    crooks = [SeatEvents(room, 0) for _ in range(PHONES)]
    seconds = 10

    taken = sum(admits(crook, tick / 50) for tick in range(50 * seconds) for crook in crooks)

    most = ROOM_BURST + ROOM_RATE * seconds + PHONES * (SHARE_BURST + SHARE_RATE * seconds)
    assert ROOM_BURST + ROOM_RATE * (seconds - 1) <= taken <= most


def test_a_calm_phone_gets_through_while_others_flood_its_room() -> None:
    room = RoomEvents(0)
    crooks, calm = [SeatEvents(room, 0) for _ in range(PHONES)], SeatEvents(room, 0)
    for tick in range(500):
        for crook in crooks:
            admits(crook, tick / 50)
        if tick % 50 == 0:
            assert admits(calm, tick / 50)


def test_another_room_notices_nothing() -> None:
    room, other = RoomEvents(0), RoomEvents(0)
    crooks = [SeatEvents(room, 0) for _ in range(PHONES)]
    for crook in crooks:
        while admits(crook, 0):
            pass

    assert sum(admits(SeatEvents(other, 0), 0) for _ in range(300)) == 300


def test_words_come_one_a_second() -> None:
    seat = SeatEvents(RoomEvents(0), 0)

    assert [seat.admit_words(0) for _ in range(10)].count(True) == WORDS_BURST
    assert seat.admit_words(1)
    assert not seat.admit_words(1)


def test_the_gate_counts_events_and_neither_samples_nor_pongs() -> None:
    excesses: list[None] = []
    gate = EventGate(SeatEvents(RoomEvents(0), 0), FakeClock(), lambda: excesses.append(None))
    free = [b"3", b"1", f'42{PHONE_NAMESPACE},["tilt",[1,2]]'.encode(), f'42{PHONE_NAMESPACE},["pad",[1]]'.encode()]

    assert all(gate(text) for text in free * 100)
    assert [gate(TAP) for _ in range(int(SEAT_BURST) + 2)] == [True] * int(SEAT_BURST) + [False] * 2
    assert len(excesses) == 2
    assert all(gate(text) for text in free)


def test_a_phone_that_others_crowd_out_is_not_blamed() -> None:
    excesses: list[None] = []
    room = RoomEvents(0)
    while room.bucket.take(0):
        pass
    gate = EventGate(SeatEvents(room, 0), FakeClock(), lambda: excesses.append(None))

    assert [gate(TAP) for _ in range(20)].count(True) == SHARE_BURST
    assert not excesses
