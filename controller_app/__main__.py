"""``python -m controller_app``: gevent patches the standard library before anything else is imported."""

from gevent import monkey

monkey.patch_all()

from controller_app.cli import main

main()
