"""Links that people open, built from interfaces or settings, never from a request."""

from dataclasses import dataclass
from typing import Literal

from controller_app.core.origin import Origin


@dataclass(frozen=True)
class Links:
    """Where this server can be reached.

    ``public``, the origin of a proxy or tunnel in front, wins over everything; otherwise ``scheme`` says whether the QR
    opens ``port`` or ``https_port``. ``local`` says whether this computer reaches it as ``localhost``.
    """

    address: str
    port: int
    https_port: int
    scheme: Literal["http", "https"] = "http"
    public: Origin | None = None
    local: bool = True

    def phone(self, code: str) -> str:
        """Return the address in a room's QR: scheme in lower case, the rest in capitals, which a QR packs tighter.

        Hosts and our paths ignore case. Android matches schemes by case, so that camera apps take ``HTTP:`` for a
        text to search for (issue 13).
        """
        scheme, _, rest = f"{self.base}/{code}".partition("://")
        return f"{scheme}://{rest.upper()}"

    @property
    def motion_port(self) -> int:
        """The port where phones find the same room over HTTPS; 0 behind a proxy or tunnel, which leads to one port."""
        return 0 if self.public else self.https_port

    @property
    def base(self) -> str:
        """The address without the code, such as ``http://192.168.1.20:8080``."""
        port = self.https_port if self.scheme == "https" else self.port
        return str(self.public or Origin(self.scheme, self.address, port))

    @property
    def typed(self) -> str:
        """What a person types: the address without ``http://``."""
        return self.base.removeprefix("http://")

    @property
    def display(self) -> str:
        """What this computer opens to be the big screen; only ``localhost`` is a secure page that may stay awake."""
        if self.public:
            return f"{self.base}/"
        return f"{Origin('http', 'localhost', self.port)}/" if self.local else f"{self.plain}/"

    @property
    def trust(self) -> str:
        """The page that offers this computer's certificate authority."""
        return f"{self.plain}/trust"

    @property
    def plain(self) -> str:
        """Where this server listens for HTTP; a proxy or tunnel in front leads here."""
        return str(Origin("http", self.address, self.port))

    @property
    def hsts_host(self) -> str:
        """Host name that browsers may be told to open over HTTPS only (RFC 6797); "" if there is none.

        A name or an address of a local network belongs to another computer tomorrow, which may have no HTTPS.
        """
        return self.public.host if self.public and self.is_on_internet and self.public.scheme == "https" else ""

    @property
    def is_on_internet(self) -> bool:
        """Whether phones of any network can open the address, not only those of this computer's Wi-Fi."""
        return self.public is not None and not self.public.is_local
