"""Which certificate a device is shown at HTTPS."""

import ssl
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
        """See ``show``; ``context`` is what a listener takes."""
        self.context = certificate.context
        self.context.sni_callback = self._pick
        self._by_address = dict.fromkeys(addresses, self.context)
        self._newest = self.context
        self._shown = certificate

    def show(self, certificate: Certificate, addresses: Iterable[str]) -> None:
        """Show this certificate from the next handshake on, at addresses that have shown none so far."""
        self._newest = certificate.context
        for address in addresses:
            self._by_address.setdefault(address, self._newest)
        for address in list(self._by_address)[:-KEPT]:
            del self._by_address[address]

    def _pick(self, secured: Any, _name: str | None, _context: ssl.SSLContext) -> None:
        """Called by OpenSSL in each handshake, with a name in it or none."""
        address = secured.getsockname()[0].removeprefix("::ffff:")
        secured.context = self._by_address.get(address, self._newest)
