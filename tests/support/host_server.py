"""The real server with one role more.

python -m tests.support.host_server --host 127.0.0.1 --port 8080 --https-port 0 --instance DIR
"""

from gevent import monkey

monkey.patch_all()

from dataclasses import replace  # noqa: E402

from controller_app import cli  # noqa: E402
from controller_app.app import ROLES, Controller, create_app  # noqa: E402
from controller_app.settings import Settings  # noqa: E402
from tests.support.host_role import HostNamespace  # noqa: E402


def create_app_with_hosts(settings: Settings) -> Controller:
    """Build the server; its rooms close as soon as nobody is there."""
    return create_app(replace(settings, empty_room_seconds=0.0), roles=(*ROLES, HostNamespace))


if __name__ == "__main__":
    vars(cli)["create_app"] = create_app_with_hosts
    cli.main()
