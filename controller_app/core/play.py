"""State of the visual in a room: which one, its controls, what it keeps."""

from dataclasses import dataclass, field

from controller_app.core.protocol import Controls
from controller_app.errors import BadMessage

MAX_REMEMBERED = 32
"""Things that a visual may keep at once, of 1000 letters each."""

PRIVATE_PREFIX = "own-"
"""What a display keeps under names that begin like this is for itself alone: a ballot is secret."""


@dataclass
class VisualState:
    """One visual's stay on a room's display."""

    visual: str
    changed: Controls | None = None
    """What it asks of phones instead of what its visual.json says."""
    state: dict[str, str] = field(default_factory=dict)
    """What it remembers: JSON by name."""

    def controls(self, declared: Controls) -> Controls:
        """Return what phones offer the hand at the moment. ``declared``: in its visual.json."""
        return self.changed or declared

    @property
    def shared(self) -> dict[str, str]:
        """What phones may know of what it remembers."""
        return {name: value for name, value in self.state.items() if not name.startswith(PRIVATE_PREFIX)}

    def remember(self, name: str, value: str) -> None:
        """Keep something, or forget it where the value is empty.

        Raises:
            BadMessage: there is too much already.
        """
        if not value:
            self.state.pop(name, None)
            return
        if name not in self.state and len(self.state) >= MAX_REMEMBERED:
            raise BadMessage(f"A visual may keep {MAX_REMEMBERED} things at once. '{name}' is one too many.")
        self.state[name] = value
