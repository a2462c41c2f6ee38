"""Host token: the secret that strangers lack to open rooms on somebody's server."""

import hmac
from math import ceil

from controller_app.core.passes import AnyPass, HostPass, OpenPass, Passes
from controller_app.core.protocol import TOKEN_LETTERS, Open
from controller_app.core.search_limit import SearchLimit
from controller_app.errors import BadPass, BadSetting, TokenNeeded, TooManyTokens, WrongToken

MIN_LETTERS = 8

WRONG_TOKENS_BURST = 10
WRONG_TOKENS_PER_S = 1 / 15
"""Wrong tokens of one address: 5,760 a day, so that even a short token is not found by trying."""

COMMON_BURST = 100
"""Wrong tokens of all addresses together; in the long run as many as of one."""


class HostToken:
    """Decides which displays may open rooms. ``now`` is seconds on one monotonic clock."""

    def __init__(self, token: str | None, passes: Passes, now: float) -> None:
        """``token``: 8 to 128 printable characters; None lets every display in.

        Raises:
            BadSetting: the token can't be used. It is not part of the sentence.
        """
        if token is not None:
            _check(token)
        self._passes = passes
        self._opener = passes.opener(token)
        self._of_displays = _limit(now)
        self._of_monitors = _limit(now)  # one that goes on asking with an old token keeps no display out

    def open_pass(self) -> str:
        """Return the pass that a display keeps in place of the token; "" where none is needed."""
        return self._passes.sign(OpenPass(self._opener)) if self._opener else ""

    def admit(self, wish: Open, network: str, now: float) -> None:
        """Let a display open a room, or come back to its own. ``network``: of the client.

        Raises:
            TokenNeeded: it has no right to, or brought a wrong token, or has to wait since many wrong ones came.
        """
        if not self._opener or self._is_held(wish):
            return
        if not wish.token:
            raise TokenNeeded("This server asks for its host token before it opens a room.")
        wait = ceil(self._of_displays.wait(network, now))
        if wait:
            raise TooManyTokens(wait)
        if not self._is_right(wish.token):
            self._of_displays.note_wrong(network, now)
            raise WrongToken("This is not the host token. Check every letter, capitals too, and try again.")

    def lets_see(self, token: str, network: str, now: float) -> bool:
        """Whether a request that brings this token may see the server's figures."""
        if not token or self._of_monitors.wait(network, now):
            return False
        is_right = self._is_right(token)
        if not is_right:
            self._of_monitors.note_wrong(network, now)
        return is_right

    def is_searched(self, now: float) -> bool:
        """Whether so many wrong tokens come that some displays have to wait."""
        return self._of_displays.is_spent(now)

    def forget(self, now: float) -> None:
        """Forget addresses that are limited in nothing any more."""
        self._of_displays.forget(now)
        self._of_monitors.forget(now)

    def _is_right(self, token: str) -> bool:
        return bool(self._opener) and hmac.compare_digest(self._passes.opener(token), self._opener)  # constant time

    def _is_held(self, wish: Open) -> bool:
        """Whether a display has a pass that it got under this token."""
        held = self._read(wish.open_pass, OpenPass), self._read(wish.host, HostPass)
        return any(one is not None and one.opener == self._opener for one in held)

    def _read(self, text: str | None, kind: type[AnyPass]) -> AnyPass | None:
        try:
            return self._passes.read(text or "", kind)
        except BadPass:
            return None


def _limit(now: float) -> SearchLimit:
    return SearchLimit((WRONG_TOKENS_PER_S, WRONG_TOKENS_BURST), (WRONG_TOKENS_PER_S, COMMON_BURST), now)


def _check(token: str) -> None:
    if not MIN_LETTERS <= len(token) <= TOKEN_LETTERS:
        raise BadSetting("--host-token", f"it has to have {MIN_LETTERS} to {TOKEN_LETTERS} characters.")
    if token != token.strip() or not token.isprintable():
        raise BadSetting("--host-token", "it begins or ends with a blank, or has a character that nobody can type.")
