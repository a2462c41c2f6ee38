"""The addresses that people open. They come from the computer's interfaces or the settings, never from a request."""

from dataclasses import dataclass
from typing import Literal

STANDARD_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class Links:
    """Where this server can be reached.

    ``public_url`` wins over everything; otherwise ``scheme`` says whether the QR opens ``port`` or ``https_port``.
    ``local`` says whether this computer reaches it as ``localhost``.
    """

    address: str
    port: int
    https_port: int
    scheme: Literal["http", "https"] = "http"
    public_url: str = ""
    local: bool = True

    def phone(self, code: str) -> str:
        """Return what the QR of a room says: capitals throughout, since a QR packs capitals tighter."""
        return f"{self.base}/{code}".upper()

    @property
    def motion_port(self) -> int:
        """The port where phones find the same room over HTTPS; 0 behind a proxy or tunnel, which leads to one port."""
        return 0 if self.public_url else self.https_port

    @property
    def base(self) -> str:
        """The address without the code, such as ``http://192.168.1.20:8080``."""
        if self.public_url:
            return self.public_url.rstrip("/")
        return f"{self.scheme}://{self._at(self.scheme, self.https_port if self.scheme == 'https' else self.port)}"

    @property
    def typed(self) -> str:
        """What a person types: the address without ``http://``."""
        return self.base.removeprefix("http://")

    @property
    def display(self) -> str:
        """What this computer opens to be the big screen; only ``localhost`` is a secure page that may stay awake."""
        if self.public_url:
            return f"{self.base}/"
        return f"http://{_with_port('localhost', 'http', self.port)}/" if self.local else f"{self._plain}/"

    @property
    def trust(self) -> str:
        """The page that offers this computer's certificate authority."""
        return f"{self.base if self.public_url else self._plain}/trust"

    @property
    def _plain(self) -> str:
        return f"http://{self._at('http', self.port)}"

    def _at(self, scheme: str, port: int) -> str:
        return _with_port(f"[{self.address}]" if ":" in self.address else self.address, scheme, port)


def _with_port(host: str, scheme: str, port: int) -> str:
    return host if STANDARD_PORTS[scheme] == port else f"{host}:{port}"
