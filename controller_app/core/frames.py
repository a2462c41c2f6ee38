"""Newest sample of each seat, merged into one frame for the display."""

from collections.abc import Callable

from controller_app.core.protocol import Frame, Pad, Tilt


class LatestSamples:
    """Collects what phones stream until the display is ready for it; the newest sample of a seat wins."""

    __slots__ = ("_pads", "_tilts", "_twins", "wake")

    def __init__(self) -> None:
        self._twins: tuple[LatestSamples, ...] = ()
        self._tilts: dict[int, Tilt] = {}
        self._pads: dict[int, Pad] = {}
        self.wake: Callable[[], object] = _nobody
        """Called at every sample, so that somebody comes and takes; cheap, never blocks."""

    def tilt(self, number: int, tilt: Tilt) -> None:
        """Note how the phone of seat ``number`` is held."""
        self._tilts[number] = tilt
        self.wake()
        for twin in self._twins:
            twin.tilt(number, tilt)

    def pad(self, number: int, pad: Pad) -> None:
        """Note where the thumb of seat ``number`` is."""
        self._pads[number] = pad
        self.wake()
        for twin in self._twins:
            twin.pad(number, pad)

    def drop(self, number: int) -> None:
        """Forget what seat ``number`` sent: it is free now."""
        self._tilts.pop(number, None)
        self._pads.pop(number, None)
        for twin in self._twins:
            twin.drop(number)

    def split(self) -> "LatestSamples":
        """Return frames that collect the same from now on, for somebody who takes at another pace."""
        twin = LatestSamples()
        self._twins += (twin,)
        return twin

    def join(self, twin: "LatestSamples") -> None:
        """Let go of what ``split`` returned."""
        self._twins = tuple(other for other in self._twins if other is not twin)

    def take(self) -> Frame | None:
        """Return all that is new since the last call, or None if nothing is."""
        if not self._tilts and not self._pads:
            return None
        frame = Frame(list(self._tilts.items()), list(self._pads.items()))
        self._tilts.clear()
        self._pads.clear()
        return frame

    def take_of(self, number: int) -> Frame | None:
        """Return what is new of seat ``number`` alone, or None if nothing is."""
        tilt, pad = self._tilts.pop(number, None), self._pads.pop(number, None)
        if tilt is None and pad is None:
            return None
        return Frame([(number, tilt)] if tilt else [], [(number, pad)] if pad else [])


def _nobody() -> None:
    """Nobody waits for frames yet."""
