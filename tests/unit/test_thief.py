"""What a thief of ``issuer.key`` can sign for a device that trusts us, by OpenSSL.

Each certificate that has to be refused is shown to the judge twice: a second time below an authority without limits,
where it has to pass. So none is refused for another reason than the one meant.
"""

import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from controller_app.machine.tls import authority
from controller_app.machine.tls.authority import Authority, Pair
from controller_app.machine.tls.certificates import ensure
from controller_app.machine.tls.subject_names import subjects

NOW = datetime.now(UTC)
DAY = timedelta(days=1)
HOME = x509.IPAddress(ip_address("192.168.1.1"))

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="there is no openssl command here")


def dns(name: str) -> x509.DNSName:
    return x509.DNSName(name)


def common_name(name: str) -> x509.NameAttribute[str | bytes]:
    return x509.NameAttribute(NameOID.COMMON_NAME, name)


def other_name(oid: str, text: str) -> x509.OtherName:
    """An otherName that holds a UTF8String of less than 128 bytes."""
    return x509.OtherName(ObjectIdentifier(oid), bytes([12, len(text)]) + text.encode())


@dataclass(frozen=True)
class Wish:
    """What the thief would like to be taken for."""

    names: tuple[x509.GeneralName, ...] = ()
    own: tuple[x509.NameAttribute[str | bytes], ...] = (common_name("thief"),)
    """The end of the subject; the start is the authority's own name."""
    foreign: bool = False
    """The subject has no such start."""
    purpose: ObjectIdentifier | None = ExtendedKeyUsageOID.SERVER_AUTH
    """The extended key usage; None for a certificate that says nothing of it."""


NAMES = {
    "a website": Wish((dns("bank.com"),)),
    "a website, by its common name alone": Wish(own=(common_name("bank.com"),)),
    "a website beside a LAN's": Wish((HOME, dns("bank.com"))),
    "an address of the internet": Wish((x509.IPAddress(ip_address("8.8.8.8")),)),
    "an address of the internet, IPv6": Wish((x509.IPAddress(ip_address("2001:4860:4860::8888")),)),
    "an address of a VPN": Wish((x509.IPAddress(ip_address("100.64.0.7")),)),
    "an e-mail address": Wish((x509.RFC822Name("ceo@bank.com"),)),
    "an e-mail address in the LAN": Wish((x509.RFC822Name("ceo@museum.local"),)),
    "an e-mail address in the subject": Wish(own=(x509.NameAttribute(NameOID.EMAIL_ADDRESS, "ceo@bank.com"),)),
    "an e-mail address of RFC 9598": Wish((other_name("1.3.6.1.5.5.7.8.9", "ceo@bank.com"),)),
    "a URI": Wish((x509.UniformResourceIdentifier("https://bank.com/"),)),
    "a URI in the LAN": Wish((x509.UniformResourceIdentifier("spiffe://museum.local/admin"),)),
    "a URI without a host": Wish((x509.UniformResourceIdentifier("urn:uuid:1234"),)),
    "a directory name": Wish((x509.DirectoryName(x509.Name([common_name("admin")])),)),
    "somebody, by the subject": Wish((HOME,), own=(common_name("admin"),), foreign=True),
}

PURPOSES = {
    "sslclient": ExtendedKeyUsageOID.CLIENT_AUTH,
    "smimesign": ExtendedKeyUsageOID.EMAIL_PROTECTION,
    "smimeencrypt": ExtendedKeyUsageOID.EMAIL_PROTECTION,
    "codesign": ExtendedKeyUsageOID.CODE_SIGNING,
}


@pytest.fixture(scope="module")
def stolen(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """The authority of a server, as a thief of its folder has it."""
    folder = tmp_path_factory.mktemp("instance")
    ensure(folder, ["192.168.178.42"], ["museum.local"], NOW)
    root = x509.load_pem_x509_certificate((folder / "authority.crt").read_bytes())
    return Authority(root, Pair.parse((folder / "issuer.crt").read_bytes(), (folder / "issuer.key").read_bytes()))


@pytest.fixture(scope="module")
def limitless(stolen: Authority) -> Authority:
    """An authority of the same names without EKU, name constraints and path length."""
    key = ec.generate_private_key(ec.SECP256R1())
    root = sign(Pair(stolen.root, key), stolen.root.subject, key, x509.BasicConstraints(True, None))
    below = ec.generate_private_key(ec.SECP256R1())
    issuer = sign(Pair(root, key), stolen.issuer.certificate.subject, below, x509.BasicConstraints(True, None))
    return Authority(root, Pair(issuer, below))


@pytest.mark.parametrize("wish", NAMES.values(), ids=NAMES)
def test_a_thief_can_sign_no_name_outside_the_lan(
    stolen: Authority, limitless: Authority, tmp_path: Path, wish: Wish
) -> None:
    assert verdict(limitless, [forge(limitless.issuer, wish)], tmp_path) == "OK"
    assert verdict(stolen, [forge(stolen.issuer, wish)], tmp_path) != "OK"


@pytest.mark.parametrize("said", [True, False], ids=["with EKU", "without EKU"])
@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_thief_can_sign_nothing_but_websites(
    stolen: Authority, limitless: Authority, tmp_path: Path, purpose: str, said: bool
) -> None:
    wish = Wish((HOME,), purpose=PURPOSES[purpose] if said else None)
    below = verdict(limitless, [forge(limitless.issuer, wish)], tmp_path, "-purpose", purpose)
    if "nvalid purpose" in below:
        pytest.skip(f"this OpenSSL knows no purpose {purpose}")
    assert below == "OK" or (purpose == "codesign" and not said)  # code has to be signed with EKU
    assert "purpose" in verdict(stolen, [forge(stolen.issuer, wish)], tmp_path, "-purpose", purpose)


def test_a_thief_can_make_no_further_authority(stolen: Authority, limitless: Authority, tmp_path: Path) -> None:
    for trusted, passes in ((limitless, True), (stolen, False)):
        another = further_authority(
            trusted.issuer, x509.Name([*organization_of(trusted.issuer), common_name("another")])
        )
        chain = [forge(another, Wish((HOME,))), another.certificate]
        assert (verdict(trusted, chain, tmp_path) == "OK") == passes


def test_a_further_authority_by_the_issuers_name_lifts_no_limit(
    stolen: Authority, limitless: Authority, tmp_path: Path
) -> None:
    for trusted, passes in ((limitless, True), (stolen, False)):
        # RFC 5280, section 6.1: path lengths and names are not checked where subject and issuer are the same.
        another = further_authority(trusted.issuer, trusted.issuer.certificate.subject)
        for wish in (NAMES["a website"], NAMES["an e-mail address"], NAMES["somebody, by the subject"]):
            chain = [forge(another, wish), another.certificate]
            assert (verdict(trusted, chain, tmp_path) == "OK") == passes


@pytest.mark.parametrize("name", [HOME, dns("dc01.corp.local"), dns("localhost")], ids=str)
def test_a_thief_can_pose_as_a_website_of_any_lan_until_the_authority_ends(
    stolen: Authority, tmp_path: Path, name: x509.GeneralName
) -> None:
    forged = forge(stolen.issuer, Wish((name,)))
    ends = stolen.root.not_valid_after_utc

    assert ends - NOW <= 2 * 365 * DAY
    for when, passes in ((NOW, True), (ends - DAY, True), (ends + DAY, False)):
        at = ("-attime", str(int(when.timestamp())), "-purpose", "sslserver")
        assert (verdict(stolen, [forged], tmp_path, *at) == "OK") == passes


def test_a_computer_with_a_public_address_gives_a_thief_that_one_too(tmp_path: Path) -> None:
    own = x509.IPAddress(ip_address("141.20.17.9"))
    made = authority.make_authority("Controller App", subjects(["141.20.17.9"], []), NOW)
    neighbour = x509.IPAddress(ip_address("141.20.17.10"))
    assert verdict(made, [forge(made.issuer, Wish((own,)))], tmp_path) == "OK"
    assert verdict(made, [forge(made.issuer, Wish((neighbour,)))], tmp_path) != "OK"


def organization_of(issuer: Pair) -> list[x509.NameAttribute[str | bytes]]:
    return issuer.certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)


def forge(issuer: Pair, wish: Wish) -> x509.Certificate:
    subject = x509.Name([*([] if wish.foreign else organization_of(issuer)), *wish.own])
    extensions: list[x509.ExtensionType] = [x509.BasicConstraints(False, None)]
    if wish.names:
        extensions.append(x509.SubjectAlternativeName(wish.names))
    if wish.purpose:
        extensions.append(x509.ExtendedKeyUsage([wish.purpose]))
    return sign(issuer, subject, ec.generate_private_key(ec.SECP256R1()), *extensions)


def further_authority(issuer: Pair, subject: x509.Name) -> Pair:
    key = ec.generate_private_key(ec.SECP256R1())
    return Pair(sign(issuer, subject, key, x509.BasicConstraints(True, None)), key)


def sign(
    issuer: Pair, subject: x509.Name, key: ec.EllipticCurvePrivateKey, *extensions: x509.ExtensionType
) -> x509.Certificate:
    """Sign as a thief would: for ten years, whatever is asked for."""
    builder = x509.CertificateBuilder(
        issuer.certificate.subject, subject, key.public_key(), x509.random_serial_number(), NOW - DAY, NOW + 3650 * DAY
    )
    above = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key())
    own = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    for extension in (*extensions, above, own):
        builder = builder.add_extension(extension, critical=isinstance(extension, x509.BasicConstraints))
    return builder.sign(issuer.key, hashes.SHA256())


def verdict(trusted: Authority, chain: list[x509.Certificate], folder: Path, *options: str) -> str:
    """Return "OK", or why a device that has this authority installed refuses the chain; by default for any purpose."""
    leaf, above, root = (folder / name for name in ("leaf.pem", "above.pem", "root.pem"))
    leaf.write_bytes(authority.certificate_pem(chain[0]))
    above.write_bytes(b"".join(map(authority.certificate_pem, [*chain[1:], trusted.issuer.certificate])))
    root.write_bytes(authority.certificate_pem(trusted.root))
    command = ["openssl", "verify", "-CAfile", str(root), "-untrusted", str(above), *options, str(leaf)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=20)
    return "OK" if ended.returncode == 0 else ended.stdout + ended.stderr
