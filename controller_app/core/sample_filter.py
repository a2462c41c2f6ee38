"""Staleness filter of one phone's samples: drops old ones, and tells the phone."""

from collections.abc import Callable

from controller_app.core.frames import LatestSamples
from controller_app.core.protocol import Sample

STALE_MS = 1000
"""Milliseconds of age above which a sample is not shown: by now the hand is elsewhere."""

LATE_MS = 300
"""Milliseconds of age from which the phone's line carries less than the phone sends, and the rest queues in it."""

NOTICE_INTERVAL_S = 0.25
"""Seconds between two words about that: what is on its way can't be taken back."""


class SampleFilter:
    """Passes on the samples of one connection for one seat. A sample whose moment isn't known counts as new."""

    __slots__ = ("_frames", "_number", "_tell", "_told", "has_passed")

    def __init__(self, frames: LatestSamples, number: int, tell: Callable[[int], object]) -> None:
        """Begin for seat ``number``; ``tell`` hears the age of a late sample in milliseconds, and never blocks."""
        self._frames = frames
        self._number = number
        self._tell = tell
        self._told = float("-inf")
        self.has_passed = False
        """Whether a sample was passed on."""

    def put(self, sample: Sample, now: float) -> None:
        """Pass a sample on; ``now`` in seconds on the clock that ``sample.at`` was estimated from."""
        if not sample.at or (age := now * 1000 - sample.at) <= LATE_MS or self._shows(age, now):
            self._frames.put(self._number, sample)
            self.has_passed = True

    def _shows(self, age: float, now: float) -> bool:
        if now - self._told >= NOTICE_INTERVAL_S:
            self._told = now
            self._tell(round(age))
        return age <= STALE_MS
