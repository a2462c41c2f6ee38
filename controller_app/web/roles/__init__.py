"""Roles: a Socket.IO namespace each. A handler parses, asks the core, tells."""
