"""Signed passes: the right to come back, kept by browsers instead of a database."""

import hashlib
import hmac
from typing import Any, TypeVar

import msgspec
from itsdangerous import BadSignature, Signer, URLSafeSerializer
from itsdangerous.encoding import base64_encode

from controller_app.errors import BadPass

DIGEST_LETTERS = 24
"""Hexadecimal digits of a keyed digest: 96 bits."""


class HostPass(msgspec.Struct, frozen=True, array_like=True):
    """The right to be the display of a room."""

    room: str
    birth: int
    highest: int = 0
    """The highest number that a seat of the room had: after a restart nobody new gets one up to it."""
    opener: str = ""
    """Keyed digest of the host token under which the display was let in; "" without one."""


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


class OpenPass(msgspec.Struct, frozen=True, array_like=True):
    """The right to open rooms, for a display that has given the host token."""

    opener: str
    """Keyed digest of that token, so that another token voids the pass."""


AnyPass = TypeVar("AnyPass", HostPass, SeatPass, RecordPass, OpenPass)


class PassSigner(Signer):
    """itsdangerous' signer for one secret, deriving its key once instead of for each signature."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._key = super().derive_key()

    def derive_key(self, _secret_key: Any = None) -> bytes:
        """Return the key for the one secret there is."""
        return self._key


class PassSerializer(URLSafeSerializer):
    """Signed JSON, written without itsdangerous' compression, which costs more than the signature."""

    default_signer = PassSigner

    def __init__(self, secret: bytes, salt: str) -> None:
        super().__init__(secret, salt=salt)
        self._signer = super().make_signer(salt)

    def make_signer(self, _salt: Any = None) -> Signer:
        """Return the one signer that is needed."""
        return self._signer

    def dump_payload(self, obj: Any) -> bytes:
        """Return what is signed."""
        return base64_encode(msgspec.json.encode(obj))


class Passes:
    """Signs passes and reads them. One salt per kind, so that a seat pass never opens a room."""

    def __init__(self, secret: bytes) -> None:
        """``secret``: at least 16 random bytes; whoever changes it voids all passes."""
        self._signers = {
            HostPass: PassSerializer(secret, "host"),
            SeatPass: PassSerializer(secret, "seat"),
            RecordPass: PassSerializer(secret, "record"),
            OpenPass: PassSerializer(secret, "open"),
        }
        self._secret = secret

    def opener(self, token: str | None) -> str:
        """Return the keyed digest of a host token, "" without one: from a pass nobody finds it by trying words."""
        if not token:
            return ""
        named = b"host token " + token.encode(errors="surrogatepass")
        return hmac.digest(self._secret, named, hashlib.sha256).hex()[:DIGEST_LETTERS]

    def sign(self, held: HostPass | SeatPass | RecordPass | OpenPass) -> str:
        """Return the pass as text for the browser to keep."""
        signed = self._signers[type(held)].dumps(held)
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
