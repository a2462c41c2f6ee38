"""Network interfaces, addresses and ports."""
