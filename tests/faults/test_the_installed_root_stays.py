"""An installed root certificate stays valid through changes of network."""

import json
import ssl
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from controller_app.machine.tls import certificates
from tests.faults.roaming import HOME, LEASES, VPN
from tests.faults.test_displays_follow_to_another_network import NAMESPACE, may_have_networks
from tests.support.clients import until
from tests.support.running import ROOT, RunningServer


@pytest.mark.skipif(not may_have_networks(), reason="network namespaces are not allowed here")
def test_networks_that_come_and_go_leave_the_root_and_each_address_offers_its_own(tmp_path: Path) -> None:
    """Takes some 20 s, most of it the server's looks at its network."""
    run = [*NAMESPACE, sys.executable, "-m", "tests.faults.roaming", str(tmp_path / "instance")]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)

    for when in ("with a VPN", "on a campus", "after a restart"):
        assert seen[when][HOME] == seen["installed"], when
        assert seen[when][VPN] == seen["with a VPN"][VPN], when
    offered = [seen["installed"], *seen["on a campus"].values(), seen["after a restart"][LEASES[1]]]
    names, roots = ({one[at] for one in offered} for at in (0, 1))
    assert len(names) == len(roots) == 4
    assert seen["output"].count("can't vouch for") == 2
    assert seen["output again"].count("can't vouch for") == 1
    assert "Traceback" not in seen["output"] + seen["output again"]


def test_a_renewed_certificate_is_shown_without_a_restart_and_a_broken_one_is_not(tmp_path: Path) -> None:
    """Takes some 20 s: two looks at the files, 3 s apart, for each change."""
    cert, key = tmp_path / "fullchain.pem", tmp_path / "privkey.pem"
    before, after = (certificates.ensure(tmp_path / name, ["127.0.0.1"], [name], datetime.now(UTC)) for name in (
        "before.local", "after.local",
    ))  # fmt: skip
    cert.write_bytes(before.chain.read_bytes())
    key.write_bytes(before.key.read_bytes())
    server = RunningServer(tmp_path / "instance", "--cert", str(cert), "--key", str(key)).start()
    assert shown(server) == first(before.chain)

    cert.write_bytes(after.chain.read_bytes()[:300])
    until(lambda: "keeps the certificate" in server.output, lambda: server.output)
    assert shown(server) == first(before.chain)
    cert.write_bytes(after.chain.read_bytes())
    key.write_bytes(after.key.read_bytes())
    until(lambda: "has the new certificate" in server.output, lambda: server.output)
    assert shown(server) == first(after.chain)

    assert server.stop() == 0
    assert server.output.count("keeps the certificate") == 1


def shown(server: RunningServer) -> str:
    return ssl.get_server_certificate(("127.0.0.1", server.https_port), timeout=5).strip()


def first(chain: Path) -> str:
    return chain.read_text().partition("-----END CERTIFICATE-----")[0] + "-----END CERTIFICATE-----"
