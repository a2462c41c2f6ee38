"""Pretend phones, real connections: moved by dice or by a recording; and who records."""
