"""Receiver: samples go to the sink, events to the inbox, in the order they were sent."""

from collections.abc import Iterator

import pytest
from gevent.socket import socket, socketpair

from controller_app.wire.websocket.frames import BINARY, TEXT, frame, unmasked
from controller_app.wire.websocket.receiver import Receiver

MASK = b"\x5a\xc3\x3c\xa5"


def masked(text: bytes, opcode: int = TEXT) -> bytes:
    first, size = frame(opcode, text)[:2]
    return bytes([first, size | 128]) + MASK + unmasked(MASK, text)


@pytest.fixture
def pair() -> Iterator[tuple[socket, socket]]:
    ours, theirs = socketpair()
    yield ours, theirs
    ours.close()
    theirs.close()


def test_a_sample_behind_an_event_waits_for_it_and_then_goes_to_the_sink(pair: tuple[socket, socket]) -> None:
    went: list[tuple[str, bytes]] = []

    def sink(payload: bytes) -> bool:
        is_sample = payload.startswith(b"sample")
        if is_sample:
            went.append(("sink", payload))
        return is_sample

    intake = Receiver(max_message=2048, allow_binary=False)
    intake.sink = sink
    sent = [b"sample 1", b"event 1", b"sample 2", b"sample 3", b"event 2", b"sample 4"]
    intake.start(pair[0], early=b"".join(map(masked, sent)))
    assert went == [("sink", b"sample 1")]  # by now

    while (message := intake.take()) is not None:
        went.append(("inbox", message[1]))
    intake.close()

    assert went == [("sink" if text.startswith(b"sample") else "inbox", text) for text in sent]


def test_nothing_after_a_violation_is_trusted(pair: tuple[socket, socket]) -> None:
    intake = Receiver(max_message=2048, allow_binary=False)
    intake.start(pair[0], early=masked(b"good") + masked(b"no text", BINARY) + masked(b"more"))

    assert intake.take() == (TEXT, b"good")
    assert intake.take() is None
    assert intake.fault is not None
    assert intake.fault.code == 1003
    intake.close()


def test_samples_behind_an_event_that_waits_long_are_taken_on_from_a_full_inbox(pair: tuple[socket, socket]) -> None:
    samples = [b"sample %d" % number for number in range(1000)]
    taken: list[bytes] = []

    def sink(payload: bytes) -> bool:
        taken.append(payload)
        return payload.startswith(b"sample")

    intake = Receiver(max_message=2048, allow_binary=False)
    intake.start(pair[0], early=b"".join(map(masked, [b"event", *samples])))
    intake.sink = sink

    assert intake.take() == (TEXT, b"event")
    assert intake.take() is None
    intake.close()

    assert taken == [b"event", *samples]
