"""The certificate that the host brings, and what becomes of it while the server runs."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat

from controller_app.errors import BadSetting
from controller_app.machine.tls.authority import Pair
from controller_app.machine.tls.certificates import Certificate, ensure
from controller_app.machine.tls.own_certificate import OwnCertificate, load

NOW = datetime.now(UTC)  # OpenSSL looks at the real clock
DAY = timedelta(days=1)
ADDRESSES = ("127.0.0.1",)
NAMES = ("localhost", "museum.local")


# At the start


def test_a_certificate_the_host_brings_is_taken(tmp_path: Path) -> None:
    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    loaded = load(str(made.chain), str(made.key))
    assert loaded == Certificate(made.chain, made.key, None, loaded.context, loaded.names)
    assert "museum.local" in loaded.names
    assert "localhost" not in loaded.names


def test_one_option_without_the_other_is_refused() -> None:
    assert_refused("--key", "--cert and --key belong together; give both or none", "chain.pem", "")
    assert_refused("--cert", "--cert and --key belong together; give both or none", "", "key.pem")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    assert_refused("--cert", "'none.pem' can't be read (No such file or directory)", "none.pem", str(made.key))
    assert_refused("--key", "'none.pem' can't be read (No such file or directory)", str(made.chain), "none.pem")


def test_a_file_of_another_kind_is_named(tmp_path: Path) -> None:
    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    chain, key = str(made.chain), str(made.key)
    assert_refused("--cert", f"'{key}' holds no certificate in PEM form", key, key)
    assert_refused("--key", f"'{chain}' holds no private key in PEM form", chain, chain)


def test_a_key_of_another_certificate_is_refused(tmp_path: Path) -> None:
    ours, other = (ensure(tmp_path / name, ADDRESSES, NAMES, NOW) for name in ("ours", "other"))
    assert_refused(
        "--key",
        f"the key in '{other.key}' doesn't belong to the first certificate in '{ours.chain}'",
        str(ours.chain),
        str(other.key),
    )


def test_a_key_with_a_password_is_refused(tmp_path: Path) -> None:
    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    pair = Pair.parse(made.chain.read_bytes(), made.key.read_bytes())
    locked = tmp_path / "locked.key"
    locked.write_bytes(
        pair.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"open sesame"))
    )
    sentence = f"the key in '{locked}' is locked with a password; give one without"
    assert_refused("--key", sentence, str(made.chain), str(locked))


@pytest.mark.parametrize(("days", "word"), [(-500, "ended"), (500, "begins")])
def test_a_certificate_that_is_not_valid_now_is_refused(tmp_path: Path, days: int, word: str) -> None:
    made = ensure(tmp_path, ADDRESSES, NAMES, NOW + days * DAY)
    with pytest.raises(BadSetting, match=rf"^--cert: the certificate in '.*' {word} on \d{{4}}-\d\d-\d\d$"):
        load(str(made.chain), str(made.key))


def test_a_key_too_short_for_today_is_refused(tmp_path: Path) -> None:
    key = rsa.generate_private_key(65537, 1024)
    name = x509.Name([])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 7, NOW - DAY, NOW + DAY)
        .sign(key, hashes.SHA256())
        .public_bytes(Encoding.PEM)
    )
    cert, file = tmp_path / "short.crt", tmp_path / "short.key"
    cert.write_bytes(certificate)
    file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with pytest.raises(BadSetting, match=r"^--cert: the certificate in '.*' can't be used"):
        load(str(cert), str(file))


def assert_refused(option: str, sentence: str, cert: str, key: str) -> None:
    with pytest.raises(BadSetting) as caught:
        load(cert, key)
    assert str(caught.value) == f"{option}: {sentence}"
    assert caught.value.option == option


@pytest.mark.parametrize("option", ["--cert", "--key"])
def test_a_file_in_utf_16_is_told(tmp_path: Path, option: str) -> None:
    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    file = made.chain if option == "--cert" else made.key
    file.write_bytes(file.read_text().encode("utf-16"))
    sentence = f"'{file}' can't be read: it is saved as UTF-16; save it as UTF-8"
    assert_refused(option, sentence, str(made.chain), str(made.key))


def test_a_byte_order_mark_is_no_damage(tmp_path: Path) -> None:
    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    for file in (made.chain, made.key):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert "museum.local" in load(str(made.chain), str(made.key)).names


# While the server runs


def renew(folder: Path, name: str) -> tuple[bytes, bytes]:
    """Return another certificate and its key."""
    made = ensure(folder / name, ADDRESSES, [f"{name}.local"], NOW)
    return made.chain.read_bytes(), made.key.read_bytes()


def looks(own: OwnCertificate) -> int:
    return [own.look() for _ in range(4)].count(True)


def begun(folder: Path) -> tuple[OwnCertificate, Path, Path]:
    cert, key = folder / "fullchain.pem", folder / "privkey.pem"
    write((cert, key), renew(folder, "before"))
    return OwnCertificate(str(cert), str(key)), cert, key


def write(files: tuple[Path, Path], data: tuple[bytes, bytes]) -> None:
    for file, content in zip(files, data, strict=True):
        file.write_bytes(content)


def test_files_that_stay_are_not_read_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    own, _, _ = begun(tmp_path)
    assert looks(own) == 0
    assert not caplog.records


def test_a_renewed_certificate_is_taken_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    own, cert, key = begun(tmp_path)
    write((cert, key), renew(tmp_path, "after"))
    assert looks(own) == 1
    assert own.certificate.names == ("after.local",)
    assert said(caplog) == [f"HTTPS has the new certificate in '{cert}' from now on."]


def test_a_link_that_leads_elsewhere_is_a_change_too(tmp_path: Path) -> None:
    live = tmp_path / "live"
    for name in ("before", "after"):
        renew(tmp_path, name)
    live.symlink_to(tmp_path / "before")
    own = OwnCertificate(str(live / "server.crt"), str(live / "server.key"))
    live.unlink()
    live.symlink_to(tmp_path / "after")
    assert looks(own) == 1
    assert own.certificate.names == ("after.local",)


@pytest.mark.parametrize("damage", ["half", "empty", "gone", "other key", "nonsense", "folder"])
def test_what_cannot_be_used_leaves_the_certificate_and_is_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: str
) -> None:
    own, cert, key = begun(tmp_path)
    before = own.certificate
    chain, private = renew(tmp_path, "after")
    cert.unlink()
    if damage == "folder":
        cert.mkdir()
    elif damage == "other key":
        cert.write_bytes(chain)
    elif damage != "gone":
        cert.write_bytes({"half": chain[:200], "empty": b"", "nonsense": b"\xff\0nonsense"}[damage])

    assert looks(own) == 0
    key.write_bytes(private[:100])
    assert looks(own) == 0
    assert own.certificate == before
    [sentence] = said(caplog)
    assert sentence.startswith("HTTPS keeps the certificate it has, since the new one can't be used. --")

    if damage == "folder":
        cert.rmdir()
    write((cert, key), (chain, private))
    assert looks(own) == 1
    assert own.certificate.names == ("after.local",)
    cert.write_bytes(b"")
    assert looks(own) == 0
    assert len(said(caplog)) == 3


def test_between_its_two_files_nothing_is_read_and_nothing_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    own, cert, key = begun(tmp_path)
    chain, private = renew(tmp_path, "after")
    cert.write_bytes(chain)
    assert not own.look()
    key.write_bytes(private)
    assert looks(own) == 1
    assert len(said(caplog)) == 1


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records]
