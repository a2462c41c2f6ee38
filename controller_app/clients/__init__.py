"""Phones without a browser: real connections, moved by a seed or a recording; and a recorder."""
