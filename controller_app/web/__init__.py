"""The rim: pages, sockets and bytes. It parses, asks the core, and tells."""
