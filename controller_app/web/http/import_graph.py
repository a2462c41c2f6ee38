"""Import graph of browser modules, so that a page preloads all it needs at once."""

import posixpath
import re
from collections.abc import Callable

IMPORT = re.compile(
    r'^(?:import|export)\b(?:(?!^import|^export)[^"\';])*?\bfrom\s+"(\.[^"]+)"|^import\s+"(\.[^"]+)"', re.MULTILINE
)
"""A static import of a relative path, as our browser modules write them.

It stops where another line begins with ``import`` or ``export``: otherwise each of many would be read to the end."""


def needed(main: str, read: Callable[[str], str | None]) -> list[str]:
    """Return all that a module imports, directly or not, in the order in which it is found.

    Args:
        main: the module's path, such as ``js/phone/main.js``.
        read: gives the text of a module by its path, None where there is none.
    """
    found: dict[str, None] = {}
    waiting = [main]
    while waiting:
        module = waiting.pop(0)
        for match in IMPORT.finditer(read(module) or ""):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(module), match[1] or match[2]))
            if path not in found and path != main:
                found[path] = None
                waiting.append(path)
    return list(found)
