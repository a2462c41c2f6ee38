"""Bounded WebSocket server (RFC 6455) in gevent-websocket's place."""
