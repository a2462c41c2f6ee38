"""Bad input is refused or closed; other clients notice nothing, and memory stays flat."""

import json
import time
from collections.abc import Callable, Iterator

import pytest

from controller_app.core.event_budget import SEAT_BURST, SEAT_RATE
from tests.support.clients import Display, Phone, until
from tests.support.raw import RawPhone
from tests.support.running import RunningServer

OpenDisplay = Callable[..., Display]
Join = Callable[..., Phone]

REFUSED = {
    "a number that is none": '["tilt",[1,0,NaN,0,0,10000,0]]',
    "an endless number": '["tilt",[1,0,1e999,0,0,10000,0]]',
    "a number out of range": '["tilt",[1,0,10001,0,0,10000,0]]',
    "a fraction": '["tilt",[1,0,0.5,0,0,10000,0]]',
    "text for numbers": '["tilt",["1","0","0","0","0","0","0"]]',
    "an object for an array": '["tilt",{"seq":1}]',
    "too few numbers": '["tilt",[1,0,0]]',
    "too many numbers": '["tilt",[1,0,0,0,0,10000,0,1,2,3]]',
    "nothing": '["tilt"]',
    "a huge whole number": f'["tilt",[1,{10**40},0,0,0,10000,0]]',
    "a name of the library's own": '["disconnect","forged"]',
    "a forged connect": '["connect",{"room":"CCCC"}]',
    "a name that nobody knows": '["explode",{}]',
    "what only a display may": '["show",{"visual":"mirror"}]',
    "a name that is no text": "[1,2]",
    "no list": '{"tilt":1}',
    "an empty list": "[]",
    "no JSON": '["tilt",[1,',
    "deep nesting": '["tap",' + "[" * 50 + "]" * 50 + "]",
    "a tap with another's number": '["tap",{"number":2,"id":1}]',
}

CLOSED = {
    "a binary attachment's header": '451-/phone,["tap",{"_placeholder":true,"num":0}]',
    "ten digits of attachments": "459999999999-[]",
    "one letter": "x",
    "an engine upgrade": "5",
    "too long a message": '42/phone,["tap",[1,0,0,0],"' + "a" * 5000 + '"]',
    "deep JSON for the engine": "4" + "[" * 1500,
}


@pytest.fixture
def raw(server: RunningServer) -> Iterator[Callable[[str], RawPhone]]:
    opened: list[RawPhone] = []

    def join(room: str) -> RawPhone:
        opened.append(made := RawPhone(server.port, room))
        return made

    yield join
    for made in opened:
        made.close()


@pytest.fixture
def honest(display: OpenDisplay, phone: Join) -> tuple[Display, Phone]:
    screen = display()
    return screen, phone(screen.room)


def assert_undisturbed(screen: Display, hand: Phone) -> None:
    """The honest phone still reaches the display, which has heard of nobody else's samples or taps."""
    taps = len(screen.all("tapped"))
    hand.tilt(taps + 1)
    hand.tap(taps)
    until(lambda: len(screen.all("tapped")) > taps, lambda: "the honest phone's tap")
    assert {tap[0] for tap in screen.all("tapped")} == {hand.number}
    assert {seat for frame in screen.all("frame") for seat, _ in frame[0]} == {hand.number}
    json.dumps(screen.heard, allow_nan=False)


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_wrong_is_refused_in_words(
    honest: tuple[Display, Phone], raw: Callable[[str], RawPhone], text: str
) -> None:
    screen, hand = honest
    crook = raw(screen.room)

    crook.send_event(text)

    answer = json.loads(crook.read_until("refused").partition(",")[2])[1]
    assert set(answer) == {"error", "message"}
    assert answer["message"].endswith(".")
    assert_undisturbed(screen, hand)


@pytest.mark.parametrize("text", CLOSED.values(), ids=CLOSED.keys())
def test_what_is_hostile_ends_in_a_close_or_a_refusal(
    honest: tuple[Display, Phone], raw: Callable[[str], RawPhone], text: str
) -> None:
    screen, hand = honest
    crook = raw(screen.room)

    crook.send(text)
    for _ in range(6):
        try:
            crook.send_event("[]")
        except OSError:
            break

    assert crook.is_closed()
    assert_undisturbed(screen, hand)


def test_whoever_goes_on_being_wrong_is_closed_with_a_reason(
    honest: tuple[Display, Phone], raw: Callable[[str], RawPhone]
) -> None:
    screen, hand = honest
    crook = raw(screen.room)

    for _ in range(6):
        crook.send_event('["explode",{}]')

    assert '"misbehaved"' in crook.read_until("ended")
    assert crook.is_closed()
    assert_undisturbed(screen, hand)


def test_a_binary_message_ends_the_connection(honest: tuple[Display, Phone], raw: Callable[[str], RawPhone]) -> None:
    screen, hand = honest
    crook = raw(screen.room)

    crook.send_binary(b"\x00" * 100)

    assert crook.is_closed()
    assert_undisturbed(screen, hand)


def test_thousands_of_fragments_cost_no_memory(
    server: RunningServer, honest: tuple[Display, Phone], raw: Callable[[str], RawPhone]
) -> None:
    screen, hand = honest
    before = server.memory()
    for _ in range(10):
        crook = raw(screen.room)
        fragment = bytes([0x00, 0x80 | 100]) + b"\x00\x00\x00\x00" + b"a" * 100
        try:
            crook.send_bytes(bytes([0x01, 0x81]) + b"\x00\x00\x00\x00" + b"4")
            for _ in range(1000):
                crook.send_bytes(fragment)
        except OSError:
            pass
        assert crook.is_closed()

    assert server.memory() - before < 8_000_000
    assert_undisturbed(screen, hand)


def test_a_frame_that_announces_exabytes_ends_the_connection(
    honest: tuple[Display, Phone], raw: Callable[[str], RawPhone]
) -> None:
    screen, hand = honest
    crook = raw(screen.room)

    crook.send_bytes(bytes([0x81, 0xFF]) + (2**62).to_bytes(8, "big") + b"\x00\x00\x00\x00")

    assert crook.is_closed()
    assert_undisturbed(screen, hand)


def flood_of(hand: Phone, screen: Display) -> list[object]:
    return [tap for tap in screen.all("tapped") if tap[0] != hand.number]


def test_a_flood_is_cut_down_to_its_share(honest: tuple[Display, Phone], raw: Callable[[str], RawPhone]) -> None:
    screen, hand = honest
    crook = raw(screen.room)
    began = time.monotonic()

    for number in range(1000):
        crook.send_event(f'["tap",[{number},0,0,0]]')
    hand.tap(0)
    until(lambda: [tap for tap in screen.all("tapped") if tap[0] == hand.number], lambda: "the honest phone's tap")
    crook.read_until("too_many")
    until(lambda: len(flood_of(hand, screen)) >= SEAT_BURST, lambda: "what one phone may send at once")
    time.sleep(1)

    most = SEAT_BURST + SEAT_RATE * (time.monotonic() - began)
    assert len(flood_of(hand, screen)) <= most


def test_nothing_of_all_this_reaches_the_log(server: RunningServer) -> None:
    assert "Traceback" not in server.output
    assert len(server.output) < 5_000
