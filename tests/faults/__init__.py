"""Faults on purpose, each against the promise that it must not break."""
