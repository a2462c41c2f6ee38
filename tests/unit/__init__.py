"""Unit tests: pure logic, a file for each module."""
