"""Strict Socket.IO packets, as PROTOCOL.md has them."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Self

import msgspec
from socketio.packet import ACK, CONNECT, DISCONNECT, EVENT, Packet

from controller_app.core.protocol import Role
from controller_app.errors import BadMessage

PACKET = re.compile(r"([0-9])(?:(/[a-z0-9_-]{0,30})(?:,|$))?([0-9]{0,19})(.*)", re.DOTALL)
"""Type, namespace, id and JSON; attachments would make it fail."""

KINDS = {CONNECT: "connect", DISCONNECT: "disconnect", EVENT: "event", ACK: "acknowledgement"}

EventsByNamespace = Mapping[str, frozenset[str]]

RESERVED = {"connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"}
"""The library's own; a client that sends one would run our handlers as if the library had."""

MAX_PACKET_ID = 2**31 - 1
MAX_DEPTH = 8
"""Lists and objects within one another; our deepest message has three."""


def incoming_events(roles: Iterable[Role]) -> EventsByNamespace:
    """Return by namespace the events that the server takes."""
    return {role.namespace: role.events for role in roles}


def _json_type(levels: int) -> Any:
    """Return the type of JSON that nests at most ``levels`` lists and objects."""
    scalar = kind = None | bool | int | float | str
    for _ in range(levels):
        kind = scalar | list[kind] | dict[str, kind]  # type: ignore[valid-type]
    return kind


# With a type for each level msgspec stops at the first bracket that is too deep, so one linear pass decodes and checks.
_decode = msgspec.json.Decoder(_json_type(MAX_DEPTH)).decode


class StrictPacket(Packet):  # type: ignore[misc]
    """A packet whose form has been checked when it comes from a client.

    Only the form: whether a message's fields are right is for the handler to ask ``Message.parse``.
    """

    @classmethod
    def read(cls, encoded_packet: object, allowed: EventsByNamespace) -> Self:
        """Return the packet that a client sent.

        A connection to an unknown namespace passes, so that it can be answered.

        Raises:
            BadMessage: it has another form, or its role may not send it.
        """
        packet = cls()
        packet.decode(encoded_packet)
        if packet.packet_type != CONNECT and packet.namespace not in allowed:
            raise BadMessage(f"Namespace {shown(packet.namespace)} is not in use. There are: {', '.join(allowed)}.")
        if packet.packet_type == EVENT:
            check_event(packet.namespace, packet.data, allowed)
        return packet

    def decode(self, encoded_packet: object) -> int:
        """Read a packet of one of the forms that clients send.

        Returns:
            How many binary attachments follow: none.

        Raises:
            BadMessage: it is anything else.
        """
        if type(encoded_packet) is not str:
            raise BadMessage("Something other than text came. Messages are text.")
        form = PACKET.fullmatch(encoded_packet)
        if form is None:
            raise BadMessage(f"The packet {shown(encoded_packet)} is not in the form of Socket.IO 5.")
        kind, namespace, number, text = form.groups()
        self.packet_type = int(kind)
        self.namespace = namespace or "/"
        self.id = packet_id(number)
        if self.packet_type not in KINDS:
            raise BadMessage(f"A packet of type {kind} came. Phones and displays send types 0 to 3, never binary.")
        self.data = json_of(text) if text else None
        self._check_data()
        return 0

    def _check_data(self) -> None:
        if self.packet_type == CONNECT:
            if not (self.data is None or isinstance(self.data, dict)) or self.id is not None:
                raise BadMessage("A connection's data has to be an object.")
        elif self.packet_type == DISCONNECT:
            if self.data is not None or self.id is not None:
                raise BadMessage("A disconnection carries no data.")
        elif self.packet_type == ACK:
            if not isinstance(self.data, list) or self.id is None:
                raise BadMessage("An acknowledgement has to be a number and a list.")
        elif not isinstance(self.data, list) or not 1 <= len(self.data) <= 2 or not isinstance(self.data[0], str):
            raise BadMessage("An event has to be a list: its name, then at most one value.")


def check_event(namespace: str, data: Any, allowed: EventsByNamespace) -> None:
    """Check that the role of a namespace may send this event."""
    name = data[0]
    if name in RESERVED:
        raise BadMessage(f"The event name {shown(name)} is reserved.")
    if name not in allowed[namespace]:
        may = ", ".join(sorted(allowed[namespace])) or "none"
        raise BadMessage(f"The event {shown(name)} is not sent to {namespace}. There are: {may}.")


def packet_id(number: str) -> int | None:
    """Return a packet's id, or None if it has none."""
    if not number:
        return None
    if int(number) > MAX_PACKET_ID:
        raise BadMessage(f"The id {number} is too large. Ids end at {MAX_PACKET_ID}.")
    return int(number)


def json_of(text: str) -> Any:
    """Decode JSON with finite numbers and at most ``MAX_DEPTH`` levels, in one pass."""
    try:
        # Unlike the library's json it takes no NaN and no Infinity; one would close every display it is sent on to.
        return _decode(text)
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise BadMessage(f"The data is not JSON nested at most {MAX_DEPTH} levels deep: {error}.") from None


def shown(came: str) -> str:
    """Quote what a client sent: short, on one line, and plain ASCII."""
    return ascii(came if len(came) <= 40 else f"{came[:40]}…")
