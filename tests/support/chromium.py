"""Chromium's arguments for tests, pictures and measurements of pages."""

import socket

LAN_NAME = f"{socket.gethostname().split('.')[0].lower()}.local"
"""A name that the server goes by; unlike loopback it does not count as secure."""

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
"""What every run has: no traffic but the pages' own."""

ARGUMENTS = (
    *QUIET,
    "--disable-sync",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    f"--host-resolver-rules=MAP {LAN_NAME} 127.0.0.1",
)
"""With graphics in software, the same on every computer, and the name resolved."""
