"""Web origin: scheme, host and port, as browsers compare pages (RFC 6454, section 4)."""

import re
from typing import NamedTuple, Self

STANDARD_PORTS = {"http": 80, "https": 443}

NAME = r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?"
FORM = re.compile(rf"(https?)://({NAME}|\[[0-9a-f:.]+\])(?::([1-9][0-9]{{0,4}}))?", re.IGNORECASE | re.ASCII)


class Origin(NamedTuple):
    """An origin in its canonical form: lower case, no trailing dot, the port always present."""

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
        host = found[2].lower().strip("[]").removesuffix(".")
        port = int(found[3]) if found[3] else STANDARD_PORTS[scheme]
        return cls(scheme, host, port) if port < 65_536 else None

    def __str__(self) -> str:
        """Return the origin as browsers write it: a standard port is left out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == STANDARD_PORTS[self.scheme] else f":{self.port}")
