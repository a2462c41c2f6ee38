"""Send rate of phones, raised and lowered by the server's measured load."""

FASTEST = 60
"""Samples a second that a phone sends where there is air: as often as its sensors speak."""

SLOWEST = 10
"""Samples a second below which steering by hand feels broken; slower helps nobody."""

AIM = 0.5
"""The load that pacing steers for: above it queues grow, far below it phones could send more."""

BAND = 0.3
"""How far the load may be from AIM before the pace changes: it varies much where the pace is right."""

BRAKE = 0.7
"""The pace falls at most to this share in one step, so that one bad moment doesn't stop everyone."""

RISE = 1.25
"""The pace rises by this factor after ``CALM`` measurements with air: slower than it falls, or it would swing."""

CALM = 4
"""Measurements with air in a row that it takes; to tell hundreds of phones costs some of that air."""


class RoomPace:
    """The pace of one room: falls at once when there is too much to do, rises step by step when there is air."""

    __slots__ = ("_braked", "_calm", "_exact", "hertz")

    def __init__(self) -> None:
        self._exact = float(FASTEST)
        self._braked = False  # just now: what is measured next still tells of the time before
        self._calm = 0  # measurements with air, in a row
        self.hertz = FASTEST
        """Samples a second and phone, SLOWEST to FASTEST."""

    def adjust(self, load: float) -> bool:
        """Take note of the load, 0 idle to 1 all that can be done; return whether the pace has changed."""
        self._calm = self._calm + 1 if load < AIM - BAND else 0
        if load > AIM + BAND and not self._braked:
            self._exact = max(SLOWEST, self._exact * max(BRAKE, AIM / load))
            self._braked = True
        else:
            self._braked = False
        if self._calm == CALM:
            self._exact = min(FASTEST, self._exact * RISE)
            self._calm = 0
        before, self.hertz = self.hertz, round(self._exact)
        return self.hertz != before
