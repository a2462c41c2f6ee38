"""Protocol: every message with its direction, fields, units and limits.

``tools/write_protocol.py`` writes the same for the browser (``static/js/protocol.js``).

Two kinds. A *stream* (tilt, pad) is a state: the newest wins, none is queued or sent again. An *event* is a
fact: once, in order per phone. Wishes are verbs (``show``, ``tell``), facts are participles (``joined``).
Streams are arrays of integers: ``["tilt",[seq,at,x,y,z,w,rest]]`` is half as long as an object with floats.
"""

from typing import Annotated, ClassVar, Literal, NamedTuple, Self, cast, get_args

import msgspec
from msgspec import Meta

from controller_app.errors import BadMessage

QUATERNION_UNIT = 10_000
"""A quaternion's component of 1.0 travels as this integer."""

FRACTION_UNIT = 10_000
"""A fraction of 1.0 (of the pad, of the screen) travels as this integer."""

SEQ_WRAP = 65_536
"""``seq`` counts up to this and starts again at 0."""

TAP_WRAP = 2**31
"""A tap's ``id`` counts up to this and starts again at 0."""

MAX_TAPS_REMEMBERED = 32
"""Ids of a seat's last taps; a phone keeps a tap for 2 s, and no thumb is quicker than 16 a second."""

MAX_TAP_AGE_MS = 2000
"""Milliseconds after the finger; whoever tapped has been told by then that it did not arrive."""

IMPLAUSIBLE_TAP_AGE_MS = 60_000
"""Milliseconds: an older tap has a wrong clock, since no connection stands still for so long and lives."""

FULL_TILT_DEGREES = 40
"""Lean that counts as 1."""

AIM_WIDTH_DEGREES = 44
"""Turning from the screen's left edge to its right."""

AIM_HEIGHT_DEGREES = 28
"""Lifting from the screen's bottom edge to its top."""

MESSAGE_BYTES = 4096
"""The longest message that the server reads: whatever the fields below may hold fits, in any script."""

TOKEN_LETTERS = 128
"""The longest host token."""

SAY_CODE_POINTS = 1000
"""The longest text from a person, in code points: 200 letters, of which some are emoji of several."""

REMEMBERED_LETTERS = 1000
"""The longest value that a visual may keep, as JSON."""

Colour = Literal["orange", "sky", "mint", "yellow", "blue", "vermilion", "rose", "white"]
Shape = Literal["star", "circle", "triangle", "drop", "square", "hexagon", "crescent", "cross"]
Motion = Literal["tilt", "aim", "attitude", "shake", "none"]
Reason = Literal[
    "room_closed", "replaced", "full", "server_restarting", "not_found", "taken", "busy", "token_needed", "misbehaved",
]  # fmt: skip
Cause = Literal[
    "", "returning", "too_many_guesses", "too_many_joins", "too_many_returns", "too_many_rooms",
    "wrong_token", "too_many_tokens",
]  # fmt: skip

CAUSES: tuple[Cause, ...] = get_args(Cause)
COLOURS: tuple[Colour, ...] = get_args(Colour)
SHAPES: tuple[Shape, ...] = get_args(Shape)

Seq = Annotated[int, Meta(ge=0, lt=SEQ_WRAP, description="counts this phone's samples; wraps, newer wins")]
Moment = Annotated[
    int, Meta(ge=0, lt=2**52, description="milliseconds on the server's clock, as the sender estimates it")
]
# Those of streams say how many integers are 1 and, as "step", what change is worth sending; see core/streams.py.
Component = Annotated[
    int,
    Meta(ge=-QUATERNION_UNIT, le=QUATERNION_UNIT, description="in units of 1e-4"),
    Meta(extra={"unit": QUATERNION_UNIT, "step": 9}),  # about 0.1°, below which a hand shakes
]
Fraction = Annotated[
    int,
    Meta(ge=0, le=FRACTION_UNIT, description="in units of 1e-4, origin at the top left"),
    Meta(extra={"unit": FRACTION_UNIT, "step": 20}),
]
Number = Annotated[int, Meta(ge=1, le=9_999, description="the seat's number, as shown on the display")]
Code = Annotated[str, Meta(max_length=24, description="the room's code, in any case, with any spaces")]
Pass = Annotated[str, Meta(max_length=400, description="a signed pass, as the server handed it out")]
Token = Annotated[str, Meta(max_length=TOKEN_LETTERS, description="what lets a display open rooms")]
Name = Annotated[str, Meta(max_length=40, pattern=r"^[a-z0-9][a-z0-9-]*$", description="a visual's folder")]
Hertz = Annotated[int, Meta(ge=1, le=60, description="samples a second that this phone may send")]
Address = Annotated[str, Meta(max_length=200, description="what a person types, without http:// and the code")]
Link = Annotated[str, Meta(max_length=300, description="what the QR says")]
Text = Annotated[str, Meta(max_length=80, description="plain text, shown as it is")]


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What travels under one event name; ``ROLES`` says which way it may go."""

    event: ClassVar[str]

    @classmethod
    def parse(cls, raw: object) -> Self:
        """Check a decoded JSON value against this message's fields.

        Raises:
            BadMessage: it has another form, or a value is out of its range.
        """
        try:
            return msgspec.convert(raw, cls)
        except msgspec.ValidationError as error:
            raise BadMessage(f"The message '{cls.event}' was not understood: {error}.") from None

    def plain(self) -> object:
        """Return the message as lists, dicts, strings and numbers, ready for JSON."""
        return msgspec.to_builtins(self)


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a message."""


class SeatCard(Card, frozen=True):
    """A phone's place in the room, as everybody may know it."""

    number: Number
    colour: Colour
    shape: Shape
    name: Text
    away: Annotated[bool, Meta(description="its phone is not connected; the seat is kept for it")] = False
    id: Annotated[
        str, Meta(max_length=12, description="of its browser, also after leaving and joining again; 12 hex digits")
    ] = ""


class Button(Card, frozen=True):
    """Something to press or to choose on a phone."""

    name: Annotated[Name, Meta(description="what the visual calls it")]
    label: Annotated[str, Meta(min_length=1, max_length=40, description="what stands on it")]


class Controls(Card, frozen=True):
    """What a phone offers the hand. A visual may change it while it runs."""

    motion: Annotated[Motion, Meta(description="how the visual reads the hand, so that touch can do the same")]
    pad: Annotated[bool, Meta(description="whether taps and the thumb's place count")] = True
    buttons: Annotated[list[Button], Meta(max_length=6, description="to press and to hold")] = []
    question: Annotated[str, Meta(max_length=120, description="what the choices answer")] = ""
    choices: Annotated[list[Button], Meta(max_length=12, description="one of them can be chosen")] = []
    text: Annotated[int, Meta(ge=0, le=200, description="letters (graphemes) that a person may write; 0 is none")] = 0


class VisualCard(Card, frozen=True):
    """What a visual's folder says of itself, in the pages' language."""

    name: Name
    title: Text
    sentence: Annotated[str, Meta(max_length=200, description="what it is, for the display")]
    hint: Annotated[str, Meta(max_length=80, description="what the hand does, for the phone")]
    description: Annotated[str, Meta(max_length=1000, description="for who can't see it")]
    players: Annotated[tuple[int, int], Meta(description="the fewest and the most phones that it is made for")]
    controls: Controls
    phone_page: Annotated[
        list[Text], Meta(description="files of its own phone page, phone.js among them; none: the controls")
    ] = []
    sentences: Annotated[
        dict[str, str], Meta(description="its own, by key; phones get those of a visual with a page of its own alone")
    ] = {}

    def for_phones(self) -> "VisualCard":
        """Return the card with no more than phones need of it."""
        return self if self.phone_page else msgspec.structs.replace(self, sentences={})


# Streams


class Sample(Message, array_like=True, frozen=True):
    """One sample of a stream. A stream is a class derived from this, and listed in ``STREAMS``."""

    min_gap_ms: ClassVar[int] = 0
    """Milliseconds between two samples of a phone, at least."""

    seq: Seq
    at: Moment

    @property
    def values(self) -> tuple[int | bool, ...]:
        """What it says, without its count and its moment."""
        return msgspec.structs.astuple(self)[len(Sample.__struct_fields__) :]


class Tilt(Sample, frozen=True):
    """How the phone is held: its rotation since the last recentring, in its own axes at that moment.

    A unit quaternion, already turned for the page's rotation: x to the page's right, y to its top, z out of
    the glass. ``rest`` says how steeply the phone was held when it was recentred, so that the display
    can tell turning from rolling. Source: W3C, Device Orientation and Motion, "Worked example".
    """

    event = "tilt"

    x: Component
    y: Component
    z: Component
    w: Component
    rest: Annotated[int, Meta(ge=-180, le=180, description="degrees; 0 lies flat, 90 stands upright")]


class Pad(Sample, frozen=True):
    """Where the thumb is on the phone's pad, and whether it touches."""

    event = "pad"
    min_gap_ms = 66  # visuals read the pose, the bare thumb may be coarser

    x: Fraction
    y: Fraction
    down: bool


STREAMS: tuple[type[Sample], ...] = (Tilt, Pad)
"""All of them. Decoders, frames, recordings and the browser's table follow from it."""


class Frame(Message, array_like=True, frozen=True):
    """The newest samples of all phones that moved since the frame before: for each stream a list."""

    event = "frame"

    @property
    def samples(self) -> tuple[list[tuple[int, Sample]], ...]:
        """For each of ``STREAMS`` the numbers of seats with their samples."""
        return msgspec.structs.astuple(self)


FRAME = cast(
    type[Frame],
    msgspec.defstruct(
        "Frame",
        [(f"{stream.event}s", list[tuple[Number, stream]]) for stream in STREAMS],  # type: ignore[valid-type]
        bases=(Frame,),
        namespace={"__doc__": Frame.__doc__},
    ),
)
"""``Frame`` with its fields, one for each of ``STREAMS``."""


# Events from phones


class Join(Message, frozen=True):
    """Take a seat. Travels as the Socket.IO ``auth`` of the connection, since joining is connecting."""

    event = "join"

    room: Code
    seat: Annotated[Pass | None, Meta(description="the seat pass of an earlier visit")] = None
    offer: Annotated[Code | None, Meta(description="of a seat whose phone is away, as its QR says")] = None


class Tap(Message, array_like=True, frozen=True):
    """A short touch. Acknowledged with whether it is on its way to the display, now or since an earlier attempt."""

    event = "tap"

    id: Annotated[int, Meta(ge=0, lt=TAP_WRAP, description="counts this page's taps, from a random start; wraps")]
    at: Moment
    x: Fraction
    y: Fraction


class Press(Message, frozen=True):
    """A button goes down or up. Whatever a phone holds down is released when it goes away."""

    event = "press"

    name: Name
    down: bool


class Choose(Message, frozen=True):
    """One of the choices. Acknowledged with whether it was there to choose."""

    event = "choose"

    name: Name


class Say(Message, frozen=True):
    """What a person wrote. Acknowledged with true once it is on its way, else why it isn't: false, if the visual takes
    no messages at the moment, ``"empty"``, if nothing of it would be seen, ``"too_many"``, if it came too soon.
    """

    event = "say"

    text: Annotated[
        str, Meta(max_length=SAY_CODE_POINTS, description="cleaned by the server; plain text, shown as it is")
    ]


class Complain(Message, frozen=True):
    """An error in the page, for the author of a visual. Taken only while the server runs with ``--dev``."""

    event = "complain"

    message: Annotated[str, Meta(max_length=200, description="cleaned by the server")]
    file: Annotated[str, Meta(max_length=100, pattern=r"^[A-Za-z0-9_./-]*\Z", description="empty: not known")]
    line: Annotated[int, Meta(ge=0, le=999_999, description="0: not known")]


class Leave(Message, frozen=True):
    """Give the seat up for good."""

    event = "leave"


class Clock(Message, frozen=True):
    """Ask for the server's clock; the acknowledgement is a Moment."""

    event = "clock"


# Events from displays


class Open(Message, frozen=True):
    """Open a room, or come back to one. Travels as the Socket.IO ``auth`` of the connection."""

    event = "open"

    host: Annotated[Pass | None, Meta(description="the host pass of an earlier visit")] = None
    open_pass: Annotated[Pass | None, Meta(description="the right to open rooms, from an earlier visit")] = None
    token: Annotated[Token | None, Meta(description="the host token, where the server asks for it")] = None


class Show(Message, frozen=True):
    """Change the visual for everyone in the room."""

    event = "show"

    visual: Name


class Offer(Message, frozen=True):
    """Let another phone take the seat of one that is away."""

    event = "offer"

    number: Number


class Tell(Message, frozen=True):
    """Let one phone feel or read something."""

    event = "tell"

    phone: Number
    buzz: Annotated[int, Meta(ge=0, le=1000, description="milliseconds of vibration")] = 0
    flash: bool = False
    text: Annotated[str, Meta(max_length=SAY_CODE_POINTS, description="plain text, shown as it is")] = ""
    colour: Annotated[
        str, Meta(pattern=r"^(#[0-9A-Fa-f]{6})?$", description="for the phone's edge; empty: its own")
    ] = ""


class Equip(Message, frozen=True):
    """Change what phones offer the hand, until the visual changes."""

    event = "equip"

    controls: Controls


class Remember(Message, frozen=True):
    """Keep something for the visual: it survives the display's reload, and phones hear it, but for ``own-`` names."""

    event = "remember"

    name: Name
    value: Annotated[str, Meta(max_length=REMEMBERED_LETTERS, description="JSON; empty: forget it")]


# From and to whoever records


class Listen(Message, frozen=True):
    """Hear what phones do in a room, to write it down. Travels as the Socket.IO ``auth`` of the connection."""

    event = "listen"

    right: Annotated[Pass, Meta(description="to record this room, signed with the server's own secret")]
    motion: Annotated[bool, Meta(description="how phones are held and where thumbs are, too")] = False


class Noted(Message, frozen=True):
    """What phones did, as a recording keeps it: no names, no words."""

    event = "noted"

    notes: Annotated[str, Meta(description="of core/recording.py, a line each")]


class Recording(Message, frozen=True):
    """Whether somebody records the room: the display says so to everyone."""

    event = "recording"

    on: bool
    motion: Annotated[bool, Meta(description="how phones are held, too")]


# Facts for phones


class Seated(Message, frozen=True):
    """The phone has its seat."""

    event = "seated"

    room: Code
    seat: SeatCard
    seat_pass: Pass
    visual: VisualCard
    controls: Controls
    state: Annotated[dict[str, str], Meta(description="what the visual remembers, as JSON by name")]
    display_here: Annotated[bool, Meta(description="the display is connected")]
    hertz: Hertz
    https_port: Annotated[int, Meta(ge=0, le=65_535, description="where motion works; 0 if there is no such port")]
    dev: Annotated[bool, Meta(description="an author is at work: errors of the page are wanted")] = False


class DisplayHere(Message, frozen=True):
    """The display has come or gone; the seat stays either way."""

    event = "display_here"

    here: bool


class Pace(Message, frozen=True):
    """How often this phone may send samples from now on."""

    event = "pace"

    hertz: Hertz


class Late(Message, frozen=True):
    """This phone's samples arrive late: its line carries less than it sends, so let it empty, and send less."""

    event = "late"

    by: Annotated[int, Meta(ge=0, description="milliseconds from the newest sample's moment to its arrival")]


# Facts for displays


class Opened(Message, frozen=True):
    """The room is open; this is all there is to know of it."""

    event = "opened"

    room: Code
    host_pass: Pass
    open_pass: Annotated[Pass, Meta(description="the right to open rooms; empty where everybody has it")]
    address: Address
    link: Link
    seats: list[SeatCard]
    visual: VisualCard
    visuals: list[VisualCard]
    state: Annotated[dict[str, str], Meta(description="what the visual remembers, as JSON by name")]
    dev: Annotated[bool, Meta(description="an author is at work: errors of visuals are wanted")] = False


class Moved(Message, frozen=True):
    """The server's computer is in another network: phones come in by another address."""

    event = "moved"

    address: Address
    link: Link


class Joined(Message, frozen=True):
    """A phone has taken a seat."""

    event = "joined"

    seat: SeatCard
    host_pass: Annotated[Pass, Meta(description="in place of the earlier one: it knows of this seat")]


class Away(Message, frozen=True):
    """A seat's phone has lost its connection; its seat is kept."""

    event = "away"

    number: Number


class Back(Message, frozen=True):
    """A seat's phone is connected again."""

    event = "back"

    number: Number


class Left(Message, frozen=True):
    """A seat is free again."""

    event = "left"

    number: Number


class Offered(Message, frozen=True):
    """A seat can be taken by whoever scans this, until its own phone is back."""

    event = "offered"

    number: Number
    address: Annotated[str, Meta(max_length=200, description="what a person types, without http://")]
    picture: Annotated[str, Meta(max_length=100, description="where the picture of its QR is")]


class Tapped(Message, array_like=True, frozen=True):
    """A phone was tapped. The frame sent before it holds the tilt from before the tap."""

    event = "tapped"

    number: Number
    tap: Tap


class Pressed(Message, array_like=True, frozen=True):
    """A phone's button went down or up."""

    event = "pressed"

    number: Number
    name: Name
    down: bool


class Chosen(Message, array_like=True, frozen=True):
    """A phone has chosen."""

    event = "chosen"

    number: Number
    name: Name


class Said(Message, array_like=True, frozen=True):
    """A person has written."""

    event = "said"

    number: Number
    text: Annotated[str, Meta(max_length=SAY_CODE_POINTS, description="one line of plain text, shown as it is")]


class Complained(Message, frozen=True):
    """A phone's page has an error, while the server runs with ``--dev``: the display's console says so too."""

    event = "complained"

    number: Number
    sentence: Annotated[str, Meta(description="which phone, which visual, where and what")]


class Saved(Message, frozen=True):
    """An author saved a file of a visual, while the server runs with ``--dev``."""

    event = "saved"

    name: Name
    visual: Annotated[VisualCard | None, Meta(description="as it is now; null if it is broken")]
    fault: Annotated[str, Meta(max_length=300, description="what is wrong with its visual.json, in a sentence")]
    edition: Annotated[str, Meta(max_length=20, description="under which its files are to be had")]


# Facts for both


class Shown(Message, frozen=True):
    """The visual has changed."""

    event = "shown"

    visual: VisualCard


class Refused(Message, frozen=True):
    """A message was not carried out."""

    event = "refused"

    error: Annotated[str, Meta(description="the cause, for programs")]
    message: Annotated[str, Meta(description="the cause in English, for developers")]


class Ended(Message, frozen=True):
    """This connection ends, and why."""

    event = "ended"

    reason: Reason
    message: Annotated[str, Meta(description="what happened and what to do, in English for developers")]
    after: Annotated[int, Meta(ge=0, description="milliseconds after which to come back by itself")] = 0
    cause: Annotated[Cause, Meta(description="which of several causes the reason has; empty where it has one")] = ""
    seconds: Annotated[int, Meta(ge=0, description="how long it lasts, as a person may be told; 0: not known")] = 0


# Roles


class Role(NamedTuple):
    """A kind of client: its Socket.IO namespace is its name, and nothing else travels there."""

    name: str
    entry: type[Message]
    """Travels as the ``auth`` of the connection, never as an event."""
    sends: tuple[type[Message], ...]
    receives: tuple[type[Message], ...]

    @property
    def namespace(self) -> str:
        """Return the Socket.IO namespace, such as ``/phone``."""
        return f"/{self.name}"

    @property
    def events(self) -> frozenset[str]:
        """Return the names of the events that it may send."""
        return frozenset(message.event for message in self.sends)


PHONE = Role(
    name="phone",
    entry=Join,
    sends=(*STREAMS, Tap, Press, Choose, Say, Complain, Leave, Clock),
    receives=(Seated, DisplayHere, Pace, Late, Tell, Equip, Remember, Saved, Shown, Refused, Ended),
)

DISPLAY = Role(
    name="display",
    entry=Open,
    sends=(Show, Offer, Tell, Equip, Remember, Complain, Clock),
    receives=(
        FRAME, Opened, Moved, Joined, Away, Back, Left, Offered, Tapped, Pressed, Chosen, Said, Complained, Recording,
        Saved, Shown, Refused, Ended,
    ),
)  # fmt: skip

RECORDER = Role(name="recorder", entry=Listen, sends=(), receives=(Noted, Ended))

ROLES = (PHONE, DISPLAY, RECORDER)

PHONE_NAMESPACE, DISPLAY_NAMESPACE, RECORDER_NAMESPACE = PHONE.namespace, DISPLAY.namespace, RECORDER.namespace

MESSAGES: tuple[type[Message], ...] = tuple(
    dict.fromkeys(message for role in ROLES for message in (role.entry, *role.sends, *role.receives))
)
"""All of them, each once."""


def ways(message: type[Message]) -> list[str]:
    """Return the ways that a message may go, such as ``phone → server``."""
    up = [f"{role.name} → server" for role in ROLES if message is role.entry or message in role.sends]
    return up + [f"server → {role.name}" for role in ROLES if message in role.receives]
