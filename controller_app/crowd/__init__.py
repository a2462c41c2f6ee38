"""Pretend phones: real connections, moved by dice."""
