"""engineio."""
