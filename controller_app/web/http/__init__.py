"""HTTP: requests, pages and files."""
