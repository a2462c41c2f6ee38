"""Messages: what is understood, and what is answered where nothing is."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from controller_app.core import protocol
from controller_app.core.protocol import FRAME, Join, Pad, Tap, Tilt
from controller_app.errors import BadMessage

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=8) | st.dictionaries(st.text(), inner, max_size=8),
    max_leaves=20,
)


@given(st.sampled_from(protocol.MESSAGES), JSON)
def test_any_value_is_a_message_or_refused(message: type[protocol.Message], raw: object) -> None:
    try:
        parsed = message.parse(raw)
    except BadMessage:
        return
    assert message.parse(parsed.plain()) == parsed


@given(st.binary(max_size=200))
def test_any_bytes_are_a_tilt_or_refused(body: bytes) -> None:
    decoder = msgspec.json.Decoder(Tilt)
    try:
        tilt = decoder.decode(body)
    except msgspec.DecodeError:
        return
    assert all(abs(part) <= protocol.QUATERNION_UNIT for part in (tilt.x, tilt.y, tilt.z, tilt.w))


@pytest.mark.parametrize("part", [10_001, -10_001, 0.5, "1", None, True, float("nan")])
def test_a_quaternion_has_whole_numbers_in_range(part: object) -> None:
    with pytest.raises(BadMessage):
        Tilt.parse([1, 0, part, 0, 0, 0, 0])


def test_what_was_not_asked_for_is_refused() -> None:
    with pytest.raises(BadMessage, match="role"):
        Join.parse({"room": "KRTP", "role": "display"})


def test_a_frame_is_short() -> None:
    tilt = Tilt(seq=65_535, at=999_999_999, x=-7071, y=-7071, z=-7071, w=-7071, rest=-180)

    assert len(msgspec.json.encode(FRAME(*[[(300, tilt)], []]))) < 70


def test_streams_and_taps_are_arrays() -> None:
    assert Tap(1, 2, 3, 4).plain() == [1, 2, 3, 4]
    assert Pad(1, 2, 3, 4, True).plain() == [1, 2, 3, 4, True]


def test_every_message_says_what_it_is_and_where_it_goes() -> None:
    for message in protocol.MESSAGES:
        assert message.__doc__
        assert protocol.ways(message)
    names = [message.event for message in protocol.MESSAGES]
    assert len(set(names)) == len(names)


def test_no_role_may_send_what_only_the_server_says() -> None:
    from_server = {message.event for role in protocol.ROLES for message in role.receives}
    wishes = {event for role in protocol.ROLES for event in role.events}

    assert wishes & from_server == {"tell", "equip", "remember"}
    assert not protocol.PHONE.events & {"show", "tell", "equip", "remember", "open"}


@pytest.mark.parametrize("role", protocol.ROLES, ids=lambda role: role.name)
def test_what_a_connection_opens_with_is_no_event(role: protocol.Role) -> None:
    assert role.entry.event not in {event for role in protocol.ROLES for event in role.events}
