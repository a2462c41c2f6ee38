"""After a change of network displays show the new address within 10 s, over HTTPS too."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509

from tests.faults.moving import AFTER, BEFORE
from tests.support.running import ROOT

NAMESPACE = ["unshare", "--net"] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["unshare", "-rn"]


def may_have_networks() -> bool:
    """Whether this user may make a network of its own."""
    probe = [*NAMESPACE, "ip", "link", "add", "wlan0", "type", "veth", "peer", "name", "far0"]
    try:
        return subprocess.run(probe, capture_output=True, timeout=5).returncode == 0
    except OSError:
        return False


@pytest.mark.skipif(not may_have_networks(), reason="network namespaces are not allowed here")
def test_displays_follow_and_phones_stay_where_they_can(tmp_path: Path) -> None:
    """Takes some 8 s, most of it the server's two looks at its network."""
    run = [*NAMESPACE, sys.executable, "-m", "tests.faults.moving", str(tmp_path / "instance")]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, timeout=90)
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)

    assert seen["address"] == f"{BEFORE}:{seen['port']}"
    assert seen["moved"] == {
        "address": f"{AFTER}:{seen['port']}",
        "link": f"http://{AFTER}:{seen['port']}/{seen['room']}",
    }
    assert seen["picture changed"]
    assert seen["answered"] == 200
    assert AFTER in addresses_of(seen["certificate"])
    assert seen["accepted stays"], "a phone would have to accept another certificate at the address it knows"
    assert seen["stayed"]
    assert seen["code"] == 0
    assert seen["output"].count("Another network: phones now open") == 1
    assert "Traceback" not in seen["output"]


def addresses_of(certificate: str) -> list[str]:
    extensions = x509.load_pem_x509_certificate(certificate.encode()).extensions
    names = extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return [str(address) for address in names.get_values_for_type(x509.IPAddress)]
