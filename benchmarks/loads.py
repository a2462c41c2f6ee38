"""What is asked of a relay, and the names by which ``--only`` picks."""

from dataclasses import dataclass, replace
from typing import Literal

Transport = Literal["websocket", "polling"]
Trouble = Literal["none", "storm", "slow", "stuck"]

MAX_PEER_HERTZ = 40_000
"""Samples a second, of all phones, with which a peer is loaded where a paced load of ours is compared with it."""

SEATS = 300
"""Seats in one of our rooms by default."""


@dataclass(frozen=True)
class Load:
    """Phones that send by the clock, and what goes on beside them."""

    phones: int
    rooms: int = 1
    hertz: int = 60
    """Samples a second that each phone sends; 0 is none."""
    transport: Transport = "websocket"
    secure: bool = False
    paced: bool = False
    """Ours may tell phones to send less often, as it does by default; the peers can't."""
    search: bool = False
    """Look for the most phones with which it stays fresh; ``phones`` is where to end."""
    slower: int = 1
    """How many times slower the relay's core is made."""
    trouble: Trouble = "none"
    trouble_phones: int = 30
    """Phones of the room that is in trouble."""
    warm: float = 1.0
    """Seconds before it counts."""
    seconds: float = 4.0
    """Seconds that count."""

    @property
    def name(self) -> str:
        """As ``--only`` takes it: 480x1 is 480 phones at 60 Hz in one room, 1000x10@40 has ten rooms and 40 Hz.

        At the end stands what is special: -tls, -polling, -paced, -slower3.
        """
        if self.trouble != "none":
            return self.trouble
        core = f"-slower{self.slower}" if self.slower > 1 else ""
        if not self.hertz or self.search:
            return f"most{core}" if self.search else "idle"
        speed = "" if self.hertz == 60 else f"@{self.hertz}"
        way = "-tls" if self.secure else "" if self.transport == "websocket" else f"-{self.transport}"
        pace = "-paced" if self.paced else ""
        return f"{self.phones}x{self.rooms}{speed}{way}{pace}{core}"

    @property
    def title(self) -> str:
        """As the table says it."""
        told = {
            "none": "",
            "storm": f", {self.trouble_phones} more join at once",
            "slow": ", beside a display that reads 50 ms of every second",
            "stuck": ", beside a display that reads nothing",
        }[self.trouble]
        speed = f" × {self.hertz} Hz" if self.hertz else ", silent"
        if self.paced:
            speed = f" that would like {self.hertz} Hz, pacing on"
        rooms = "1 room" if self.rooms == 1 else f"{self.rooms} rooms"
        way = ", TLS" if self.secure else "" if self.transport == "websocket" else ", long-polling"
        core = f", core {self.slower} × slower" if self.slower > 1 else ""
        return f"{self.phones}{speed}, {rooms}{way}{told}{core}"

    @property
    def weight(self) -> int:
        """Samples a second, of all phones."""
        return self.phones * self.hertz

    @property
    def kind(self) -> tuple[object, ...]:
        """What loads have in common of which the heavier is harder for every relay."""
        return self.transport, self.secure, self.slower, self.trouble

    @property
    def largest_room(self) -> int:
        """Phones in the room that has most."""
        return max(-(-self.phones // self.rooms), self.trouble_phones)

    @property
    def against(self) -> "Load":
        """What a peer carries that a paced load is compared with: 1000 phones at 40 Hz, since 60 would drown it."""
        return replace(
            self,
            hertz=min(self.hertz, MAX_PEER_HERTZ // self.phones // 20 * 20),
            paced=False,
            warm=Load.warm,
        )

    @property
    def is_roomy(self) -> bool:
        """Whether a room of it has more phones than ours takes by default."""
        return self.largest_room > SEATS


LOADS = (
    *(Load(phones) for phones in (4, 30, 80, 160, 320, 480)),
    *(Load(phones, rooms=10) for phones in (160, 320, 480)),
    *(Load(1000, hertz=hertz) for hertz in (20, 30, 40)),
    Load(1000, rooms=10, hertz=40),
    Load(1000, paced=True, warm=10.0),
    Load(1000, rooms=10, paced=True, warm=10.0),
    *(Load(160, slower=slower) for slower in (4, 5)),  # a small computer, whose core is full with these
    *(Load(480, rooms=rooms, slower=3) for rooms in (1, 10)),
    *(Load(1000, rooms=rooms, hertz=40, slower=3) for rooms in (1, 10)),
    Load(1000, paced=True, warm=10.0, slower=3),
    *(Load(phones, secure=True, slower=slower) for phones, slower in ((160, 4), (320, 3))),
    Load(30, transport="polling"),
    *(Load(phones, secure=True) for phones in (30, 160, 320)),
    *(Load(phones, secure=True, paced=True, warm=10.0) for phones in (160, 320)),
    Load(30, trouble="storm", trouble_phones=300),
    Load(300, hertz=0, seconds=10.0),
    Load(30, trouble="slow", seconds=12.0),
    Load(30, trouble="stuck", seconds=12.0),
    Load(1800, search=True, seconds=3.0),  # one generator can't play more
    Load(1000, search=True, slower=3, seconds=3.0),
)
"""All of them, in the order of the table."""

QUICK = (
    Load(4, warm=0.3, seconds=1.0),
    Load(8, rooms=2, secure=True, warm=0.3, seconds=1.0),
    Load(4, transport="polling", warm=0.3, seconds=1.0),
    Load(4, trouble="storm", trouble_phones=20, warm=0.3, seconds=1.0),
    Load(4, trouble="stuck", trouble_phones=4, warm=0.3, seconds=1.0),
    Load(4, paced=True, warm=0.3, seconds=1.0),
    Load(4, slower=3, warm=0.3, seconds=1.0),
)
"""A little of everything: shows that the harness works, and nothing about speed."""
