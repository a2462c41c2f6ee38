"""No regular expression takes more than linear time on any text."""

import ast
import importlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.growth import TOO_STEEP, cost, growth, pumped, pumps

PACKAGE = Path(__file__).parent.parent.parent / "controller_app"
FILES = sorted(PACKAGE.rglob("*.py"))

LETTERS = 2**11
"""Of the texts that a pattern is tried with."""
SUSPICIOUS_S = 0.002
"""Seconds that make one worth a closer look; most linear ones take some 0.02 ms."""
MOST_LETTERS = 8 * LETTERS
"""Then."""

METHODS = {"search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"}
MSGSPEC = "msgspec"
"""In place of a method: a field's ``pattern``, by which msgspec searches."""

Use = tuple[str, str, str]
"""A module, the constant that holds a pattern, the method of it that the module uses."""


def uses_in(file: Path) -> Iterator[Use]:
    """Return every pattern of a file with every way it is used there; no list has to be kept."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    module = ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts)
    constants = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign) and is_compiled(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in METHODS:
            if node.value.id in constants:
                yield module, node.value.id, node.attr
        elif isinstance(node, ast.keyword) and node.arg == "pattern" and isinstance(node.value, ast.Constant):
            yield module, str(node.value.value), MSGSPEC


def is_compiled(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) in ("re.compile", "regex.compile")


def call_of(use: Use) -> tuple[Callable[[str], object], str]:
    """Return what a module does to a text with a pattern, and the pattern."""
    module, name, method = use
    if method == MSGSPEC:
        return re.compile(name).search, name
    pattern: re.Pattern[str] = getattr(importlib.import_module(module), name)
    call = getattr(pattern, method)
    if method == "finditer":
        return lambda text: list(call(text)), pattern.pattern
    return (lambda text: call("", text)) if method in {"sub", "subn"} else call, pattern.pattern


def assert_linear(call: Callable[[str], object], pattern: str) -> None:
    tokens = re.findall(r"[A-Za-z]{2,}|[^\\()|?*+{}^$]", pattern)
    for which in pumps(tokens):
        make = pumped(*which)
        if cost(call, make(LETTERS)) >= SUSPICIOUS_S:
            assert growth(call, make, MOST_LETTERS) < TOO_STEEP, which


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_pattern_is_a_constant_of_the_module_that_uses_it(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    made = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith(("re.", "regex."))
    ]
    used = {name for _, name, method in uses_in(file) if method != MSGSPEC}

    assert len(made) == len(used), "any other pattern would not be tried below"
    assert all(is_compiled(node) for node in made)


@pytest.mark.parametrize("use", sorted({use for file in FILES for use in uses_in(file)}), ids="-".join)
def test_no_pattern_takes_more_than_linear_time(use: Use) -> None:
    assert_linear(*call_of(use))


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r'"(?:[^"\\]|\\.)*"', "findall"),  # was in packets.py
        (r'^(?:import|export)\b[^"\';]*?\bfrom\s+"(\.[^"]+)"', "findall"),  # was in modules.py
        (r'([Ww]/)?(?:"(.*?)"|(.*?))(?:\s*,\s*|$)', "match"),  # was in Werkzeug until 3.1.8
        (r"\s+$", "search"),
    ],
)
def test_a_quadratic_pattern_would_be_found(pattern: str, method: str) -> None:
    with pytest.raises(AssertionError):
        assert_linear(getattr(re.compile(pattern, re.MULTILINE | re.DOTALL), method), pattern)
