"""The cases of Socket.IO's and Engine.IO's own suites, told in our words, against our server."""
