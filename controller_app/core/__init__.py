"""Domain rules: no Flask, no sockets, no clock, no files. Time comes in as ``now``."""
