"""TLS contexts: which certificate, and which authority to install, a client gets."""

from collections.abc import Iterable
from typing import Any

from controller_app.machine.tls.certificates import Certificate

MAX_ADDRESSES = 32
"""Addresses whose certificates are kept; a laptop has few, and comes back to them."""

LOCAL_ADDRESS_KEY = "controller.local_address"
"""Where a request's environment holds the address of this computer that it came to."""


class TlsContexts:
    """Shows each address of this computer the certificate that it has shown there first.

    People accept a certificate on their phones for one address. A cable that is plugged in, or another Wi-Fi and back,
    must not show them a new one where they have accepted the old. What the host brought is replaced everywhere.
    """

    def __init__(self, certificate: Certificate, addresses: Iterable[str]) -> None:
        """See ``show``."""
        self._newest = certificate
        self._by_address: dict[str, Certificate] = {}
        self.show(certificate, addresses)

    def show(self, certificate: Certificate, addresses: Iterable[str]) -> None:
        """Show this certificate from the next handshake on, at addresses that have shown none so far."""
        self._newest = certificate
        if certificate.root is None:
            self._by_address.clear()
            return
        for address in addresses:
            self._by_address.setdefault(address, certificate.beside.get(address, certificate))
        for address in list(self._by_address)[:-MAX_ADDRESSES]:
            del self._by_address[address]

    def at(self, address: str) -> Certificate:
        """Return what is shown at an address of this computer."""
        return self._by_address.get(address, self._newest)

    def wrap_socket(self, accepted: Any, **options: Any) -> Any:
        """Wrap a socket with the certificate for the address it came to; a listener takes this for an SSLContext.

        An SNI callback could pick it as well, but Python decodes the name before it calls one, and prints a traceback
        where a client has sent a name that is not ASCII.
        """
        return self.at(local_address(accepted)).context.wrap_socket(accepted, **options)


def local_address(accepted: Any) -> str:
    """Return the address of this computer that a connection came to; an IPv4 one as such also on an IPv6 socket."""
    address: str = accepted.getsockname()[0]
    return address.removeprefix("::ffff:")
