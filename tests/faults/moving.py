"""A computer that changes its network under a running server, in a network namespace.

    unshare --net python -m tests.faults.moving INSTANCE

Prints as JSON what a display on that computer, and phones at both addresses, saw.
"""

import json
import ssl
import subprocess
import sys
from pathlib import Path

import requests

from tests.support.clients import Display, Phone
from tests.support.running import RunningServer

BEFORE = "192.168.1.20"
AFTER = "10.0.0.5"


def ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, timeout=5)


def main(instance: Path) -> None:
    ip("link", "set", "lo", "up")
    ip("link", "add", "wlan0", "type", "veth", "peer", "name", "far0")
    ip("link", "set", "far0", "up")
    ip("link", "set", "wlan0", "up")
    ip("address", "add", f"{BEFORE}/24", "dev", "wlan0")
    server = RunningServer(instance, "--host", "0.0.0.0").start()
    display = Display(server.http)
    phone = Phone(server.http, display.room)  # one that can stay: its address is still there
    seen: dict[str, object] = {"address": display.opened["address"], "port": server.port, "room": display.room}
    accepted = certificate("127.0.0.1", server)
    qr = picture(server, display)

    ip("address", "delete", f"{BEFORE}/24", "dev", "wlan0")
    ip("address", "add", f"{AFTER}/24", "dev", "wlan0")
    seen["moved"] = display.wait_for("moved")

    phone.tap(1)
    display.wait_for("tapped")
    seen["stayed"] = not phone.gone
    seen["picture changed"] = picture(server, display) != qr
    seen["answered"] = requests.get(f"http://{AFTER}:{server.port}/healthz", timeout=5).status_code
    seen["certificate"] = certificate(AFTER, server)
    seen["accepted stays"] = certificate("127.0.0.1", server) == accepted
    display.close()
    phone.close()
    seen["code"] = server.stop()
    seen["output"] = server.output
    print(json.dumps(seen))


def picture(server: RunningServer, display: Display) -> str:
    return requests.get(f"{server.http}/qr/{display.room}.svg", timeout=5).text


def certificate(address: str, server: RunningServer) -> str:
    return ssl.get_server_certificate((address, server.https_port), timeout=5)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
