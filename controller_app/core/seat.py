"""Seat: a phone's place in a room, with what is known of the phone."""

from dataclasses import dataclass, field

from controller_app.core import names
from controller_app.core.event_budget import RoomEvents, SeatEvents
from controller_app.core.protocol import COLOURS, SHAPES, SeatCard
from controller_app.core.taps import TapMemory

SHORT_STAY_S = 10.0
"""Seconds below which a phone came only for a moment."""


@dataclass(frozen=True)
class Visitor:
    """A connection that wants in: its id, the network of its address, and when it came."""

    connection: str
    network: str
    now: float


@dataclass
class Seat:
    """A phone's place in a room. Its number gives colour and shape, its key the name."""

    number: int
    key: int
    connection: str | None = None
    away_since: float = 0.0
    generation: int = 0
    """How often it has gone to another phone."""
    offer: str = ""
    """What brings another phone here while its own is away; "" if that is not wanted."""
    taps: TapMemory = field(default_factory=TapMemory)
    network: str = ""
    """Of the address of the phone that joined; counted while it has the seat."""
    joined_at: float = 0.0
    """When its phone came for the first time; long ago for one that brought a pass."""
    has_played: bool = False
    """Whether its phone has sent anything."""
    events: SeatEvents = field(default_factory=lambda: SeatEvents(RoomEvents(0.0), 0.0))

    def phone_gone(self, phone: str, now: float) -> bool:
        """Note that a phone's connection ended; False if another one has taken its place. The seat is kept."""
        if self.connection != phone:
            return False
        self.connection, self.away_since = None, now
        return True

    @property
    def worth(self) -> int:
        """How much a seat whose phone is away is worth keeping: 0 came for a moment and said nothing, 1 came for a
        moment, 2 anything else.
        """
        if self.away_since - self.joined_at >= SHORT_STAY_S:
            return 2
        return 1 if self.has_played else 0

    def card(self) -> SeatCard:
        """Return what everybody may know of it."""
        turn = (self.number - 1) // len(COLOURS)
        return SeatCard(
            number=self.number,
            colour=COLOURS[(self.number - 1) % len(COLOURS)],
            shape=SHAPES[(self.number - 1 + turn) % len(SHAPES)],
            name=names.name_of(self.key),
            away=self.connection is None,
            id=f"{self.key:012x}",
        )
