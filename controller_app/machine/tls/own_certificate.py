"""The host's certificate (``--cert``, ``--key``), read again when its files change."""

import logging
import os
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from controller_app.errors import BadSetting
from controller_app.machine import text_file
from controller_app.machine.text_file import WrongEncoding
from controller_app.machine.tls.certificates import Certificate, tls_context

log = logging.getLogger("controller_app.certificates")

State = tuple[tuple[int, ...] | None, ...]
"""What tells a file from its next version: inode, size and times; None for one that is not there."""


class OwnCertificate:
    """A certificate that a program such as certbot renews while the server runs."""

    def __init__(self, cert: str, key: str) -> None:
        """Read both files.

        Raises:
            BadSetting: they can't work; the sentence names the option and the reason.
        """
        self._files = cert, key
        self._used = self._seen = self._state()
        self._is_fault_said = False
        self.certificate = load(cert, key)

    def look(self) -> bool:
        """Look whether the files have changed; return whether there is another certificate since.

        A change counts once two looks agree, since two files are not written at the same moment. While they can't
        work the certificate stays, and the first reason is logged.
        """
        state = self._state()
        has_settled, self._seen = state == self._seen, state
        if not has_settled or state == self._used:
            return False
        self._used = state
        try:
            self.certificate = load(*self._files)
        except BadSetting as fault:
            if not self._is_fault_said:
                log.warning("HTTPS keeps the certificate it has, since the new one can't be used. %s.", fault)
            self._is_fault_said = True
            return False
        self._is_fault_said = False
        log.warning("HTTPS has the new certificate in '%s' from now on.", self._files[0])
        return True

    def _state(self) -> State:
        return tuple(map(_state_of, self._files))


def load(cert: str, key: str) -> Certificate:
    """Take the certificate the host brought, after looking whether it can work.

    Args:
        cert: path of the chain, the server's own certificate first (PEM).
        key: path of its private key (PEM, without a password).

    Raises:
        BadSetting: it can't work; the sentence names the option and the reason.
    """
    if not cert or not key:
        raise BadSetting("--key" if cert else "--cert", "--cert and --key belong together; give both or none")
    certificate = _load_certificate(cert)
    private = _load_key(key)
    if private.public_key() != certificate.public_key():
        raise BadSetting("--key", f"the key in '{key}' doesn't belong to the first certificate in '{cert}'")
    now = datetime.now(UTC)
    if certificate.not_valid_after_utc <= now:
        raise BadSetting("--cert", f"the certificate in '{cert}' ended on {certificate.not_valid_after_utc:%Y-%m-%d}")
    if certificate.not_valid_before_utc > now:
        raise BadSetting("--cert", f"the certificate in '{cert}' begins on {certificate.not_valid_before_utc:%Y-%m-%d}")
    try:
        context = tls_context(Path(cert), Path(key))
    except (OSError, ValueError) as error:  # such as an RSA key that is too short
        raise BadSetting("--cert", f"the certificate in '{cert}' can't be used ({error})") from None
    return Certificate(Path(cert), Path(key), None, context, _names(certificate))


def _state_of(file: str) -> tuple[int, ...] | None:
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _names(certificate: x509.Certificate) -> tuple[str, ...]:
    try:
        found = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ()
    names = found.get_values_for_type(x509.DNSName)
    return tuple(name for name in names if name != "localhost" and not name.startswith("*"))


def _load_certificate(cert: str) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificates(_bytes_of("--cert", cert))[0]
    except ValueError:
        raise BadSetting("--cert", f"'{cert}' holds no certificate in PEM form") from None


def _load_key(key: str) -> PrivateKeyTypes:
    try:
        return load_pem_private_key(_bytes_of("--key", key), None)
    except TypeError:
        raise BadSetting("--key", f"the key in '{key}' is locked with a password; give one without") from None
    except ValueError:
        raise BadSetting("--key", f"'{key}' holds no private key in PEM form") from None


def _bytes_of(option: str, file: str) -> bytes:
    try:
        data = Path(file).read_bytes()
        text_file.check(data)
    except OSError as error:
        raise BadSetting(option, f"'{file}' can't be read ({error.strerror})") from None
    except WrongEncoding as error:
        raise BadSetting(option, f"'{file}' can't be read: {error}") from None
    return data
