"""Autobahn's cases for RFC 6455, driven by kosoku."""

import subprocess
import sys
from pathlib import Path

from tests.support.wire_client import EchoServer, report

CASES = 247
LEFT_OUT = ("9.*", "12.*", "13.*")  # megabytes, and compression that we never agree to
PASSED = {"OK", "INFORMATIONAL"}


def test_every_case_of_the_conformance_suite_passes(tmp_path: Path) -> None:
    server = EchoServer("--max-message", "16000000")
    without = [word for case in LEFT_OUT for word in ("-x", case)]
    command = [str(Path(sys.executable).parent / "kosoku"), f"127.0.0.1:{server.port}", *without, "-o", str(tmp_path)]
    subprocess.run(command, check=False, capture_output=True, timeout=100)
    said = server.stop()
    cases = report(tmp_path)
    failed = {name: case for name, case in cases.items() if {case["behavior"], case["behaviorClose"]} - PASSED}
    assert not failed
    assert len(cases) == CASES
    assert said == ""
