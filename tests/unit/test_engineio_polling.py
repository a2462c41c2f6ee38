import pytest
from engineio import packet as engine
from engineio import payload as library
from engineio import socket as engine_socket

from controller_app.core.protocol import ROLES
from controller_app.errors import BadMessage
from controller_app.wire.engineio import polling
from controller_app.wire.engineio.polling import SEPARATOR, TextPayload
from controller_app.wire.packets import StrictPacket, incoming_events


def packets(*texts: str) -> list[engine.Packet]:
    return list(TextPayload(encoded_payload=SEPARATOR.join(texts)).packets)


@pytest.mark.parametrize(
    "text", ['0/phone,{"room":"KFGM"}', '2/phone,["tap",[1,2,3,4]]', "", '{"a":1}', "[" * 5000, "7"]
)
def test_a_message_stays_text_even_where_it_is_json(text: str) -> None:
    (packet,) = packets(f"4{text}")

    assert (packet.packet_type, packet.data) == (engine.MESSAGE, text)


def test_a_body_holds_messages_a_pong_and_a_goodbye_in_order() -> None:
    kinds = [packet.packet_type for packet in packets("42", "3", "1")]

    assert kinds == [engine.MESSAGE, engine.PONG, engine.CLOSE]


@pytest.mark.parametrize("text", ["", "0", "2", "5", "6", "9", "bAQID", "d=42", "3x", "1x", "x", "\u0663"])
def test_anything_else_goes_to_the_door_which_refuses_it(text: str) -> None:
    packet, _ = packets(text, "3")

    assert packet.packet_type == engine.MESSAGE
    with pytest.raises(BadMessage):
        StrictPacket.read(packet.data, incoming_events(ROLES))


def test_an_empty_body_holds_nothing() -> None:
    assert packets() == []


def test_more_packets_than_may_come_in_one_body_are_refused() -> None:
    most = TextPayload.max_decode_packets

    assert len(packets(*["3"] * most)) == most
    with pytest.raises(ValueError, match="too many"):
        packets(*["3"] * (most + 1))


def test_only_what_clients_post_is_read_so() -> None:
    polling.install(most=140)

    assert engine_socket.payload.Payload is TextPayload
    assert library.Payload is not TextPayload
