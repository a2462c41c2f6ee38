"""Newest sample of each seat, kept for each subscriber until it takes them as one frame."""

from collections.abc import Callable

from controller_app.core.protocol import Frame, Pad, Tilt


class Subscription:
    """The samples that one subscriber has still to take; the newest of a seat wins."""

    __slots__ = ("notify", "pads", "tilts")

    def __init__(self, notify: Callable[[], object]) -> None:
        self.tilts: dict[int, Tilt] = {}
        self.pads: dict[int, Pad] = {}
        self.notify = notify

    def drop(self, number: int) -> None:
        """Forget what seat ``number`` sent."""
        self.tilts.pop(number, None)
        self.pads.pop(number, None)

    def take(self) -> Frame | None:
        """Return all that is new since the last call, or None if nothing is."""
        if not self.tilts and not self.pads:
            return None
        frame = Frame(list(self.tilts.items()), list(self.pads.items()))
        self.tilts.clear()
        self.pads.clear()
        return frame

    def take_of(self, number: int) -> Frame | None:
        """Return what is new of seat ``number`` alone, or None if nothing is."""
        tilt, pad = self.tilts.pop(number, None), self.pads.pop(number, None)
        if tilt is None and pad is None:
            return None
        return Frame([(number, tilt)] if tilt else [], [(number, pad)] if pad else [])


class LatestSamples:
    """Hands the samples of one room to its subscribers, each of which takes them at its own pace."""

    __slots__ = ("_subscriptions",)

    def __init__(self) -> None:
        self._subscriptions: tuple[Subscription, ...] = ()

    def subscribe(self, notify: Callable[[], object]) -> Subscription:
        """Collect samples from now on; ``notify`` is called at each, must be cheap and never block."""
        subscription = Subscription(notify)
        self._subscriptions += (subscription,)
        return subscription

    def unsubscribe(self, subscription: Subscription) -> None:
        """Collect no more samples for this subscription."""
        self._subscriptions = tuple(other for other in self._subscriptions if other is not subscription)

    def tilt(self, number: int, tilt: Tilt) -> None:
        """Note how the phone of seat ``number`` is held."""
        for subscription in self._subscriptions:
            subscription.tilts[number] = tilt
            subscription.notify()

    def pad(self, number: int, pad: Pad) -> None:
        """Note where the thumb of seat ``number`` is."""
        for subscription in self._subscriptions:
            subscription.pads[number] = pad
            subscription.notify()

    def drop(self, number: int) -> None:
        """Forget what seat ``number`` sent: it is free now."""
        for subscription in self._subscriptions:
            subscription.drop(number)
