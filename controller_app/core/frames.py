"""Newest sample of each seat, kept for each subscriber until it takes them as one frame."""

from collections.abc import Callable

from controller_app.core.protocol import FRAME, STREAMS, Frame, Sample


class Subscription:
    """The samples that one subscriber has still to take; of each stream the newest of a seat wins."""

    __slots__ = ("newest", "notify")

    def __init__(self, notify: Callable[[], object]) -> None:
        self.newest: dict[type[Sample], dict[int, Sample]] = {stream: {} for stream in STREAMS}
        """By stream and number of the seat."""
        self.notify = notify

    def take(self) -> Frame | None:
        """Return all that is new since the last call, or None if nothing is."""
        lists = [list(samples.items()) for samples in self.newest.values()]
        if not any(lists):
            return None
        for samples in self.newest.values():
            samples.clear()
        return FRAME(*lists)

    def take_of(self, number: int) -> Frame | None:
        """Return what is new of seat ``number`` alone, or None if nothing is."""
        lists = [[(number, samples.pop(number))] if number in samples else [] for samples in self.newest.values()]
        return FRAME(*lists) if any(lists) else None


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

    def put(self, number: int, sample: Sample) -> None:
        """Note a sample of seat ``number``."""
        for subscription in self._subscriptions:
            subscription.newest[type(sample)][number] = sample
            subscription.notify()

    def drop(self, number: int) -> None:
        """Forget what seat ``number`` sent: another page or phone has it now, or nobody."""
        for subscription in self._subscriptions:
            subscription.take_of(number)
