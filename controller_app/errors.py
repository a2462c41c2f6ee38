"""Error classes, one for each cause that a phone, display or operator is told.

    ControllerError
    ├── RoomNotFound      no open room has this code
    ├── RoomFull          every seat is taken
    │   └── TooManyRooms      every room that may be open is
    ├── SeatTaken         the seat that was on offer has its phone, or another one
    ├── TryLater          not now; ``after`` says when
    │   ├── RoomReturning     after a restart only its phones are back so far
    │   ├── TooManyGuesses    too many wrong codes came
    │   ├── TooManyJoins      too many phones joined
    │   └── TooManyReturns    one phone came back too often
    ├── TokenNeeded       a display has no right to open a room here
    │   ├── WrongToken        it brought another token
    │   └── TooManyTokens     too many wrong ones came; ``after`` says when to try again
    ├── BadMessage        a message did not have the agreed form
    ├── TooManyMessages   a connection sent more than its share
    ├── BadPass           a pass is forged, damaged or for something else
    ├── BadRecording      a file is no recording of a room
    └── BadSetting        an option can't work on this computer

Each cause has a ``code``, which pages turn into a sentence of their language, and a sentence in English for logs and
terminals: what came, what was expected, what to do.
"""

from typing import ClassVar


class ControllerError(Exception):
    """A cause with a ``code`` that travels over the wire and a sentence that a person can act on."""

    code: ClassVar[str] = "error"
    after: float = 0.0
    """Seconds after which it may be tried again; 0 where waiting does not help."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class RoomNotFound(ControllerError):
    """No open room has this code."""

    code = "not_found"


class RoomFull(ControllerError):
    """Every seat of the room is taken."""

    code = "full"


class TooManyRooms(RoomFull):
    """As many rooms are open as this server takes, or as one network may have."""

    code = "too_many_rooms"


class SeatTaken(ControllerError):
    """The seat that a phone was offered is not free to take any more."""

    code = "taken"


class TryLater(ControllerError):
    """Something that is refused now and may be tried again ``after`` seconds."""

    def __init__(self, sentence: str, after: float) -> None:
        """``sentence``: what is the matter; when to try again is added."""
        super().__init__(f"{sentence} This phone tries again in {_spoken(after)}.")
        self.after = after


class RoomReturning(TryLater):
    """After a restart only the room's phones are back; its display knows which seats are kept."""

    code = "returning"


class TooManyGuesses(TryLater):
    """Too many wrong codes came, from this address or while the address has tried some, too."""

    code = "too_many_guesses"


class TooManyJoins(TryLater):
    """Too many phones of one address joined."""

    code = "too_many_joins"


class TooManyReturns(TryLater):
    """One phone came back too often."""

    code = "too_many_returns"


class TokenNeeded(ControllerError):
    """A display brought neither the host token nor a pass that stands for it."""

    code = "token_needed"


class WrongToken(TokenNeeded):
    """A display brought something other than the host token."""

    code = "wrong_token"


class TooManyTokens(TokenNeeded):
    """So many wrong tokens came that none is looked at for ``after`` seconds."""

    code = "too_many_tokens"

    def __init__(self, after: float) -> None:
        super().__init__(f"Too many wrong tokens came in. Try again in {after:g} s.")
        self.after = after


class BadMessage(ControllerError):
    """A message did not have the form that PROTOCOL.md gives it."""

    code = "bad_message"


class TooManyMessages(ControllerError):
    """A connection sent more than its share."""

    code = "too_many"


class BadPass(ControllerError):
    """A pass is forged, damaged, or was made for something else."""

    code = "bad_pass"


class BadRecording(ControllerError):
    """A file is no recording, or a part of one is damaged."""

    code = "bad_recording"


class BadSetting(ControllerError):
    """An option that can't work on this computer; ``option`` is its name on the command line."""

    code = "bad_setting"

    def __init__(self, option: str, sentence: str) -> None:
        super().__init__(f"{option}: {sentence}")
        self.option = option


def _spoken(seconds: float) -> str:
    if seconds < 90:
        return f"{max(2, round(seconds))} seconds"
    return f"{round(seconds / 60)} minutes"
