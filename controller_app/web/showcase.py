"""Which certificate a device is shown at HTTPS."""

from collections.abc import Iterable
from typing import Any

from controller_app.machine.certificates import Certificate

KEPT = 32
"""Addresses whose certificates are kept; a laptop has few, and comes back to them."""


class Showcase:
    """Shows each address of this computer the certificate that it has shown there first.

    People accept a certificate on their phones for one address. A cable that is plugged in, or another Wi-Fi and back,
    must not show them a new one where they have accepted the old.
    """

    def __init__(self, certificate: Certificate, addresses: Iterable[str]) -> None:
        """See ``show``."""
        self._newest = certificate.context
        self._by_address = dict.fromkeys(addresses, self._newest)

    def show(self, certificate: Certificate, addresses: Iterable[str]) -> None:
        """Show this certificate from the next handshake on, at addresses that have shown none so far."""
        self._newest = certificate.context
        for address in addresses:
            self._by_address.setdefault(address, self._newest)
        for address in list(self._by_address)[:-KEPT]:
            del self._by_address[address]

    def wrap_socket(self, accepted: Any, **options: Any) -> Any:
        """Wrap a socket with the certificate for the address it came to; a listener takes this for an SSLContext.

        An SNI callback could pick it as well, but Python decodes the name before it calls one, and prints a traceback
        where a client has sent a name that is not ASCII.
        """
        address = accepted.getsockname()[0].removeprefix("::ffff:")
        return self._by_address.get(address, self._newest).wrap_socket(accepted, **options)
