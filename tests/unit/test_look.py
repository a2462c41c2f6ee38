"""Colours: enough contrast to read and to find oneself, and the same in CSS and JavaScript."""

import re
from pathlib import Path

import pytest

from controller_app.core.protocol import COLOURS, SHAPES

STATIC = Path(__file__).parent.parent.parent / "static"
THEMES = ("dark", "bright")


def tokens(theme: str) -> dict[str, str]:
    """Return the colours of a theme from look.css."""
    css = (STATIC / "css" / "look.css").read_text(encoding="utf-8")
    block = re.search(rf'\[data-theme="{theme}"\] {{(.*?)}}', css, re.DOTALL)
    assert block
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[1]))


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("text", ["text", "quiet"])
@pytest.mark.parametrize("ground", ["ground", "raised"])
def test_text_can_be_read(theme: str, text: str, ground: str) -> None:
    assert contrast(tokens(theme)[text], tokens(theme)[ground]) >= 7


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("colour", COLOURS)
def test_everyone_can_find_their_light(theme: str, colour: str) -> None:
    assert contrast(tokens(theme)[colour], tokens(theme)["ground"]) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_css_and_javascript_paint_alike(theme: str) -> None:
    marks = (STATIC / "js" / "shared" / "marks.js").read_text(encoding="utf-8").lower()
    for name in (*COLOURS, "ground", "raised", "text", "quiet"):
        assert f'{name}: "{tokens(theme)[name]}"' in marks, name


def test_every_colour_and_shape_is_drawn() -> None:
    marks = (STATIC / "js" / "shared" / "marks.js").read_text(encoding="utf-8")
    for shape in SHAPES:
        assert re.search(rf"\n  {shape}: \"M", marks), shape
