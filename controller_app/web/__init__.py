"""The server: HTTP, roles, relay and background tasks. It parses, asks the core, tells."""
