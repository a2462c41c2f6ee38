"""A computer with changing networks and a device that trusts it, in a namespace.

    unshare --net python -m tests.faults.roaming INSTANCE

Prints as JSON what the device saw by each address, in the order in which networks came.
"""

import json
import ssl
import sys
from pathlib import Path
from socket import create_connection

import requests

from tests.faults.moving import ip
from tests.support.clients import until
from tests.support.running import RunningServer

HOME = "192.168.1.20"
VPN, LEASES = "100.101.102.103", ("141.20.5.6", "141.20.5.77")


def main(instance: Path) -> None:
    ip("link", "set", "lo", "up")
    for name in ("wlan0", "tailscale0"):
        ip("link", "add", name, "type", "veth", "peer", "name", f"far-{name}")
        ip("link", "set", f"far-{name}", "up")
        ip("link", "set", name, "up")
    ip("address", "add", f"{HOME}/24", "dev", "wlan0")
    server = RunningServer(instance, "--host", "0.0.0.0").start()
    seen: dict[str, object] = {"installed": root(HOME, server)}

    ip("address", "add", f"{VPN}/32", "dev", "tailscale0")
    until(lambda: f"can't vouch for {VPN}" in server.output, lambda: server.output)
    seen["with a VPN"] = device(server, HOME, VPN)
    ip("address", "add", f"{LEASES[0]}/24", "dev", "wlan0")
    until(lambda: f"can't vouch for {LEASES[0]}" in server.output, lambda: server.output)
    seen["on a campus"] = device(server, HOME, VPN, LEASES[0])
    seen["codes"] = [server.stop()]
    seen["output"] = server.output

    ip("address", "delete", f"{LEASES[0]}/24", "dev", "wlan0")
    ip("address", "add", f"{LEASES[1]}/24", "dev", "wlan0")
    again = RunningServer(instance, "--host", "0.0.0.0").start()
    seen["after a restart"] = device(again, HOME, VPN, LEASES[1])
    seen["codes"] = [server.process.returncode, again.stop()]
    seen["output again"] = again.output
    print(json.dumps(seen))


def device(server: RunningServer, *addresses: str) -> dict[str, list[str]]:
    """Return by address the root that is offered there, after it has vouched for what HTTPS shows there."""
    return {address: root(address, server) for address in addresses}


def root(address: str, server: RunningServer) -> list[str]:
    """Return name and fingerprint of the root that an address offers, installed and tried.

    Raises:
        ssl.SSLCertVerificationError: who installs it is warned all the same.
    """
    plain = requests.get(f"http://{address}:{server.port}/trust/authority.crt", timeout=5).content
    trusting = ssl.create_default_context(cadata=plain)
    with (
        create_connection((address, server.https_port), timeout=5) as connection,
        trusting.wrap_socket(connection, server_hostname=address),
    ):
        [held] = trusting.get_ca_certs()
        return [dict(pair[0] for pair in held["subject"])["commonName"], plain.hex()]  # type: ignore[misc]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
