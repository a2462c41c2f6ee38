"""Signed passes: the right to come back, kept by the browser, so that the server needs no database."""

from typing import TypeVar

import msgspec
from itsdangerous import BadSignature, URLSafeSerializer

from controller_app.errors import BadPass


class HostPass(msgspec.Struct, frozen=True, array_like=True):
    """The right to be the display of a room."""

    room: str
    birth: int
    highest: int = 0
    """The highest number that a seat of the room had: after a restart nobody new gets one up to it."""


class SeatPass(msgspec.Struct, frozen=True, array_like=True):
    """The right to a seat in a room."""

    room: str
    birth: int
    number: int
    key: int
    generation: int = 0
    """How often the seat has gone to another phone: an older pass doesn't open it any more."""


class RecordPass(msgspec.Struct, frozen=True, array_like=True):
    """The right to record what phones do in a room; whoever runs the server signs it for themself."""

    room: str


AnyPass = TypeVar("AnyPass", HostPass, SeatPass, RecordPass)


class Passes:
    """Signs passes and reads them. One salt per kind, so that a seat pass never opens a room."""

    def __init__(self, secret: bytes) -> None:
        """``secret``: at least 16 random bytes; whoever changes it voids all passes."""
        self._signers = {
            HostPass: URLSafeSerializer(secret, salt="host"),
            SeatPass: URLSafeSerializer(secret, salt="seat"),
            RecordPass: URLSafeSerializer(secret, salt="record"),
        }

    def sign(self, held: HostPass | SeatPass | RecordPass) -> str:
        """Return the pass as text for the browser to keep."""
        signed = self._signers[type(held)].dumps(msgspec.to_builtins(held))
        return signed if isinstance(signed, str) else signed.decode()

    def read(self, text: str, kind: type[AnyPass]) -> AnyPass:
        """Return the pass that this text stands for.

        Raises:
            BadPass: it was not signed by us, or is a pass for something else.
        """
        try:
            return msgspec.convert(self._signers[kind].loads(text), kind)
        except (BadSignature, msgspec.ValidationError):
            raise BadPass("This pass is not valid any more. Scan the code on the display again.") from None
