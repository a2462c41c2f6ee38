"""Web origin: scheme, host and port, as browsers compare pages (RFC 6454, section 4)."""

import re
from ipaddress import ip_address
from typing import NamedTuple, Self

import idna

STANDARD_PORTS = {"http": 80, "https": 443}

NAME = r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?"
FORM = re.compile(rf"(https?)://({NAME}|\[[0-9a-f:.]+\])(?::([1-9][0-9]{{0,4}}))?", re.IGNORECASE | re.ASCII)

NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*", re.ASCII)
"""Last label of what browsers take for an IPv4 address, or for no host (URL standard, "ends in a number checker")."""

LOCAL_DOMAINS = (
    *("localhost", "local", "test", "home.arpa"),  # RFC 6761, RFC 6762, RFC 8375
    *("internal", "lan", "home", "corp", "intranet", "private", "localdomain"),  # ICANN delegates none of them
    "fritz.box",  # the router that gives it holds it on the internet, too
)
"""Domains that exist in local networks only."""


class Origin(NamedTuple):
    """An origin in its canonical form: lower case, ASCII, no trailing dot, IPv6 short, the port always present."""

    scheme: str
    host: str
    """A name or an address, IPv6 without brackets."""
    port: int

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Return the origin that a text is; None if it is anything else, such as ``null`` or ``file://host``.

        A Host header is one behind ``http://``.
        """
        found = FORM.fullmatch(text)
        if not found:
            return None
        scheme = found[1].lower()
        port = int(found[3]) if found[3] else STANDARD_PORTS[scheme]
        host = found[2].lower().removesuffix(".")
        try:
            if host[0] == "[" or NUMBER.fullmatch(host.rpartition(".")[2]):
                host = str(ip_address(host.strip("[]")))
        except ValueError:
            return None
        return cls(scheme, host, port) if port < 65_536 else None

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the origin that a person wrote: a slash at its end and letters beyond ASCII are taken, too.

        Names become ASCII as in browsers (UTS #46, nontransitional).
        """
        text = text.strip().removesuffix("/")
        if text.isascii():
            return cls.parse(text)
        scheme, _, host = text.partition("://")
        name, colon, port = host.partition(":")
        try:
            return cls.parse(f"{scheme}://{idna.encode(name, uts46=True).decode()}{colon}{port}")
        except idna.IDNAError:
            return None

    def __str__(self) -> str:
        """Return the origin as browsers write it: a standard port is left out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == STANDARD_PORTS[self.scheme] else f":{self.port}")

    @property
    def is_local(self) -> bool:
        """Whether the host can exist in a local network only: no public server has such an address or name."""
        try:
            return not ip_address(self.host).is_global
        except ValueError:
            return "." not in self.host or self.host.endswith(tuple(f".{domain}" for domain in LOCAL_DOMAINS))


def read_host(text: str) -> str:
    """Return the canonical form of a host name or address that a person wrote; "" if it is none."""
    text = text.strip().strip("[]")
    origin = Origin.read(f"http://[{text}]:1" if text.count(":") > 1 else f"http://{text}:1")
    return origin.host if origin else ""
