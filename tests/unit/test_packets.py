import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from socketio.packet import ACK, CONNECT, DISCONNECT, EVENT

from controller_app.core.protocol import DISPLAY, PHONE, ROLES
from controller_app.errors import BadMessage
from controller_app.wire.packets import MAX_PACKET_ID, StrictPacket, incoming_events

HEADS = st.sampled_from(["", "0", "0/phone,", "1/phone,", "2/phone,", "2/display,", "2/phone,7", "3/phone,1", "2/x,"])

ALLOWED = incoming_events(ROLES)


def read(text: object) -> StrictPacket:
    return StrictPacket.read(text, ALLOWED)


def sentence(text: object) -> str:
    with pytest.raises(BadMessage) as caught:
        read(text)
    return caught.value.sentence


def test_an_event_keeps_its_namespace_name_and_value() -> None:
    packet = read('2/phone,["tap",[1,2,3,4]]')
    assert (packet.packet_type, packet.namespace, packet.id) == (EVENT, PHONE.namespace, None)
    assert packet.data == ["tap", [1, 2, 3, 4]]


def test_an_event_that_wants_an_answer_keeps_its_id() -> None:
    packet = read('2/display,12["clock"]')
    assert (packet.namespace, packet.id, packet.data) == (DISPLAY.namespace, 12, ["clock"])


def test_a_connection_keeps_its_auth() -> None:
    packet = read('0/phone,{"room":"KFGM"}')
    assert (packet.packet_type, packet.data) == (CONNECT, {"room": "KFGM"})
    assert read("0/display,").data is None


def test_a_connection_to_an_unknown_namespace_can_be_answered() -> None:
    assert read("0/nope,").namespace == "/nope"
    assert read("0").namespace == "/"


@pytest.mark.parametrize("text", ["1/phone,", "1/phone"])
def test_a_disconnection_is_taken(text: str) -> None:
    assert read(text).packet_type == DISCONNECT


def test_an_acknowledgement_is_taken() -> None:
    packet = read("3/phone,4[1]")
    assert (packet.packet_type, packet.id, packet.data) == (ACK, 4, [1])


def test_what_we_send_is_encoded_as_the_library_does() -> None:
    assert StrictPacket(EVENT, ["seated", {"room": "KFGM"}], PHONE.namespace).encode() == (
        '2/phone,["seated",{"room":"KFGM"}]'
    )


@pytest.mark.parametrize("raw", [None, b"bytes", bytearray(b"bytes"), 7, 1.5, True, [], {}])
def test_only_text_is_a_packet(raw: object) -> None:
    assert "text" in sentence(raw)


@pytest.mark.parametrize(
    "text",
    [
        "4/phone,{}",  # CONNECT_ERROR
        '5/phone,["tap"]',
        "6/phone,1[]",
        '51-/phone,["tap",{"_placeholder":true,"num":0}]',
        '459999999999-["tap"]',
        '2-/phone,["tap"]',
    ],
)
def test_binary_packets_and_attachments_are_refused(text: str) -> None:
    sentence(text)


@pytest.mark.parametrize(
    "name", ["connect", "disconnect", "disconnecting", "connect_error", "newListener", "removeListener"]
)
def test_reserved_names_are_refused(name: str) -> None:
    assert "reserved" in sentence(f'2/phone,["{name}",{{"role":"display"}}]')


@pytest.mark.parametrize("text", ['2/phone,["show",{}]', '2/display,["tap",[1,2,3,4]]', '2/phone,["nonsense"]'])
def test_each_role_may_send_only_its_own_events(text: str) -> None:
    assert "There are" in sentence(text)


@pytest.mark.parametrize("text", ['2/phone,["join",{"room":"KFGM"}]', '2/display,["open",{}]'])
def test_what_belongs_to_a_connection_is_no_event(text: str) -> None:
    sentence(text)


@pytest.mark.parametrize(("namespace", "event"), [(name, event) for name in ALLOWED for event in sorted(ALLOWED[name])])
def test_every_other_message_of_the_protocol_may_be_sent(namespace: str, event: str) -> None:
    assert read(f'2{namespace},["{event}",{{}}]').data == [event, {}]


@pytest.mark.parametrize(
    "text", ['2["tap"]', '2/nope,["tap"]', "1/nope,", "3/,1[]", '2/phone?a=b,["tap"]', '2/PHONE,["tap"]']
)
def test_only_the_namespaces_of_the_protocol_are_in_use(text: str) -> None:
    sentence(text)


@pytest.mark.parametrize("data", ["", "{}", "[]", "[1]", "[null]", '["tap",1,2]', '"tap"', "7", '[["tap"]]'])
def test_an_event_is_a_name_and_at_most_one_value(data: str) -> None:
    sentence(f"2/phone,{data}")


@pytest.mark.parametrize("data", ["[]", "1[]", '"text"', "true", '5{"room":"KFGM"}'])
def test_a_connections_data_is_an_object(data: str) -> None:
    sentence(f"0/phone,{data}")


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"])
def test_numbers_have_to_be_finite(number: str) -> None:
    assert "JSON" in sentence(f'2/phone,["tap",[{number}]]')


@pytest.mark.parametrize("depth", [9, 500, 5000])
def test_deep_data_is_refused_whether_or_not_it_ends(depth: int) -> None:
    assert "nested" in sentence(f'2/phone,["tap",{"[" * depth}')
    assert "nested" in sentence(f'2/phone,["tap",{"[" * depth}{"]" * depth}]')
    assert "nested" in sentence('2/phone,["tap",' + '{"a":' * depth + "1" + "}" * depth + "]")


def test_brackets_within_a_text_are_not_depth() -> None:
    text = '[{\\"[' * 20
    assert read(f'2/display,["tell",{{"text":"{text}"}}]').data == ["tell", {"text": '[{"[' * 20}]


@pytest.mark.parametrize("number", [MAX_PACKET_ID + 1, 10**18, 10**60])
def test_large_ids_are_refused(number: int) -> None:
    sentence(f'2/phone,{number}["clock"]')


def test_the_largest_id_is_taken() -> None:
    assert read(f'2/phone,{MAX_PACKET_ID}["clock"]').id == MAX_PACKET_ID


@pytest.mark.parametrize("text", ['2/phone,["tap","\\ud800"]', '2/phone,["tap","\ud800"]'])
def test_half_a_character_is_refused(text: str) -> None:
    sentence(text)


def test_a_sentence_is_short_and_on_one_line_whatever_came() -> None:
    said = sentence('2/phone,["' + "\\u001b[31m\\n" * 300 + '"]')
    assert len(said) < 300
    assert said.isprintable()


@given(HEADS, st.text(max_size=120))
def test_any_text_is_a_packet_or_a_bad_message(head: str, tail: str) -> None:
    answer_of(head + tail)


@given(
    HEADS,
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    ),
)
def test_any_json_is_a_packet_or_a_bad_message(head: str, value: Any) -> None:
    packet = answer_of(head + json.dumps(value))
    if packet is not None:
        json.dumps(packet.data, allow_nan=False)
        assert all(math.isfinite(number) for number in numbers_in(packet.data))


def answer_of(text: str) -> StrictPacket | None:
    try:
        return read(text)
    except BadMessage:
        return None


def numbers_in(value: Any) -> list[float]:
    if isinstance(value, float):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [number for part in inner for number in numbers_in(part)]
