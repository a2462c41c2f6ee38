"""The relays: ours with more seats, and the two that a user would pick instead."""
