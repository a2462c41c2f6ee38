"""One Socket.IO namespace per role. A handler parses, asks the core, and tells those concerned."""
