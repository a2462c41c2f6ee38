"""TCP ports: those that browsers open, and those that an option may give."""

from controller_app.errors import BadSetting
from controller_app.settings import Settings

BLOCKED: frozenset[int] = frozenset(
    (
        *(1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109),
        *(110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530),
        *(531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045),
        *(4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080),
    )
)
"""Ports that no browser opens, since other protocols could be attacked there (Fetch standard, "bad port")."""

MAX_PORT = 65_535


def check(settings: Settings) -> None:
    """Refuse ports that can't work together, or with browsers; those behind a proxy or tunnel no browser sees.

    Raises:
        BadSetting: a port is one that browsers refuse, or HTTP and HTTPS have the same.
    """
    given = {
        "--phone-port" if settings.phone_port else "--port": settings.phone_port or settings.port,
        "--phone-https-port" if settings.phone_https_port else "--https-port": settings.phone_https_port
        or settings.https_port,
    }
    for option, port in given.items():
        if port in BLOCKED and not settings.public:
            raise BadSetting(option, f"browsers refuse to open port {port}. Try another, such as {another(settings)}.")
    if settings.port == settings.https_port and not (settings.public and not settings.cert):
        raise BadSetting(
            "--https-port",
            f"{settings.port} is the port for HTTP already. Try another, such as {another(settings)}, or --no-https.",
        )


def another(settings: Settings, near: int = 8080) -> int:
    """Return a port that browsers open and that is neither of the two given: the next one, or one around 8080."""
    taken = {settings.port, settings.https_port, *BLOCKED}
    candidates: list[int] = [*range(near + 1, MAX_PORT + 1), 8080, 8081, 8082]
    return next(port for port in candidates if port not in taken)
