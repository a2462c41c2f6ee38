"""Conformance: the cases of Socket.IO's and Engine.IO's own suites against our server."""
