"""docs/reliability.md names tests that exist, and all tests of this folder."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
TESTS = ROOT / "tests"


def test_the_document_and_the_folder_tell_the_same() -> None:
    document = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+|\w+\.test\.js)`", document))
    there = {file.stem for file in TESTS.rglob("test_*.py")} | {file.name for file in TESTS.glob("js/*.test.js")}
    faults = {file.stem for file in (TESTS / "faults").glob("test_*.py")} - {Path(__file__).stem}

    assert named <= there, "a test that is named but not there"
    assert faults <= named, "a test that no row names"
