"""Clients without a browser: phones moved by a seed or a recording, and a recorder."""
