"""Relay: frames and events from phones to displays and recorders."""
