"""Send rate of phones, raised and lowered by the server's measured load."""

MAX_HERTZ = 60
"""Samples a second that a phone sends where there is air: as often as its sensors speak."""

MIN_HERTZ = 10
"""Samples a second below which steering by hand feels broken; slower helps nobody."""

TARGET_LOAD = 0.5
"""The load that pacing steers for: above it queues grow, far below it phones could send more."""

LOAD_TOLERANCE = 0.3
"""How far the load may be from TARGET_LOAD before the pace changes: it varies much where the pace is right."""

MIN_SLOWDOWN = 0.7
"""The pace falls at most to this share in one step, so that one bad moment doesn't stop everyone."""

SPEEDUP = 1.25
"""The pace rises by this factor after ``CALM_MEASUREMENTS`` with air: slower than it falls, or it would swing."""

CALM_MEASUREMENTS = 4
"""Measurements with air in a row that it takes; to tell hundreds of phones costs some of that air."""


class RoomPace:
    """The pace of one room: falls at once when there is too much to do, rises step by step when there is air."""

    __slots__ = ("_braked", "_calm", "_exact", "hertz")

    def __init__(self) -> None:
        self._exact = float(MAX_HERTZ)
        self._braked = False  # just now: what is measured next still tells of the time before
        self._calm = 0  # measurements with air, in a row
        self.hertz = MAX_HERTZ
        """Samples a second and phone, MIN_HERTZ to MAX_HERTZ."""

    def adjust(self, load: float) -> bool:
        """Take note of the load, 0 idle to 1 all that can be done; return whether the pace has changed."""
        self._calm = self._calm + 1 if load < TARGET_LOAD - LOAD_TOLERANCE else 0
        if load > TARGET_LOAD + LOAD_TOLERANCE and not self._braked:
            self._exact = max(MIN_HERTZ, self._exact * max(MIN_SLOWDOWN, TARGET_LOAD / load))
            self._braked = True
        else:
            self._braked = False
        if self._calm == CALM_MEASUREMENTS:
            self._exact = min(MAX_HERTZ, self._exact * SPEEDUP)
            self._calm = 0
        before, self.hertz = self.hertz, round(self._exact)
        return self.hertz != before
