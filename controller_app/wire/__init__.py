"""Bytes in, samples and packets out: the only folder that touches the libraries' internals."""
