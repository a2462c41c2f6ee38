"""Tools that developers run by hand, mostly one for each `make` target."""
