"""Server context: the parts that roles, pages and tasks share."""

from collections.abc import Callable
from dataclasses import dataclass

from controller_app.core.host_token import HostToken
from controller_app.core.links import Links
from controller_app.core.protocol import VisualCard
from controller_app.core.rooms import Rooms
from controller_app.machine.location import Location
from controller_app.settings import Settings
from controller_app.web.http.guard import Admission
from controller_app.web.http.proxies import Proxies
from controller_app.web.readiness import Readiness
from controller_app.web.relay.notifier import Notifier
from controller_app.web.relay.pump import Pumps
from controller_app.web.relay.recordings import Recorders
from controller_app.web.roles.page_errors import Complaints
from controller_app.web.tls_contexts import TlsContexts
from controller_app.wire.gateway import Gateway


@dataclass(frozen=True)
class ServerContext:
    """The parts of a running server."""

    settings: Settings
    location: Location
    visuals: dict[str, VisualCard]
    rooms: Rooms
    host_token: HostToken
    notifier: Notifier
    pumps: Pumps
    recorders: Recorders
    complaints: Complaints
    gateway: Gateway
    readiness: Readiness
    proxies: Proxies
    admission: Admission
    tls_contexts: TlsContexts | None
    """The certificates that HTTPS shows; None without HTTPS."""
    clock: Callable[[], float]
    """Seconds, monotonic."""

    @property
    def links(self) -> Links:
        """The addresses that people open now."""
        return self.location.links
