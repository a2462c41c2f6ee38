"""Background tasks of the server."""
