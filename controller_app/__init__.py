"""Turn every phone in the room into a controller for the big screen.

``app.create_app`` joins the parts. It is not here, since ``python -m controller_app`` imports this file before
``__main__.py`` has patched the standard library.
"""

__version__ = "0.1.0"
"""The only place of the version; a wheel and its file name get it from here."""
