"""QR codes: an address in, an SVG for the display or text for the terminal out.

Capitals and figures take QR's alphanumeric mode: fewer modules, readable from further away. A scheme in lower
case becomes a byte segment before them.
"""

from functools import lru_cache
from itertools import groupby

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

Modules = list[list[bool]]
"""Rows from the top; True is dark."""

MIN_SEGMENT = 10
"""Characters from which a change of mode within a text saves bits: 2.5 each, for two headers of 25 (ISO/IEC 18004)."""

QUIET_ZONE = 4
"""Light modules around the code, as ISO/IEC 18004 asks."""

DARK = "#0b0e14"
LIGHT = "#ffffff"

TERMINAL_COLOURS = "\x1b[38;5;231;48;5;16m"
"""White on black from the part of the palette that themes leave alone."""

TERMINAL_PLAIN = "\x1b[0m"


def modules(text: str) -> Modules:
    """Return the code's modules with the quiet zone: the smallest version that holds the text, correction M."""
    code: QRCode = QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(text, optimize=MIN_SEGMENT)
    return [[bool(module) for module in row] for row in code.get_matrix()]


@lru_cache(maxsize=256)
def svg(text: str) -> str:
    """Return an SVG of dark on white: one path, a unit a module; size it by width and height."""
    rows = modules(text)
    side = len(rows)
    path = "".join(_runs(row, y) for y, row in enumerate(rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" role="img" shape-rendering="crispEdges">'
        f'<path fill="{LIGHT}" d="M0 0h{side}v{side}H0z"/><path fill="{DARK}" d="{path}"/></svg>'
    )


def _runs(row: list[bool], y: int) -> str:
    """Return the dark runs of a row as subpaths, each a module high."""
    path, x = "", 0
    for dark, run in groupby(row):
        length = len(list(run))
        if dark:
            path += f"M{x} {y}h{length}v1h-{length}z"
        x += length
    return path


def terminal(text: str) -> str:
    """Return the code in half blocks, two rows of modules a line.

    Colours are set, so that it reads the same on dark and light terminals. Light modules are the blocks: where
    colours are taken out, as in a log, it still reads on a dark ground.
    """
    rows = modules(text)
    if len(rows) % 2:
        rows.append([False] * len(rows))
    lines = zip(rows[::2], rows[1::2], strict=True)
    return "\n".join(TERMINAL_COLOURS + _half_blocks(*pair) + TERMINAL_PLAIN for pair in lines)


def _half_blocks(upper: list[bool], lower: list[bool]) -> str:
    blocks = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
    return "".join(blocks[pair] for pair in zip(upper, lower, strict=True))
