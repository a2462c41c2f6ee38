"""A TLS handshake without a network."""

import ssl

from controller_app.machine.tls.certificates import Certificate


def shake_hands(shown: Certificate, name: str) -> str | None:
    """Let a client that trusts only the authority connect to a server of this name; return the version agreed on.

    Raises:
        ssl.SSLError: they don't agree.
    """
    client_side = ssl.create_default_context(cafile=shown.authority)
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    server = shown.context.wrap_bio(to_server, to_client, server_side=True)
    client = client_side.wrap_bio(to_client, to_server, server_hostname=name)
    for end in (client, server, client, server):
        try:
            end.do_handshake()
        except ssl.SSLWantReadError:
            continue
    return client.version()
