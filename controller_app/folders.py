"""Folders of templates, static files and kept data, in a checkout and once installed."""

from pathlib import Path

from platformdirs import user_data_path

PACKAGE = Path(__file__).parent

INSTALLED = (PACKAGE / "static").is_dir()
"""Whether this is a wheel's copy: it holds what lies beside the package in a checkout."""

RESOURCES = PACKAGE if INSTALLED else PACKAGE.parent
TEMPLATES = RESOURCES / "templates"
STATIC = RESOURCES / "static"

DATA = user_data_path("controller-app", appauthor=False) if INSTALLED else PACKAGE.parent
"""What must outlive an update; made when something is first kept there."""

INSTANCE = DATA / "instance"
"""What must outlive a restart: the secret key and the certificates."""


def own_visuals() -> tuple[Path, ...]:
    """Return the folder for visuals of the user's own, if there is one; a checkout has ``static/visuals`` for them."""
    folder = DATA / "visuals"
    return (folder,) if INSTALLED and folder.is_dir() else ()
