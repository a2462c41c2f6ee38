from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controller_app.wire.websocket.frames import (
    BINARY,
    CLOSE,
    CONTINUATION,
    MAX_CONTROL_BYTES,
    PING,
    PONG,
    TEXT,
    ProtocolError,
    frame,
    unmasked,
)
from controller_app.wire.websocket.parser import MAX_FRAGMENTS, FrameParser
from tests.support.wire_client import masked

LIMIT = 300
LONGEST_HEADER = 14


def messages(parser: FrameParser) -> list[tuple[int, bytes]]:
    return list(iter(parser.next, None))


def read(data: bytes, limit: int = LIMIT) -> list[tuple[int, bytes]]:
    parser = FrameParser(limit)
    parser.feed(data)
    return messages(parser)


def code_for(data: bytes, limit: int = LIMIT) -> int:
    with pytest.raises(ProtocolError) as caught:
        read(data, limit)
    return caught.value.code


def header(first: int, size: int, *, mask: bool = True) -> bytes:
    """A header with any length, in eight bytes, and no payload."""
    return bytes((first, 127 | (0x80 if mask else 0))) + size.to_bytes(8, "big")


def test_a_text_comes_out_as_it_went_in() -> None:
    assert read(masked(TEXT, b'42/phone,["tap",[1,2,3,4]]')) == [(TEXT, b'42/phone,["tap",[1,2,3,4]]')]


def test_many_frames_in_one_segment_come_out_in_order() -> None:
    texts = [f"{number}".encode() for number in range(200)]
    assert read(b"".join(masked(TEXT, text) for text in texts)) == [(TEXT, text) for text in texts]


@given(st.lists(st.binary(max_size=LIMIT), max_size=5), st.data())
def test_it_does_not_matter_where_the_bytes_are_cut(payloads: list[bytes], data: st.DataObject) -> None:
    stream = b"".join(masked(BINARY, payload) for payload in payloads)
    parser, found, at = FrameParser(LIMIT), [], 0
    while at < len(stream):
        size = data.draw(st.integers(1, len(stream)))
        parser.feed(stream[at : at + size])
        at += size
        found += messages(parser)
    assert found == [(BINARY, payload) for payload in payloads]


@given(st.text(max_size=80), st.integers(1, 9))
def test_a_text_in_fragments_is_put_together_again(text: str, size: int) -> None:
    payload = text.encode()
    pieces = [payload[at : at + size] for at in range(0, len(payload), size)] or [b""]
    last = len(pieces) - 1
    stream = b"".join(
        masked(CONTINUATION if at else TEXT, piece, final=at == last) + masked(PING, b"between")
        for at, piece in enumerate(pieces)
    )
    assert (TEXT, payload) in read(stream)


@given(st.lists(st.binary(max_size=400), max_size=20))
def test_random_bytes_raise_nothing_else_and_stay_within_the_limit(pieces: list[bytes]) -> None:
    parser = FrameParser(LIMIT)
    for piece in pieces:
        parser.feed(piece)
        try:
            messages(parser)
        except ProtocolError:
            return
        assert parser.held <= LIMIT + MAX_CONTROL_BYTES + LONGEST_HEADER


@given(st.lists(st.tuples(st.sampled_from([0, 1, 2, 8, 9, 10]), st.binary(max_size=150), st.booleans()), max_size=40))
def test_any_order_of_frames_stays_within_the_limit(frames: list[tuple[int, bytes, bool]]) -> None:
    parser = FrameParser(LIMIT)
    for opcode, payload, final in frames:
        parser.feed(masked(opcode, payload, final=final))
        try:
            found = messages(parser)
        except ProtocolError:
            return
        assert all(len(payload) <= LIMIT for _, payload in found)
        assert parser.held <= LIMIT + MAX_CONTROL_BYTES + LONGEST_HEADER


@pytest.mark.parametrize("size", [LIMIT + 1, 2**31, 2**63, 2**64 - 1])
def test_a_frame_too_long_is_refused_at_its_header(size: int) -> None:
    assert code_for(header(0x81, size)) == 1009


def test_the_longest_message_is_taken_and_one_byte_more_is_not() -> None:
    assert read(masked(TEXT, b"x" * LIMIT)) == [(TEXT, b"x" * LIMIT)]
    assert code_for(masked(TEXT, b"x" * (LIMIT + 1))) == 1009


def test_the_limit_holds_for_short_frames_too() -> None:
    assert read(masked(TEXT, b"x" * 10), limit=10) == [(TEXT, b"x" * 10)]
    assert code_for(masked(TEXT, b"x" * 11), limit=10) == 1009


def test_the_limit_holds_for_the_sum_of_fragments() -> None:
    first = masked(TEXT, b"x" * 200, final=False)
    assert code_for(first + header(0x80, LIMIT - 200 + 1)) == 1009


def test_endless_empty_fragments_are_refused() -> None:
    fragments = masked(TEXT, b"", final=False) + masked(CONTINUATION, b"", final=False) * MAX_FRAGMENTS
    assert code_for(fragments) == 1008


@pytest.mark.parametrize(
    "data",
    [
        frame(TEXT, b"no mask"),
        b"\xc1\x80" + bytes(4),  # RSV1
        b"\xa1\x80" + bytes(4),  # RSV2
        b"\x91\x80" + bytes(4),  # RSV3
        b"\x83\x80" + bytes(4),  # a reserved opcode
        b"\x8b\x80" + bytes(4),  # a reserved control opcode
        b"\x09\x80" + bytes(4),  # a ping in fragments
        b"\x89\xfe\x00\x7e" + bytes(4),  # a ping with 126 bytes
        masked(CONTINUATION, b"of nothing"),
        masked(TEXT, b"first", final=False) + masked(TEXT, b"second"),
        masked(CLOSE, b"\x03"),  # half a code
        masked(CLOSE, (1005).to_bytes(2, "big")),
        masked(CLOSE, (999).to_bytes(2, "big")),
        masked(CLOSE, (2000).to_bytes(2, "big")),
    ],
    ids=count(1),
)
def test_a_broken_frame_is_a_protocol_error(data: bytes) -> None:
    assert code_for(data) == 1002


@pytest.mark.parametrize(
    "data",
    [
        masked(TEXT, b"\xff"),
        masked(TEXT, b"\xce\xba\xe1"),  # a character that stops half-way
        masked(TEXT, b"\xed\xa0\x80"),  # a surrogate
        masked(CLOSE, (1000).to_bytes(2, "big") + b"\xff"),
        masked(TEXT, b"\xce", final=False) + masked(CONTINUATION, b"\xce"),
    ],
    ids=count(1),
)
def test_a_text_that_is_not_utf8_is_refused(data: bytes) -> None:
    assert code_for(data) == 1007


def test_a_wrong_byte_is_found_before_the_text_is_complete() -> None:
    assert code_for(masked(TEXT, b"good \xff and much more to come")[: 2 + 4 + 6]) == 1007


def test_a_character_may_be_cut_between_fragments() -> None:
    cut = masked(TEXT, b"\xf0\x9f", final=False) + masked(CONTINUATION, b"\x8e\x89")
    assert read(cut) == [(TEXT, "🎉".encode())]


def test_a_close_carries_its_code_and_reason() -> None:
    assert read(masked(CLOSE, b"\x03\xe8bye")) == [(CLOSE, b"\x03\xe8bye")]
    assert read(masked(CLOSE, b"")) == [(CLOSE, b"")]


def test_control_frames_come_between_fragments() -> None:
    data = masked(TEXT, b"a", final=False) + masked(PING, b"p") + masked(PONG, b"q") + masked(CONTINUATION, b"b")
    assert read(data) == [(PING, b"p"), (PONG, b"q"), (TEXT, b"ab")]


def test_an_idle_client_costs_no_buffer() -> None:
    parser = FrameParser(LIMIT)
    parser.feed(masked(TEXT, b"x" * 100))
    messages(parser)
    assert parser.held == 0


@given(st.binary(max_size=70_000))
def test_a_masked_payload_comes_back_whole(payload: bytes) -> None:
    assert unmasked(b"\x01\x02\x03\x04", unmasked(b"\x01\x02\x03\x04", payload)) == payload


@pytest.mark.parametrize(("size", "width"), [(0, 2), (125, 2), (126, 4), (65_535, 4), (65_536, 10)])
def test_a_servers_header_is_as_short_as_it_can_be(size: int, width: int) -> None:
    sent = frame(TEXT, bytes(size))
    assert len(sent) == width + size
    assert sent[0] == 0x81
    assert not sent[1] & 0x80
