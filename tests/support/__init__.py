"""Clients, servers and fakes that tests, tools and benchmarks share."""
