"""No parser takes more than linear time, whatever a client sends it, and however it is cut."""

import io
from collections.abc import Callable
from contextlib import suppress
from email.message import Message

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controller_app.clients.websocket_client import Gone, WebSocket
from controller_app.core import addresses, codes, recording, text
from controller_app.core.frames import LatestSamples
from controller_app.core.limits import TokenBucket
from controller_app.core.origin import Origin
from controller_app.core.passes import Passes, SeatPass
from controller_app.core.protocol import ROLES, Tilt
from controller_app.core.sample_filter import SampleFilter
from controller_app.errors import ControllerError
from controller_app.web.http.import_graph import needed
from controller_app.web.http.proxies import Proxies
from controller_app.web.http.request_head import BadRequest, body_length
from controller_app.wire.engineio.polling import TextPayload
from controller_app.wire.fast_path import HEADS, SampleSink
from controller_app.wire.packets import StrictPacket, incoming_events
from controller_app.wire.websocket.frames import ProtocolError, unmasked
from controller_app.wire.websocket.parser import FrameParser
from tests.support.growth import TOO_STEEP, growth, pumped


def packet(text: str) -> None:
    with suppress(ControllerError):
        StrictPacket.read(text, incoming_events(ROLES))


def posted(text: str) -> None:
    with suppress(ValueError):
        TextPayload(encoded_payload=text)


def sample(text: str) -> None:
    sink = SampleSink(SampleFilter(LatestSamples(), 1, lambda _: None), TokenBucket(1, 1, 0), lambda: 0.0)
    sink(HEADS[Tilt] + text.encode())


def a_pass(text: str) -> None:
    with suppress(ControllerError):
        Passes(b"a secret of 16 by").read(text, SeatPass)


def a_recording(text: str) -> None:
    with suppress(ControllerError):
        recording.read(['["began",0,1,"lights",true]', *text.split("x")])


def frames(data: bytes, step: int) -> None:
    """Feed bytes to a parser of frames, so many at a time."""
    parser = FrameParser(max_message=2**30)
    with suppress(ProtocolError):
        for at in range(0, len(data), step):
            parser.feed(data[at : at + step])
            while parser.next():
                pass


def forwarded(text: str) -> None:
    """Let a trusted proxy say whom it forwards, with itself in front as often as the text has it."""
    proxies = Proxies(["10.0.0.0/8"])
    proxies.client_of({"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": text})


def lengths(text: str) -> None:
    headers = Message()
    for value in text.split(","):
        headers["Content-Length"] = value
    with suppress(BadRequest):
        body_length(headers)


class Trickle:
    """A socket that hands over what a server sent byte by byte, and then has nothing more."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def recv(self, _: int) -> bytes:
        return self._data.read(1)

    def close(self) -> None:
        self._data.close()


def heard(data: bytes) -> None:
    """Let the crowd's client read what a server sent."""
    client = WebSocket.__new__(WebSocket)
    vars(client).update(_socket=Trickle(data), _buffer=bytearray())
    with suppress(Gone, OSError):
        client._head()
        while client.receive():
            pass


PARSERS: dict[str, tuple[Callable[[str], object], list[str], int]] = {
    "packet": (
        packet,
        ["2/phone,", '["tap"', "[", "{", '{"a":', '\\"', "\\u0041", ",", "]", "9", "-", "0.", "e"],
        2**15,
    ),
    "body of a POST": (posted, ["4", "\x1e", "5", "b", "d=", "&", "%", "3", "[", "="], 2**16),
    "sample": (sample, ["[", "9", ",", "]", "-", "0.", "{"], 2**15),
    "pass": (a_pass, ["eJ", ".", "_", "-", "="], 2**16),
    "recording": (a_recording, ['["tap",0,1,0,0]', "x", "[", "9", "\\"], 2**15),
    "origin": (Origin.parse, ["http://", "[", "]", ":", "@", "%", "?", "#", "é", "ﬃ"], 2**15),
    "address": (addresses.network_of, ["1", ".", ":", "%", "::", "ffff", "/"], 2**15),
    "X-Forwarded-For": (forwarded, ["10.0.0.1", ",", "[", "]", ":", "1"], 2**14),
    "Content-Length": (lengths, ["9", ",", "_", "+"], 2**14),
    "code": (codes.read, ["C", "-", "\u2010", "ß", "ﬃ"], 2**14),
    "what a person wrote": (
        lambda written: text.plain(written, 200),
        ["\u200b", "\t", "\u0301", "é", "\u200d", "👩", "\ufe0f", "\U000e0067", "🏴", "क्", "\u202e", "🇩"],
        2**14,
    ),
    "modules": (lambda text: needed("main.js", {"main.js": text}.get), ["import ", "from", '"./', "\nexport"], 2**14),
}
"""Whatever takes a text from outside: how it is called, what its texts are made of, how long they get."""


@pytest.mark.parametrize("parser", PARSERS)
@settings(max_examples=100, derandomize=True)
@given(st.data())
def test_no_parser_takes_more_than_linear_time(parser: str, data: st.DataObject) -> None:
    call, tokens, most = PARSERS[parser]
    some = st.lists(st.sampled_from([*tokens, "a", " ", '"', "\\"]), max_size=3).map("".join)

    make = pumped(data.draw(some), data.draw(some.filter(len)), data.draw(some))

    assert growth(call, make, most) < TOO_STEEP


def frame(first: int, payload: bytes) -> bytes:
    """Return a frame whose mask changes nothing; ``first`` is its header's first byte."""
    size = len(payload)
    length = bytes([0x80 | size]) if size < 126 else bytes([0xFF]) + size.to_bytes(8, "big")
    return bytes([first]) + length + bytes(4) + payload


FRAMES: dict[str, Callable[[int], bytes]] = {
    "one long text": lambda size: frame(0x81, b"a" * size),
    "a text of several bytes a letter": lambda size: frame(0x81, "é".encode() * (size // 2)),
    "short texts": lambda size: frame(0x81, b"a") * (size // 7),
    "empty texts": lambda size: frame(0x81, b"") * (size // 6),
    "texts in fragments": lambda size: (frame(0x01, b"a") + frame(0x00, b"a") * 99 + frame(0x80, b"a")) * (size // 707),
    "pings within a text": lambda size: frame(0x01, b"") + frame(0x89, b"") * (size // 6),
}


@pytest.mark.parametrize("step", [1, 7, 4096, 2**20])
@pytest.mark.parametrize("kind", FRAMES)
def test_frames_take_linear_time_however_they_are_cut(kind: str, step: int) -> None:
    assert growth(lambda data: frames(data, step), FRAMES[kind], most=2**17, first=2**15) < TOO_STEEP


@pytest.mark.parametrize(
    "make",
    [
        lambda size: b"HTTP/1.1 " * (size // 9),
        lambda size: b"\r\n\r\n" + bytes((0x81, 127)) + size.to_bytes(8, "big") + bytes(size),
        lambda size: b"\r\n\r\n" + bytes((0x01, 1, 97)) * (size // 3),
    ],
    ids=["a head without an end", "one long message", "a message in pieces"],
)
def test_what_a_server_tells_a_crowd_is_read_in_linear_time(make: Callable[[int], bytes]) -> None:
    assert growth(heard, make, 2**16) < TOO_STEEP


def test_unmasking_takes_linear_time() -> None:
    assert growth(lambda data: unmasked(b"\1\2\3\4", data), bytes, 2**24) < TOO_STEEP
