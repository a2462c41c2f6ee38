"""Entry point: gevent patches the standard library before any other import."""

from gevent import monkey

monkey.patch_all()

from controller_app.cli import main

if __name__ == "__main__":
    main()
