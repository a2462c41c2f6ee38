"""Certificate authorities and certificates of this server."""
