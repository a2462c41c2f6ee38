"""What the repository requires: the versions that are tested, and the lowest that work."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent

STYLE = re.compile(r"ruff|mypy|types-|uv")
"""Requirements of developers that no test imports."""


def pins(file: str) -> dict[str, str]:
    """Return the version of each package that a file such as ``requirements.txt`` pins."""
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if "==" in line)


def floors() -> dict[str, str]:
    """Return the lowest version of each package that ``pyproject.toml`` allows."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return dict(re.split("[>=]=", requirement) for requirement in project["dependencies"])


def at_floors() -> list[str]:
    """Return the requirements of a test run with the lowest versions."""
    tools = {name: version for name, version in pins("requirements-dev.txt").items() if not STYLE.match(name)}
    return [f"{name}=={version}" for name, version in {**floors(), **tools}.items()]


def ranges(file: str) -> list[str]:
    """Return the requirements of a file, of ours any version between the lowest and the newest that are tested."""
    newest = pins("requirements.txt")
    ours = [f"{name}>={floor},<={newest[name]}" for name, floor in floors().items()]
    return ours + [f"{name}=={version}" for name, version in pins(file).items() if name not in newest]
