"""Client addresses: a connection's peer, or X-Forwarded-For of a trusted proxy."""

from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_network
from wsgiref.types import WSGIEnvironment

from controller_app.core import addresses
from controller_app.errors import BadSetting


class Proxies:
    """The proxies in front of this server. Nobody else's word about an address counts."""

    def __init__(self, trusted: Iterable[str]) -> None:
        """``trusted``: addresses and networks, such as ``127.0.0.1`` or ``10.0.0.0/8``.

        Raises:
            BadSetting: one of them is neither.
        """
        self._networks = [_network(text) for text in trusted]

    def is_trusted(self, address: str) -> bool:
        """Whether an address is a trusted proxy's."""
        read = addresses.parse(address)
        return read is not None and any(read in network for network in self._networks)

    def client_of(self, environ: WSGIEnvironment) -> str:
        """Return the address of the client that sent a request.

        Each proxy appends the address that it saw, so the list is read from its end, and what stands before the first
        address that is not a trusted proxy's is that client's own invention (MDN, X-Forwarded-For).
        """
        client: str = environ.get("REMOTE_ADDR", "")
        if not self._networks or not self.is_trusted(client):
            return client
        for text in reversed(environ.get("HTTP_X_FORWARDED_FOR", "").split(",")):
            address = _without_port(text.strip())
            if addresses.parse(address) is None:
                break
            client = address
            if not self.is_trusted(client):
                break
        return client


def _network(text: str) -> IPv4Network | IPv6Network:
    try:
        return ip_network(text, strict=False)
    except ValueError:
        raise BadSetting(
            "--trusted-proxy", f"'{text}' came, but it has to be an address such as 127.0.0.1 or 10.0.0.0/8."
        ) from None


def _without_port(text: str) -> str:
    """Return the address of ``192.0.2.1:5678`` or ``[2001:db8::1]:5678``, as some proxies write them."""
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0] if text.count(":") == 1 else text
