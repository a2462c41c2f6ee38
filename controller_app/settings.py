"""Settings: each with its default, unit and a sentence."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from controller_app.folders import INSTANCE


def setting(default: Any, sentence: str, *, secret: bool = False) -> Any:
    """Give a setting its default and the sentence of ``--help`` and the README; a secret is left out of ``repr``."""
    return field(default=default, metadata={"sentence": sentence}, repr=not secret)


LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class AddressLimits:
    """What the clients of one address may have together (IPv6: of one /64 network)."""

    connections: int
    """Open at once. Where there are more, idle ones are dropped."""
    half_open: int
    """Connections whose request has not arrived whole."""
    sessions: int
    """Socket.IO sessions that have joined nothing."""
    rooms: int
    """Rooms open at once."""
    seats: int
    """Seats in one room."""
    joins_per_minute: float
    joins_burst: int
    """New seats; a valid pass needs none of them."""
    guesses_per_minute: float
    guesses_burst: int
    """Wrong codes and wrong offers."""


ADDRESS_LIMITS = {
    # A school or a hall may have one address: 300 phones at once, each with a few connections for its page.
    "generous": AddressLimits(
        connections=2400,
        half_open=1200,
        sessions=600,
        rooms=20,
        seats=300,
        joins_per_minute=300,
        joins_burst=600,
        guesses_per_minute=30,
        guesses_burst=300,
    ),
    "strict": AddressLimits(
        connections=600,
        half_open=150,
        sessions=150,
        rooms=4,
        seats=150,
        joins_per_minute=60,
        joins_burst=300,
        guesses_per_minute=6,
        guesses_burst=60,
    ),
    "off": AddressLimits(*[10**9] * 9),
}


@dataclass(frozen=True)
class Settings:
    """What one run of the server is told. Built once and handed in; nothing else reads the environment."""

    host: str = setting(
        "", "interface to listen on, :: is IPv4 and IPv6; empty is all of them, but 127.0.0.1 with a public URL"
    )
    port: int = setting(8080, "port for HTTP")
    https_port: int = setting(8443, "port for HTTPS, where phones give motion; 0 is none")
    address: str = setting(
        "",
        "address or name that goes into the QR, also one that leads here from outside of a container, WSL or mapped "
        "ports; empty is the best one",
    )
    phone_port: int = setting(0, "port for HTTP that phones open, where it is mapped to --port; 0 is the same one")
    phone_https_port: int = setting(
        0, "port for HTTPS that phones open, where it is mapped to --https-port; 0 is the same one"
    )
    name: tuple[str, ...] = setting(
        (), "another name by which this computer is opened, such as laptop.lan; may be given more than once"
    )
    public_url: str = setting("", "address of a proxy or tunnel in front, such as https://play.example.org")
    trusted_proxy: tuple[str, ...] = setting(
        (), "address or network of a proxy whose X-Forwarded-For is believed; may be given more than once"
    )
    address_limits: Literal["", "generous", "strict", "off"] = setting(
        "",
        "limits for each client address: generous lets a school behind one address play, strict is for the "
        "internet, off for measurements; empty is strict with a public URL, but generous where visitors can't be "
        "told apart",
    )
    host_token: str | None = setting(
        None,
        "secret of 8 or more characters, which a display is asked for before it opens a room; in the environment no "
        "list of processes shows it",
        secret=True,
    )
    cert: str = setting(
        "",
        "file with a certificate chain that phones trust (PEM), read again when it changes; the QR then opens its name",
    )
    key: str = setting("", "file with that certificate's private key (PEM)")
    qr: Literal["", "http", "https"] = setting("", "which address the QR opens; empty is https where phones trust it")
    visual: str = setting("lights", "the visual that a new room starts with")
    visuals: tuple[Path, ...] = setting(
        (),
        "folder with visuals of your own, beside ours; may be given more than once; an installed server also takes "
        "visuals/ beside its instance folder",
    )
    language: str = setting("en", "language of the pages: the name of a catalogue in static/locales")
    theme: Literal["dark", "bright"] = setting("dark", "dark, or bright for rooms with sun; key B on the display")
    margin: float = setting(
        5.0,
        "percent of each side of the display that a television may crop: words and code keep clear of it; keys + "
        "and - on the display",
    )
    dev: bool = setting(
        False,
        "for authors of visuals: show every saved change at once, and errors of phones and displays on the terminal",
    )
    open: bool = setting(False, "open the display in this computer's browser")

    instance: Path = setting(
        INSTANCE,
        "folder for the secret key and the certificates; of an installed server it is in your user data folder",
    )
    phones_per_room: int = setting(300, "seats in a room")
    rooms: int = setting(200, "open rooms")
    room_idle_seconds: float = setting(600.0, "how long a room is kept after its display and its last phone have gone")
    busy_room_seconds: float = setting(14_400.0, "how long a room with phones in it is kept without its display")
    empty_room_seconds: float = setting(30.0, "how long a room without seats is kept without its display")
    seat_idle_seconds: float = setting(600.0, "how long a seat is kept for a phone that is away")
    messages_per_second: float = setting(
        70.0, "messages that one connection may send in the long run, samples included"
    )
    messages_burst: int = setting(140, "messages that one connection may send at once")
    guesses_per_second: float = setting(1.0, "wrong codes that all connections together may try in the long run")
    guesses_burst: int = setting(
        600, "wrong codes that all connections together may try at once; then those without a pass wait"
    )
    frames_per_second: float = setting(125.0, "most frames for one display when the server is busy")
    pace: bool = setting(True, "phones send less often when the server or a display is busy")
    stuck_seconds: float = setting(
        20.0,
        "how long the event loop may be stuck before the server says where and restarts; 0 is for ever, for debuggers",
    )
    supervised: bool = setting(
        False, "when stuck, end with exit code 70 for a supervisor such as systemd, instead of restarting"
    )
    stop_seconds: float = setting(4.0, "how long a stop waits until goodbyes are sent")

    @property
    def public(self) -> bool:
        """Public mode: strangers can reach this server, through a proxy or tunnel in front of it."""
        return bool(self.public_url)

    @property
    def per_address(self) -> AddressLimits:
        """What one client address may have.

        Behind a proxy that isn't trusted all visitors have the proxy's address, so strict limits would keep them out.
        """
        return ADDRESS_LIMITS[self.address_limits or ("strict" if self.public and self.knows_proxy else "generous")]

    @property
    def knows_proxy(self) -> bool:
        """Whether visitors can be told apart: by the word of a trusted proxy, or since they come by themselves."""
        return bool(self.trusted_proxy) or self.interface not in LOOPBACK

    @property
    def interface(self) -> str:
        """The address to listen on. In public mode only the proxy or tunnel on this computer has to reach it."""
        return self.host.strip("[]") or ("127.0.0.1" if self.public else "0.0.0.0")

    @property
    def code_length(self) -> int:
        """Letters in a room's code: 4 on a LAN, 6 in public."""
        return 6 if self.public else 4
