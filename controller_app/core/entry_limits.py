"""Rate limits at the entry: wrong codes, new seats, and returns with the same pass."""

from controller_app.core.addresses import AddressBuckets
from controller_app.core.limits import TokenBucket
from controller_app.errors import TooManyGuesses, TooManyJoins
from controller_app.settings import Settings

RESERVE_PER_SECOND = 1 / 600
RESERVE_BURST = 3
"""An address that tried fewer wrong codes lately may come in although the common budget is spent. So a search from
elsewhere locks nobody out, and a search from a thousand addresses gains three codes from each."""

SEARCH_LEFT = 0.05
"""Share of the common budget below which somebody seems to search: a single token more does not end that."""

RETURNS_PER_SECOND = 0.5
RETURNS_BURST = 20
"""Returns with one pass; a phone on a bad link comes back every few seconds."""


class EntryLimits:
    """Who may come in now. ``now`` is seconds on one monotonic clock."""

    def __init__(self, settings: Settings, now: float) -> None:
        limits = settings.per_address
        self._guesses = AddressBuckets(limits.guesses_per_minute / 60, limits.guesses_burst)
        self._reserve = AddressBuckets(RESERVE_PER_SECOND, RESERVE_BURST)
        self._common = TokenBucket(settings.guesses_per_second, settings.guesses_burst, now)
        self._joins = AddressBuckets(limits.joins_per_minute / 60, limits.joins_burst)
        self._returns = AddressBuckets(RETURNS_PER_SECOND, RETURNS_BURST)

    def check_guess(self, network: str, now: float) -> None:
        """Check that an address may try a code, before the code is looked at: an answer would tell whether it is right.

        Raises:
            TooManyGuesses: too many wrong ones came.
        """
        wait = self._guesses.wait(network, now)
        if wait:
            raise TooManyGuesses("Too many wrong codes came from this network.", wait)
        wait = min(self._common.wait(now), self._reserve.wait(network, now))
        if wait:
            raise TooManyGuesses("Too many wrong codes came in.", wait)

    def note_wrong_guess(self, network: str, now: float) -> None:
        """Count a wrong code of an address. Right ones cost nothing."""
        for bucket in (self._guesses, self._reserve):
            bucket.take(network, now)
        self._common.take(now)

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
            TooManyJoins: its pass has brought too many.
        """
        if not self._returns.take(seat, now):
            raise TooManyJoins("This phone came back too often.", self._returns.wait(seat, now))

    def are_guesses_spent(self, now: float) -> bool:
        """Whether so many wrong codes came that addresses which have tried some themselves have to wait."""
        return self._common.left(now) < SEARCH_LEFT

    def forget(self, now: float) -> None:
        """Forget addresses and seats that are limited in nothing any more."""
        for buckets in (self._guesses, self._reserve, self._joins, self._returns):
            buckets.forget_full(now)
