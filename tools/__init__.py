"""What developers run by hand: `make protocol`, `make vendor`."""
