"""Room address: server and code, parsed from what a person copies from the screen."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from controller_app.core import codes
from controller_app.errors import BadSetting


@dataclass(frozen=True)
class RoomAddress:
    """A room's address: ``http://host:port`` and its code."""

    server: str
    code: str

    @classmethod
    def read(cls, text: str) -> "RoomAddress":
        """Take apart what stands under the code on the display, with or without http://.

        Raises:
            BadSetting: it is no room's address.
        """
        parts = urlsplit(text if "://" in text else f"http://{text}")
        code = codes.read(parts.path.strip("/").split("/")[0])
        if parts.scheme not in {"http", "https"} or not parts.hostname or not code:
            raise BadSetting("--to", f"'{text}' is not a room's address. It looks like http://192.168.1.20:8080/KRTP.")
        return cls(f"{parts.scheme}://{parts.netloc}", code)
