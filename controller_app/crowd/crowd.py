"""A room full of pretend phones."""

from collections.abc import Callable
from urllib.parse import urlsplit

import gevent

from controller_app.core import codes
from controller_app.crowd.pretender import Pretender
from controller_app.errors import BadSetting


def play(to: str, count: int, seed: int, restless: bool, say: Callable[[str], None]) -> None:
    """Let phones play until the room ends for all of them.

    Args:
        to: the address under the room's QR, with its code.
        count: how many phones.
        seed: what they do follows from it.
        restless: whether they go away now and then.
        say: told in sentences what a person should know, each once.

    Raises:
        BadSetting: the address has no code.
    """
    parts = urlsplit(to if "//" in to else f"http://{to}")
    code = codes.read(parts.path.strip("/").partition("/")[0])
    if not code or not parts.hostname:
        raise BadSetting("--to", f"'{to}' is not a room's address. It looks like http://192.168.1.20:8080/KRTP.")
    address = f"{parts.scheme.lower()}://{parts.netloc.lower()}"
    said: set[str] = set()

    def once(sentence: str) -> None:
        if sentence not in said:
            said.add(sentence)
            say(sentence)

    phones = [Pretender(address, code, seed * 1000 + number, restless, once) for number in range(count)]
    gevent.joinall([gevent.spawn(phone.run) for phone in phones])
