"""Server location: its addresses, names, links and certificate, on any network."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime

from controller_app.core import addresses
from controller_app.core.links import Links
from controller_app.core.origin import Origin, read_host
from controller_app.errors import BadSetting
from controller_app.machine.network import interfaces as network
from controller_app.machine.network import ports
from controller_app.machine.network.interfaces import Interface
from controller_app.machine.tls import certificates
from controller_app.machine.tls.certificates import Certificate
from controller_app.machine.tls.own_certificate import OwnCertificate
from controller_app.settings import LOOPBACK, Settings

EVERYWHERE = ("0.0.0.0", "::")
"""Hosts that stand for all addresses of this computer."""

OWN_NAMES = {"localhost", "127.0.0.1", "::1"}
"""How programs on this computer reach it, such as health checks."""

LEFT_OUT = (
    "The certificate authority that devices may have installed can't vouch for %s and stays as it is: "
    "whoever opens that over HTTPS is warned."
)

log = logging.getLogger("controller_app.place")


class Location:
    """Knows what people open, and follows this computer from network to network.

    What the host chose stays: ``--address``, ``--public-url``, ``--host``, ``--cert``.
    """

    def __init__(self, settings: Settings, look: Callable[[], list[Interface]] = network.interfaces) -> None:
        """Look at the network for the first time; ``look`` returns this computer's addresses, best first.

        Raises:
            BadSetting: an option can't work on this computer.
        """
        self._settings = settings
        self._look = look
        self._public = _public_origin(settings)
        if not read_host(settings.interface.partition("%")[0]):  # a link-local IPv6 address has a zone (RFC 4007)
            raise BadSetting("--host", f"'{settings.host}' is no address. Give it without http:// and without a port.")
        self._everywhere = settings.interface in EVERYWHERE
        self.interfaces = self._seen = look()
        self.chosen = _chosen(settings, self.interfaces)
        """The interface whose address phones open."""
        brings_own = settings.https_port and (settings.cert or settings.key)
        self._own = OwnCertificate(settings.cert, settings.key) if brings_own else None
        self._left_out: tuple[str, ...] = ()
        self.certificate = self._own.certificate if self._own else self._certificate()
        """What HTTPS shows; None without HTTPS."""
        self.links = self._links()
        """The addresses that people open."""
        self.listens = "::" if self._everywhere and not settings.host and self.chosen.is_ipv6 else settings.interface
        """The address to listen on: with ``::`` both IPv6 and IPv4."""
        chosen = {read_host(settings.host), read_host(settings.address)} - set(EVERYWHERE)
        fixed = {*chosen, *_further_names(settings), self._public.host if self._public else ""}
        if self.chosen.title == network.OUTSIDE:
            outer = " and ".join(map(str, filter(None, (self.links.port, self.links.https_port))))
            log.warning(
                "%s is not an address of this computer, so phones get here only if its ports %s lead here. "
                "Other ports there are given as --phone-port and --phone-https-port.",
                self.chosen.address,
                outer,
            )
        self._fixed = {name.lower() for name in fixed if name}
        self._present = self._names(self.interfaces)

    def goes_by(self, name: str) -> bool:
        """Whether a name or an address, in lower case, is this server's."""
        return name in self._fixed or name in self._present

    def look(self) -> bool:
        """Look at the network and the host's own certificate again; whether links or certificate may have changed.

        A change counts once two looks agree: between two Wi-Fis a computer has other addresses for a moment.
        """
        is_renewed = self._own is not None and self._own.look()
        if self._own and is_renewed:
            self.certificate = self._own.certificate
            self.links = self._links()
        return self._follow() or is_renewed

    def _follow(self) -> bool:
        found = self._look()
        self._present = self._names(found)
        has_settled, self._seen = found == self._seen, found
        if not has_settled or found == self.interfaces:
            return False
        self.interfaces = found
        if not self._settings.address and self._everywhere:
            self.chosen = network.follow(found, self.chosen)
        self.certificate = self._renewed()
        self.links = self._links()
        return True

    def addresses(self) -> list[str]:
        """Return the addresses by which phones may come, and this computer itself.

        Of IPv6 only those of a LAN, besides the chosen one: others change every day (RFC 8981), and each is one more
        that the authority would have to permit.
        """
        reachable = {one.address for one in self.interfaces if one.reachable and (not one.is_ipv6 or one.is_lan)}
        return sorted({"127.0.0.1", *filter(addresses.parse, [self.chosen.address]), *reachable})

    def _certificate(self) -> Certificate | None:
        settings = self._settings
        if (
            not settings.https_port or settings.public
        ):  # strangers get HTTPS from the proxy in front, and no authority to install
            return None
        # Only names that are a LAN's: to certify a domain is more than people should have to trust this computer with.
        own = [name for name in network.host_names() if name == "localhost" or name.endswith(".local")]
        further = {*_further_names(settings), self.chosen.address}
        names = sorted({*own, *(name for name in further if Origin("https", name, 443).is_local)})
        made = certificates.ensure(settings.instance, self.addresses(), names, datetime.now(UTC))
        if made.left_out and made.left_out != self._left_out:
            log.warning(LEFT_OUT, " and ".join(made.left_out))
        self._left_out = made.left_out
        return made

    def _renewed(self) -> Certificate | None:
        if not self.certificate or self._own:
            return self.certificate
        try:
            return self._certificate()
        except (BadSetting, OSError) as error:
            log.warning("HTTPS keeps the certificate for the network before: %s", error)
            return self.certificate

    def _links(self) -> Links:
        settings = self._settings
        if settings.qr == "https" and not settings.https_port:
            raise BadSetting("--qr", "https needs HTTPS. Leave out --no-https, or take --qr http.")
        names = self.certificate.names if self.certificate else ()
        scheme = settings.qr or ("https" if names else "http")
        # A certificate that phones trust is for a name; by the bare address they would warn all the same.
        address = names[0] if names and scheme == "https" and not settings.address else self.chosen.address
        port, https_port = settings.port, settings.https_port
        if not self._public:
            port, https_port = settings.phone_port or port, https_port and (settings.phone_https_port or https_port)
        if self._public:
            address = self.chosen.address if self._everywhere else settings.interface
        local = self._everywhere or settings.interface in LOOPBACK or settings.interface.startswith("127.")
        return Links(address, port, https_port, scheme, self._public, local)

    def _names(self, found: list[Interface]) -> set[str]:
        """Return the names and addresses by which requests may come now, besides those that were chosen.

        In public mode names of the local network are left out: nobody has a reason to come by them.
        """
        brought = {name.lower() for name in self.certificate.names} if self.certificate else set()
        if self._settings.public:
            return OWN_NAMES | brought
        return {
            *brought,
            *network.host_names(),
            *(interface.address for interface in found),
            read_host(self._settings.interface),
        }


def _chosen(settings: Settings, found: list[Interface]) -> Interface:
    if settings.address or settings.interface in EVERYWHERE:
        return network.choose(found, settings.address)
    return next((interface for interface in found if interface.address == read_host(settings.interface)), found[0])


def _public_origin(settings: Settings) -> Origin | None:
    public = Origin.read(settings.public_url)
    if settings.public_url and public is None:
        expected = "an address such as https://play.example.org, without a path"
        raise BadSetting("--public-url", f"'{settings.public_url}' came, but it has to be {expected}.")
    if public and public.port in ports.BLOCKED:
        raise BadSetting("--public-url", f"browsers refuse to open port {public.port}.")
    return public


def _further_names(settings: Settings) -> set[str]:
    names = {text: read_host(text) for text in settings.name}
    for text, name in names.items():
        if not name:
            raise BadSetting(
                "--name",
                f"'{text}' is not a host name. Give one such as laptop.lan, without http:// and without a port.",
            )
    return set(names.values())
