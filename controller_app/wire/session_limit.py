"""Limit of Engine.IO sessions that have joined nothing, in all and by address."""

MAX_SESSIONS = 1000
"""In all. Each costs some 20 kB, and joins or ends within seconds."""


class SessionLimit:
    """Sessions that have joined nothing yet. Where there are too many, the oldest makes room for the newest.

    A page joins as soon as it is connected, so a flood of idle sessions pushes out its own.
    """

    def __init__(self, max_per_address: int, max_sessions: int = MAX_SESSIONS) -> None:
        self._max_per_address = max_per_address
        self._max = max_sessions
        self._addresses: dict[str, str] = {}  # by session, oldest first
        self._sessions: dict[str, dict[str, None]] = {}  # by address, oldest first

    def __len__(self) -> int:
        return len(self._addresses)

    def add(self, engine_id: str, network: str) -> str | None:
        """Count a new session; return the one to end for it, if there is one too many."""
        self._addresses[engine_id] = network
        own = self._sessions.setdefault(network, {})
        own[engine_id] = None
        if len(own) > self._max_per_address:
            return next(iter(own))
        return next(iter(self._addresses)) if len(self._addresses) > self._max else None

    def remove(self, engine_id: str) -> None:
        """Count a session no more: it has joined something, or ended."""
        key = self._addresses.pop(engine_id, None)
        if key is None:
            return
        del self._sessions[key][engine_id]
        if not self._sessions[key]:
            del self._sessions[key]
