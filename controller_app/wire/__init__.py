"""Wire: bytes in, samples and packets out; the only code that uses library internals."""
