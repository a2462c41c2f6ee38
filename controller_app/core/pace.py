"""How often phones may send, from how much of what can be done is being used."""

FASTEST = 60
"""Samples a second that a phone sends where there is air: as often as its sensors speak."""

SLOWEST = 10
"""Samples a second below which steering by hand feels broken; slower helps nobody."""

AIM = 0.65
"""The load that pacing steers for: above it queues grow, far below it phones could send more."""

BAND = 0.10
"""How far the load may be from AIM before the pace changes."""

BRAKE = 0.6
"""The pace falls at most to this share in one step, so that one bad moment doesn't stop everyone."""

RISE = 1.15
"""The pace rises at most by this factor in one step: slower than it falls, or it would swing."""


class RoomPace:
    """The pace of one room: falls at once when there is too much to do, rises step by step when there is air."""

    __slots__ = ("_exact", "hertz")

    def __init__(self) -> None:
        self._exact = float(FASTEST)
        self.hertz = FASTEST
        """Samples a second and phone, SLOWEST to FASTEST."""

    def adjust(self, load: float) -> bool:
        """Take note of the load, 0 idle to 1 all that can be done; return whether the pace has changed."""
        if abs(load - AIM) > BAND:
            factor = AIM / max(load, 0.01)
            self._exact = min(FASTEST, max(SLOWEST, self._exact * min(RISE, max(BRAKE, factor))))
        before, self.hertz = self.hertz, round(self._exact)
        return self.hertz != before
