"""Rate limits at the entry: wrong codes, new seats, returns with the same pass."""

from controller_app.core.addresses import AddressBuckets
from controller_app.core.search_limit import SearchLimit
from controller_app.errors import TooManyGuesses, TooManyJoins, TooManyReturns
from controller_app.settings import Settings

RETURNS_PER_SECOND = 0.5
RETURNS_BURST = 20
"""Returns with one pass; a phone on a bad link comes back every few seconds."""


class EntryLimits:
    """Who may come in now. ``now`` is seconds on one monotonic clock."""

    def __init__(self, settings: Settings, now: float) -> None:
        limits = settings.per_address
        self.guesses = SearchLimit(
            (limits.guesses_per_minute / 60, limits.guesses_burst),
            (settings.guesses_per_second, settings.guesses_burst),
            now,
        )
        """Wrong codes and wrong offers."""
        self._joins = AddressBuckets(limits.joins_per_minute / 60, limits.joins_burst)
        self._returns = AddressBuckets(RETURNS_PER_SECOND, RETURNS_BURST)

    def check_guess(self, network: str, now: float) -> None:
        """Check that an address may try a code, before the code is looked at: an answer would tell whether it is right.

        Raises:
            TooManyGuesses: too many wrong ones came.
        """
        wait = self.guesses.wait(network, now)
        if wait:
            source = " from this network" if self.guesses.own_wait(network, now) else ""
            raise TooManyGuesses(f"Too many wrong codes came in{source}.", wait)

    def check_join(self, network: str, now: float) -> None:
        """Check that a phone of an address may have a new seat.

        Raises:
            TooManyJoins: too many had one.
        """
        wait = self._joins.wait(network, now)
        if wait:
            raise TooManyJoins("Too many phones join from this network at once.", wait)

    def note_join(self, network: str, now: float) -> None:
        """Count a new seat of an address."""
        self._joins.take(network, now)

    def note_return(self, seat: str, now: float) -> None:
        """Count a return to a seat.

        Raises:
            TooManyReturns: its pass has brought too many.
        """
        if not self._returns.take(seat, now):
            raise TooManyReturns("This phone came back too often.", self._returns.wait(seat, now))

    def forget(self, now: float) -> None:
        """Forget addresses and seats that are limited in nothing any more."""
        self.guesses.forget(now)
        for buckets in (self._joins, self._returns):
            buckets.forget_full(now)
