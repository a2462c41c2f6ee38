"""WebSocket parser: bytes in, messages of bounded length out; no sockets, no waiting.

Lengths are checked where a header announces them, before a byte of the payload is kept.
"""

from codecs import getincrementaldecoder

from controller_app.wire.websocket.frames import (
    BINARY,
    CLOSE,
    CONTINUATION,
    MAX_CONTROL_BYTES,
    OPCODES,
    TEXT,
    ProtocolError,
    check_close,
    unmasked,
)

MAX_FRAGMENTS = 256
"""Into how many frames a message may be cut; empty ones cost no memory, but time."""

WHOLE_TEXT = 0x81
"""A header's first byte: the final frame of a text, with no extension's bits."""

Utf8Decoder = getincrementaldecoder("utf-8")


class FrameParser:
    """Turns a client's bytes, cut anywhere, into messages.

    ``feed`` what arrived, then call ``next`` until it returns None. It holds at most ``max_message`` bytes of an
    unfinished message, one control frame and what was fed but not yet asked for.
    """

    __slots__ = (
        "_at", "_bytes", "_control", "_final", "_fragments", "_left", "_mask", "_max", "_message", "_opcode",
        "_short", "_text", "_utf8",
    )  # fmt: skip

    def __init__(self, max_message: int) -> None:
        self._max = max_message
        self._short = min(max_message, 125)
        self._bytes = b""
        self._at = 0  # where in _bytes the next unread byte is
        self._text = self._final = False
        self._opcode: int | None = None  # of the frame whose payload is arriving
        self._left = 0  # bytes of that payload still to come
        self._mask = b""
        self._fragments = 0  # frames of the message under way; 0 is none
        self._message = bytearray()
        self._control = bytearray()
        self._utf8 = Utf8Decoder()

    @property
    def held(self) -> int:
        """Bytes in memory for this client."""
        return len(self._bytes) - self._at + len(self._message) + len(self._control)

    def feed(self, data: bytes) -> None:
        """Take what arrived."""
        self._bytes = self._bytes[self._at :] + data if self._at < len(self._bytes) else data
        self._at = 0

    def next(self) -> tuple[int, bytes] | None:
        """Return the next message as opcode and payload, or None until more is fed.

        A text's payload is valid UTF-8; a close's is empty or starts with a valid code.

        Raises:
            Violation: the client broke the protocol; nothing after that can be trusted.
        """
        data, at = self._bytes, self._at
        # Samples are whole short texts: read in one go, they take half the time.
        if not self._fragments and self._opcode is None and len(data) - at >= 6 and data[at] == WHOLE_TEXT:
            size = data[at + 1] - 128
            end = at + 6 + size
            if 0 <= size <= self._short and end <= len(data):
                payload = unmasked(data[at + 2 : at + 6], data[at + 6 : end])
                if not payload.isascii():
                    self._check_text(payload, final=True)
                self._at = end
                return TEXT, payload
        return self._next_in_pieces()

    def _next_in_pieces(self) -> tuple[int, bytes] | None:
        while self._opcode is not None or self._read_header():
            self._read_payload()
            if self._left:
                break
            message = self._finish_frame()
            if message:
                return message
        if self._at == len(self._bytes):
            self._bytes, self._at = b"", 0  # an idle client costs no buffer
        return None

    def _read_header(self) -> bool:
        """Read a frame's header if all of it is here; as much of it as is here is checked at once."""
        data, at = self._bytes, self._at
        here = len(data) - at
        if here < 2:
            return False
        opcode, final = data[at] & 15, data[at] >= 128
        self._check_kind(data[at], data[at + 1], opcode, final)
        size, start = data[at + 1] & 127, at + 2
        if size > MAX_CONTROL_BYTES:
            wide = 2 if size == 126 else 8
            if here < 2 + wide:
                return False
            size, start = int.from_bytes(data[start : start + wide], "big"), start + wide
        if opcode < CLOSE:
            self._check_size(size)
        if len(data) < start + 4:
            return False
        if opcode < CLOSE:
            self._start_fragment(opcode, final)
        self._opcode, self._left = opcode, size
        self._mask, self._at = data[start : start + 4], start + 4
        return True

    def _check_kind(self, first: int, second: int, opcode: int, final: bool) -> None:
        if first & 0x70:
            raise ProtocolError(1002, "an extension's bit is set, but no extension was agreed")
        if opcode not in OPCODES:
            raise ProtocolError(1002, f"opcode {opcode} is not in use")
        if not second & 0x80:
            raise ProtocolError(1002, "a client's frame has no mask")
        if opcode >= CLOSE:
            if not final:
                raise ProtocolError(1002, "a control frame is cut into fragments")
            if second & 127 > MAX_CONTROL_BYTES:
                raise ProtocolError(1002, "a control frame is longer than 125 bytes")
        elif (opcode == CONTINUATION) != bool(self._fragments):
            raise ProtocolError(1002, "a message has to end before the next one starts")

    def _check_size(self, size: int) -> None:
        if size + len(self._message) > self._max:
            raise ProtocolError(1009, f"a message may have {self._max} bytes")
        if self._fragments >= MAX_FRAGMENTS:
            raise ProtocolError(1008, f"a message may have {MAX_FRAGMENTS} fragments")

    def _start_fragment(self, opcode: int, final: bool) -> None:
        if opcode != CONTINUATION:
            self._text = opcode == TEXT
        self._fragments += 1
        self._final = final

    def _read_payload(self) -> None:
        """Take what is here of the frame's payload; a wrong byte in a text is found although the rest is missing."""
        piece = self._bytes[self._at : self._at + self._left]
        size = len(piece)
        self._at += size
        self._left -= size
        piece = unmasked(self._mask, piece)
        turn = size % 4
        self._mask = self._mask[turn:] + self._mask[:turn]
        if self._opcode is not None and self._opcode >= CLOSE:
            self._control += piece
            return
        self._message += piece
        if self._text:
            self._check_text(piece, final=self._final and not self._left)

    def _finish_frame(self) -> tuple[int, bytes] | None:
        opcode, self._opcode = self._opcode, None
        if opcode is not None and opcode >= CLOSE:
            payload = bytes(self._control)
            self._control.clear()
            if opcode == CLOSE:
                check_close(payload)
            return opcode, payload
        if not self._final:
            return None
        message = bytes(self._message)
        self._message.clear()
        self._fragments = 0
        return (TEXT if self._text else BINARY), message

    def _check_text(self, piece: bytes, *, final: bool) -> None:
        try:
            self._utf8.decode(piece, final)
        except UnicodeDecodeError:
            raise ProtocolError(1007, "a text is not UTF-8") from None
