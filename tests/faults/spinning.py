"""A server with a fault: whoever asks for /test/spin has its loop stuck for good."""

from gevent import monkey

monkey.patch_all()

from controller_app import cli  # noqa: E402
from controller_app.app import Controller, create_app  # noqa: E402
from controller_app.settings import Settings  # noqa: E402


def create_faulty_app(settings: Settings) -> Controller:
    controller = create_app(settings)

    @controller.flask.get("/test/spin")
    def spin() -> str:
        while True:
            pass

    return controller


if __name__ == "__main__":
    vars(cli)["create_app"] = create_faulty_app
    cli.main()
