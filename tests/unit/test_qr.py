import re
from xml.etree import ElementTree

import numpy
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from controller_app.machine import qr

ADDRESSES = [
    "http://10.0.0.5:8080/KRTP",
    "https://192.168.178.123:8443/KRTP",
    "http://255.255.255.255:65535/WWWW",
    "http://[FD00::20]:8080/KRTP",
    "https://play.example.org/with/a/long/path/of/small/letters/KRTPXY?theme=bright",
]
PIXELS = 4  # a module's side


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_reader_reads_the_picture(address: str) -> None:
    assert read(drawn(qr.svg(address))) == address


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_reader_reads_the_terminal(address: str) -> None:
    assert read(printed(qr.terminal(address))) == address


def test_without_colours_the_terminal_reads_on_a_dark_ground() -> None:
    text = re.sub(r"\x1b\[[0-9;]*m", "", qr.terminal(ADDRESSES[0]))
    assert read(printed(text)) == ADDRESSES[0]


@pytest.mark.parametrize(
    ("address", "version"),
    [
        *((address, 2) for address in ADDRESSES[:4]),
        ("http://LAPTOP.FRITZ.BOX:8080/KRTP", 2),
        ("https://PLAY.EXAMPLE.ORG/KRTPXY", 2),
        ("https://SPIELZIMMER-LAPTOP.LOCAL:8443/KRTP", 3),
        ("http://[2001:DB8:1234:5678:ABCD:EF01:2345:6789]:8080/KRTP", 4),
    ],
)
def test_an_address_in_capitals_stays_coarse(address: str, version: int) -> None:
    assert len(qr.modules(address)) == 17 + 4 * version + 2 * qr.QUIET_ZONE


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=60))
def test_a_reader_reads_every_text_as_it_was_written(text: str) -> None:
    assert read(drawn(qr.svg(text))) == text


def test_the_quiet_zone_is_light_on_every_side() -> None:
    rows = numpy.array(qr.modules(ADDRESSES[0]))
    zone = qr.QUIET_ZONE
    assert zone == 4
    assert not rows[:zone].any()
    assert not rows[-zone:].any()
    assert not rows[:, :zone].any()
    assert not rows[:, -zone:].any()
    assert rows[zone, zone]


def test_the_picture_is_small_and_needs_nothing_else() -> None:
    picture = qr.svg(ADDRESSES[1])
    assert len(picture) < 3_000
    assert picture.startswith("<svg ")
    root = ElementTree.fromstring(picture)
    assert root.get("role") == "img"
    assert root.get("viewBox") == "0 0 33 33"
    assert not re.search("style|script|href|<title", picture)


def read(image: Image.Image) -> str:
    """Return what a reader sees, which looks for dark on light alone, as many phones do."""
    reader_input = numpy.array(image.convert("L"))
    (found,) = zxingcpp.read_barcodes(reader_input, try_invert=False)
    return str(found.text)


def drawn(picture: str) -> Image.Image:
    """Paint the rectangles of the SVG's dark path."""
    path = ElementTree.fromstring(picture)[1].get("d") or ""
    side = int(picture.split('viewBox="0 0 ')[1].split()[0])
    image = Image.new("1", (side, side), 1)
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path):
        image.paste(0, (int(x), int(y), int(x) + int(length), int(y) + 1))
    return image.resize((side * PIXELS, side * PIXELS), Image.Resampling.NEAREST)


def printed(text: str) -> Image.Image:
    """Paint the half blocks in white on a dark terminal, or in the colours the text sets."""
    lines = text.replace(qr.TERMINAL_COLOURS, "").replace(qr.TERMINAL_PLAIN, "").splitlines()
    assert len({len(line) for line in lines}) == 1
    halves = {"█": (1, 1), "▀": (1, 0), "▄": (0, 1), " ": (0, 0)}
    image = Image.new("1", (len(lines[0]), 2 * len(lines)), 0)
    for row, line in enumerate(lines):
        for column, block in enumerate(line):
            for half, light in enumerate(halves[block]):
                image.putpixel((column, 2 * row + half), light)
    large = image.resize((image.width * PIXELS, image.height * PIXELS), Image.Resampling.NEAREST)
    return ImageOps.expand(large, border=8, fill=0)
