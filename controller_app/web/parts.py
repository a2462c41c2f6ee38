"""What the handlers work with, put together once by ``create_app``."""

from collections.abc import Callable
from dataclasses import dataclass

from controller_app.core.host_token import HostToken
from controller_app.core.links import Links
from controller_app.core.protocol import VisualCard
from controller_app.core.rooms import Rooms
from controller_app.machine.location import Place
from controller_app.settings import Settings
from controller_app.web.complaints import Complaints
from controller_app.web.guard import Admission
from controller_app.web.post import Post
from controller_app.web.proxies import Proxies
from controller_app.web.pump import Pumps
from controller_app.web.readiness import Readiness
from controller_app.web.recorders import Recorders
from controller_app.web.showcase import Showcase
from controller_app.wire.gateway import Door


@dataclass(frozen=True)
class Parts:
    """The parts of a running server."""

    settings: Settings
    place: Place
    visuals: dict[str, VisualCard]
    rooms: Rooms
    host_token: HostToken
    post: Post
    pumps: Pumps
    recorders: Recorders
    complaints: Complaints
    door: Door
    readiness: Readiness
    proxies: Proxies
    admission: Admission
    showcase: Showcase | None
    """The certificates that HTTPS shows; None without HTTPS."""
    clock: Callable[[], float]
    """Seconds, monotonic."""

    @property
    def links(self) -> Links:
        """The addresses that people open now."""
        return self.place.links
