"""The computer: its network, certificates, process, files and visuals."""
