import errno
import logging
import os
import shutil
import ssl
import stat
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import (
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from controller_app.machine.tls import authority, authority_files
from controller_app.machine.tls import subject_names as subjects_module
from controller_app.machine.tls.authority import Pair
from controller_app.machine.tls.certificates import BESIDE, MAX_BESIDE, Certificate, ensure
from controller_app.machine.tls.subject_names import LAN_NETWORKS, subjects
from tests.support.handshake import shake_hands

NOW = datetime.now(UTC)  # OpenSSL looks at the real clock in a handshake
DAY = timedelta(days=1)
Kind = TypeVar("Kind", bound=x509.ExtensionType)
ADDRESSES = ("127.0.0.1", "192.168.178.42")
NAMES = ("localhost", "127.0.0.1", "::1", "museum", "museum.local")


# What is made


def test_a_browser_that_trusts_the_authority_shakes_hands(tmp_path: Path) -> None:
    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    for name in ("192.168.178.42", "127.0.0.1", "::1", "localhost", "museum.local"):
        assert shake_hands(made, name) == "TLSv1.3"


def test_a_browser_that_does_not_trust_it_refuses(tmp_path: Path) -> None:
    made = ensure(tmp_path / "ours", ADDRESSES, NAMES, NOW)
    other = ensure(tmp_path / "other", ADDRESSES, NAMES, NOW)
    with pytest.raises(ssl.SSLCertVerificationError):
        shake_hands(replace(made, authority=other.authority), "127.0.0.1")


def test_the_certificate_stands_for_nobody_else(tmp_path: Path) -> None:
    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    with pytest.raises(ssl.SSLCertVerificationError, match="mismatch"):
        shake_hands(made, "192.168.178.43")


@pytest.mark.parametrize("stolen", ["example.org", "8.8.8.8", "2001:4860:4860::8888", "100.64.0.7", "www.museum"])
def test_a_browser_refuses_a_thief_outside_the_lan(tmp_path: Path, stolen: str) -> None:
    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    forged = forge(made, tmp_path, [stolen])
    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree violation"):
        shake_hands(forged, stolen)


def test_every_limit_stands_on_root_and_issuer_as_some_systems_ask_nothing_of_roots(tmp_path: Path) -> None:
    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    for certificate, depth in ((root(made), 1), (issuer(made), 0)):
        constraints = extension(certificate, x509.BasicConstraints)
        assert constraints.critical
        assert (constraints.value.ca, constraints.value.path_length) == (True, depth)
        usage = extension(certificate, x509.KeyUsage)
        assert usage.critical
        assert usage.value.key_cert_sign
        assert not usage.value.digital_signature
        assert list(extension(certificate, x509.ExtendedKeyUsage).value) == [ExtendedKeyUsageOID.SERVER_AUTH]
        assert certificate.not_valid_after_utc - certificate.not_valid_before_utc <= 2 * 365 * DAY
        names = extension(certificate, x509.NameConstraints)
        assert names.critical
        assert names.value == extension(root(made), x509.NameConstraints).value


def test_the_key_of_what_people_install_is_thrown_away(tmp_path: Path) -> None:
    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    keys = [load_pem_private_key(file.read_bytes(), None).public_key() for file in tmp_path.glob("*.key")]
    assert len(keys) == 2
    assert root(made).public_key() not in keys


def test_the_certificate_is_one_that_phones_take(tmp_path: Path) -> None:
    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    certificate = leaf(made)
    lasts = certificate.not_valid_after_utc - certificate.not_valid_before_utc
    assert lasts <= timedelta(days=397)
    assert certificate.not_valid_before_utc <= NOW - DAY  # their clocks may be behind
    assert list(extension(certificate, x509.ExtendedKeyUsage).value) == [ExtendedKeyUsageOID.SERVER_AUTH]
    assert not extension(certificate, x509.BasicConstraints).value.ca
    assert certificate.signature_hash_algorithm is not None
    assert certificate.signature_hash_algorithm.name == "sha256"


def test_the_authority_can_be_found_by_name_on_a_device(tmp_path: Path) -> None:
    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    mark = extension(root(made), x509.SubjectKeyIdentifier).value.digest.hex()[:4].upper()
    assert root(made).subject.rfc4514_string() == f"CN=Controller App on museum {NOW:%Y-%m-%d} {mark}"


@pytest.mark.parametrize("computer", ["museum.local", "a" * 60 + ".local"])
def test_another_authority_of_the_same_day_has_another_name(tmp_path: Path, computer: str) -> None:
    names = {root(ensure(tmp_path / str(number), ADDRESSES, [computer], NOW)).subject for number in range(3)}
    assert len(names) == 3


def test_a_public_address_of_this_computer_works_and_its_neighbour_does_not(tmp_path: Path) -> None:
    made = ensure(tmp_path, ["141.20.17.9", "100.70.1.2"], ["laptop.school.example"], NOW)
    for name in ("141.20.17.9", "100.70.1.2", "laptop.school.example"):
        assert shake_hands(made, name) == "TLSv1.3"
    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree violation"):
        shake_hands(forge(made, tmp_path, ["141.20.17.10"]), "141.20.17.10")


@pytest.mark.parametrize("names", [[], ["müsli.local", "with space.local", "", "..", "a" * 300]])
def test_odd_names_of_a_computer_are_no_trouble(tmp_path: Path, names: list[str]) -> None:
    assert shake_hands(ensure(tmp_path, ["127.0.0.1"], names, NOW), "127.0.0.1") == "TLSv1.3"


# What is kept


def test_a_second_start_changes_nothing(tmp_path: Path) -> None:
    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    before = contents(tmp_path)
    assert ensure(tmp_path, ADDRESSES, NAMES, NOW + 300 * DAY) == made
    assert contents(tmp_path) == before


def test_an_address_less_changes_nothing(tmp_path: Path) -> None:
    ensure(tmp_path, ADDRESSES, NAMES, NOW)
    before = contents(tmp_path)
    ensure(tmp_path, ADDRESSES[:1], NAMES, NOW)
    assert contents(tmp_path) == before


def test_a_new_address_gets_a_new_certificate_from_the_same_authority(tmp_path: Path) -> None:
    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    trusted = root(made)
    again = ensure(tmp_path, ["10.0.0.5"], NAMES, NOW)
    assert root(again) == trusted
    assert shake_hands(again, "10.0.0.5") == "TLSv1.3"


def test_a_certificate_about_to_end_is_made_anew(tmp_path: Path) -> None:
    first = leaf(ensure(tmp_path, ADDRESSES, NAMES, NOW))
    later = first.not_valid_after_utc - timedelta(days=29)
    second = leaf(ensure(tmp_path, ADDRESSES, NAMES, later))
    assert second.not_valid_after_utc > first.not_valid_after_utc
    assert second.issuer == first.issuer


def test_an_authority_about_to_end_is_made_anew_and_no_certificate_outlives_it(tmp_path: Path) -> None:
    first = root(ensure(tmp_path, ADDRESSES, NAMES, NOW))
    late = ensure(tmp_path, ADDRESSES, NAMES, first.not_valid_after_utc - 40 * DAY)
    assert root(late) == first
    assert leaf(late).not_valid_after_utc == first.not_valid_after_utc
    assert root(ensure(tmp_path, ADDRESSES, NAMES, first.not_valid_after_utc - 20 * DAY)) != first


def test_a_clock_set_back_gets_a_certificate_valid_now(tmp_path: Path) -> None:
    ensure(tmp_path, ADDRESSES, NAMES, NOW + 500 * DAY)
    assert shake_hands(ensure(tmp_path, ADDRESSES, NAMES, NOW), "127.0.0.1") == "TLSv1.3"


@pytest.mark.parametrize("file", ["server.crt", "server.key", "issuer.crt", "issuer.key", "authority.crt"])
@pytest.mark.parametrize("damage", [b"", b"\xff\x00nonsense", None])
def test_damaged_files_are_made_anew(tmp_path: Path, file: str, damage: bytes | None) -> None:
    ensure(tmp_path, ADDRESSES, NAMES, NOW)
    if damage is None:
        (tmp_path / file).unlink()
    else:
        (tmp_path / file).write_bytes(damage)
    assert shake_hands(ensure(tmp_path, ADDRESSES, NAMES, NOW), "127.0.0.1") == "TLSv1.3"


@pytest.mark.parametrize("file", ["server.crt", "server.key", "issuer.crt", "issuer.key", "authority.crt"])
def test_a_file_that_belongs_elsewhere_is_made_anew(tmp_path: Path, file: str) -> None:
    ensure(tmp_path / "ours", ADDRESSES, NAMES, NOW)
    ensure(tmp_path / "other", ADDRESSES, NAMES, NOW)
    os.replace(tmp_path / "other" / file, tmp_path / "ours" / file)
    assert shake_hands(ensure(tmp_path / "ours", ADDRESSES, NAMES, NOW), "127.0.0.1") == "TLSv1.3"


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_only_its_owner_may_read_the_folder_and_the_keys(tmp_path: Path) -> None:
    folder = tmp_path / "instance"
    ensure(folder, ADDRESSES, NAMES, NOW)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    assert sorted(file.name for file in folder.iterdir()) == [
        "authority.crt", "issuer.crt", "issuer.key", "lock", "server.crt", "server.key",
    ]  # fmt: skip


def test_where_nothing_can_be_written_a_temporary_folder_stands_in(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "instance"
    blocked.write_text("a file where the folder should be")  # stops root as well, unlike a mode
    with caplog.at_level(logging.WARNING):
        made = ensure(blocked, ADDRESSES, NAMES, NOW)
    assert shake_hands(made, "127.0.0.1") == "TLSv1.3"
    assert [record.getMessage() for record in caplog.records] == [
        f"{blocked} can't be written (File exists), so the certificate for HTTPS lasts until the server stops. "
        "Choose a folder that can be written with --instance."
    ]


def test_the_authority_that_people_trust_issues_for_the_temporary_folder_too(tmp_path: Path) -> None:
    trusted = ensure(tmp_path, ADDRESSES, NAMES, NOW).authority
    assert trusted is not None
    authority = trusted.read_bytes()
    (tmp_path / "server.crt").unlink()
    (tmp_path / "server.crt").mkdir()  # can't be replaced by a file, not even by root

    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)

    assert made.chain.parent != tmp_path
    assert made.authority is not None
    assert made.authority.read_bytes() == authority


# What other networks change


VPNS = ("100.101.102.103", "25.7.8.9", "26.1.2.3", "28.0.0.1", "198.18.0.1", "192.0.0.4", "5.6.7.8")
"""Of Tailscale, Hamachi, Radmin, sing-box, Clash, CLAT and Hamachi's first years."""

FOREIGN = (*VPNS, "141.20.5.6", "141.20.5.77", "2001:db8::20", "2a02:8108:1::7")
"""Addresses that an authority for local networks may not vouch for."""


def test_networks_that_come_and_go_leave_the_root_as_it_is(tmp_path: Path) -> None:
    ensure(tmp_path, ADDRESSES, NAMES, NOW)
    before = contents(tmp_path)
    trusted = {name: before[name] for name in authority_files.FILES}

    for more in (*([address] for address in FOREIGN), ["fd7a:115c:a1e0::1"], FOREIGN, [], VPNS[:1]):
        made = ensure(tmp_path, [*ADDRESSES, *more], NAMES, NOW)
        assert trusted.items() <= contents(tmp_path).items()
        for address in ADDRESSES:
            assert shake_hands(made, address) == "TLSv1.3"


@pytest.mark.parametrize("address", FOREIGN)
def test_an_address_beyond_the_authority_has_one_of_its_own_and_finds_it_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, address: str
) -> None:
    first = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    made = ensure(tmp_path, [*ADDRESSES, address], NAMES, NOW)
    beside = made.beside[address]
    ensure(tmp_path, ADDRESSES, NAMES, NOW)

    assert shake_hands(beside, address) == "TLSv1.3"
    assert ensure(tmp_path, [*ADDRESSES, address], NAMES, NOW).beside[address] == beside
    assert root(beside).subject != root(first).subject
    assert f"CN=Controller App at {address} " in root(beside).subject.rfc4514_string()
    assert said(caplog) == [
        f"The certificate authority that devices may have installed can't vouch for {address} and stays as it is. "
        f"That address has one of its own, '{authority.title_of(root(beside))}': devices need it only to come by that "
        "address, from its /trust."
    ]
    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree violation"):
        shake_hands(forge(beside, tmp_path, ["100.64.0.1"]), "100.64.0.1")


def test_an_authority_made_at_a_public_address_stays_when_that_changes(tmp_path: Path) -> None:
    first = ensure(tmp_path, ["127.0.0.1", "141.20.5.6"], NAMES, NOW)
    for addresses in (["141.20.5.77"], ["192.168.1.20"], ["141.20.5.6"]):
        made = ensure(tmp_path, ["127.0.0.1", *addresses], NAMES, NOW)
        assert root(made) == root(first)
        assert shake_hands(made.beside.get(addresses[0], made), addresses[0]) == "TLSv1.3"
    assert [place.name for place in (tmp_path / BESIDE).iterdir()] == ["141.20.5.77"]


def test_a_name_beyond_the_authority_is_left_out_and_the_root_stays(tmp_path: Path) -> None:
    first = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    made = ensure(tmp_path, ADDRESSES, ["localhost", "studio.local", "studio.lan"], NOW)
    assert root(made) == root(first)
    assert made.left_out == ("studio.lan",)
    assert shake_hands(made, "studio.local") == "TLSv1.3"
    with pytest.raises(ssl.SSLCertVerificationError, match="mismatch"):
        shake_hands(made, "studio.lan")


def test_an_authority_beside_that_ends_is_made_anew_and_the_first_stays(tmp_path: Path) -> None:
    here, old = tmp_path / "here", tmp_path / "old"
    first = ensure(here, ADDRESSES, NAMES, NOW)
    for addresses in (ADDRESSES, [*ADDRESSES, VPNS[0]]):
        ended = ensure(old, addresses, NAMES, NOW - 720 * DAY)
    shutil.copytree(old / BESIDE, here / BESIDE)
    made = ensure(here, [*ADDRESSES, VPNS[0]], NAMES, NOW)
    assert root(made) == root(first)
    assert root(made.beside[VPNS[0]]) != root(ended.beside[VPNS[0]])
    assert shake_hands(made.beside[VPNS[0]], VPNS[0]) == "TLSv1.3"


def test_authorities_beside_are_bounded(tmp_path: Path) -> None:
    ensure(tmp_path, ADDRESSES, NAMES, NOW)
    leases = [f"141.20.5.{number}" for number in range(1, MAX_BESIDE + 3)]
    made = ensure(tmp_path, [*ADDRESSES, *leases], NAMES, NOW)
    assert set(made.beside) == set(leases) - set(made.left_out)
    assert len(made.left_out) == 2


def test_authorities_beside_issue_for_the_temporary_folder_too(tmp_path: Path) -> None:
    ensure(tmp_path, ADDRESSES, NAMES, NOW)
    trusted = ensure(tmp_path, [*ADDRESSES, VPNS[0]], NAMES, NOW).beside[VPNS[0]]
    (tmp_path / "server.crt").unlink()
    (tmp_path / "server.crt").mkdir()

    made = ensure(tmp_path, [*ADDRESSES, VPNS[0]], NAMES, NOW).beside[VPNS[0]]

    assert made.chain.parent != trusted.chain.parent
    assert made.root == trusted.root


# What is said of an authority that won't do


@pytest.mark.parametrize(
    ("file", "damage", "flaw"),
    [
        ("authority.crt", b"", "authority.crt holds no certificate"),
        ("issuer.crt", b"\xff\x00nonsense", "issuer.crt and issuer.key are no certificate with its key"),
        ("issuer.key", b"", "issuer.crt and issuer.key are no certificate with its key"),
        ("issuer.key", None, "issuer.key: No such file or directory"),
    ],
)
def test_a_damaged_authority_is_said_in_one_sentence_and_kept(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, file: str, damage: bytes | None, flaw: str
) -> None:
    ensure(tmp_path, ADDRESSES, NAMES, NOW)
    (tmp_path / file).unlink()
    if damage is not None:
        (tmp_path / file).write_bytes(damage)
    before = {name: data for name, data in contents(tmp_path).items() if name in authority_files.FILES}

    ensure(tmp_path, ADDRESSES, NAMES, NOW)

    ending = f".damaged-{NOW:%Y-%m-%d}"
    after = contents(tmp_path)
    assert {name: after[f"{name}{ending}"] for name in before} == before
    assert said(caplog) == [
        f"The certificate authority in {tmp_path} is damaged ({flaw}), so there is a new one: devices that had "
        f"installed the old one need the new one from /trust; the old files are kept, ending in {ending}."
    ]


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    file=st.sampled_from(["server.crt", "server.key", "issuer.crt", "issuer.key", "authority.crt"]),
    at=st.integers(0, 2000),
    byte=st.integers(0, 255),
)
def test_whichever_byte_is_damaged_devices_trust_what_is_shown(
    tmp_path_factory: pytest.TempPathFactory, caplog: pytest.LogCaptureFixture, file: str, at: int, byte: int
) -> None:
    caplog.clear()
    folder = tmp_path_factory.mktemp("instance")
    ensure(folder, ADDRESSES, NAMES, NOW)
    data = bytearray((folder / file).read_bytes())
    data[at % len(data)] = byte
    (folder / file).write_bytes(data)

    made = ensure(folder, ADDRESSES, NAMES, NOW)

    assert shake_hands(made, "127.0.0.1") == "TLSv1.3"
    assert len(caplog.records) == len({*folder.glob("authority.crt.damaged-*")}) <= 1


def test_an_authority_of_other_files_is_damaged_and_nothing_kept_is_overwritten(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    roots = []
    for _ in range(3):
        roots.append(root(made))
        other = ensure(tmp_path / "other", ADDRESSES, NAMES, NOW)
        shutil.copy(other.chain.parent / "issuer.crt", tmp_path)
        shutil.copy(other.chain.parent / "issuer.key", tmp_path)
        made = ensure(tmp_path, ADDRESSES, NAMES, NOW)

    kept = [tmp_path / f"authority.crt.damaged-{NOW:%Y-%m-%d}{again}" for again in ("", "-2", "-3")]
    assert [x509.load_pem_x509_certificate(file.read_bytes()) for file in kept] == roots
    assert len(caplog.records) == 3
    assert "(issuer.crt and authority.crt don't belong together)" in caplog.text


def test_an_authority_of_an_earlier_version_is_replaced_once_and_its_key_deleted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(authority, "AUTHORITY_LIFE", 3650 * DAY)
        old = root(ensure(tmp_path, ADDRESSES, NAMES, NOW))

    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)
    before = contents(tmp_path)
    ensure(tmp_path, ADDRESSES, NAMES, NOW)

    assert root(made) != old
    assert shake_hands(made, "127.0.0.1") == "TLSv1.3"
    assert contents(tmp_path) == before
    ending = f".replaced-{NOW:%Y-%m-%d}"
    assert x509.load_pem_x509_certificate(before[f"authority.crt{ending}"]) == old
    assert sorted(before) == [
        "authority.crt", f"authority.crt{ending}", "issuer.crt", f"issuer.crt{ending}", "issuer.key", "lock",
        "server.crt", "server.key",
    ]  # fmt: skip
    assert said(caplog) == [
        f"The certificate authority in {tmp_path} lasts longer and can vouch for more than it should, so there is a "
        "new one: devices that had installed the old one need the new one from /trust; the old files are kept, "
        f"ending in {ending}, without the key."
    ]


@pytest.mark.parametrize("limit", ["WEBSITES", "constraints_for"])
def test_an_authority_that_lacks_a_limit_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    with monkeypatch.context() as earlier:
        if limit == "WEBSITES":
            anything = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH])
            earlier.setattr(authority, "WEBSITES", anything)
        else:
            lan = x509.NameConstraints([x509.IPAddress(net) for net in LAN_NETWORKS], None)
            earlier.setattr(subjects_module, "constraints_for", lambda *_: lan)
        old = root(ensure(tmp_path, ADDRESSES[:1], [], NOW))
    assert root(ensure(tmp_path, ADDRESSES[:1], [], NOW)) != old


def test_an_authority_that_ends_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    first = root(ensure(tmp_path, ADDRESSES, NAMES, NOW))
    ensure(tmp_path, ADDRESSES, NAMES, first.not_valid_after_utc - 20 * DAY)

    [ending] = said(caplog)
    assert f"is valid from {first.not_valid_before_utc:%Y-%m-%d} to {first.not_valid_after_utc:%Y-%m-%d}" in ending


def test_a_damaged_authority_that_cannot_be_replaced_is_said_with_what_stands_in(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    ensure(tmp_path, ADDRESSES, NAMES, NOW)
    (tmp_path / "issuer.key").write_bytes(b"")
    before = contents(tmp_path)

    monkeypatch.setattr(authority_files, "set_aside", refuse)
    made = ensure(tmp_path, ADDRESSES, NAMES, NOW)

    assert shake_hands(made, "127.0.0.1") == "TLSv1.3"
    assert contents(tmp_path) == before
    assert said(caplog) == [
        f"{tmp_path} can't be written (Read-only file system) and the certificate authority in it is damaged "
        "(issuer.crt and issuer.key are no certificate with its key), so the certificate for HTTPS lasts until the "
        "server stops. Choose a folder that can be written with --instance."
    ]


def refuse(*_: object) -> str:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS))


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records]


def leaf(made: Certificate) -> x509.Certificate:
    return x509.load_pem_x509_certificate(made.chain.read_bytes())


def root(made: Certificate) -> x509.Certificate:
    assert made.authority
    return x509.load_pem_x509_certificate(made.authority.read_bytes())


def issuer(made: Certificate) -> x509.Certificate:
    return x509.load_pem_x509_certificate((made.chain.parent / "issuer.crt").read_bytes())


def extension(certificate: x509.Certificate, kind: type[Kind]) -> x509.Extension[Kind]:
    return certificate.extensions.get_extension_for_class(kind)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def forge(made: Certificate, folder: Path, names: Sequence[str]) -> Certificate:
    """Issue a certificate as someone could who has stolen the authority's key."""
    assert made.authority
    folder_of = made.authority.parent
    stolen = Pair.parse((folder_of / "issuer.crt").read_bytes(), (folder_of / "issuer.key").read_bytes())
    forged = authority.make_leaf(stolen, "forged", subjects(names, names), NOW)
    chain, key = folder / "forged.crt", folder / "forged.key"
    chain.write_bytes(b"".join(map(authority.certificate_pem, (forged.certificate, stolen.certificate))))
    key.write_bytes(authority.key_pem(forged.key))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    return Certificate(chain, key, made.authority, context)
