"""The server's process: its log, open files, garbage collector, timers and restart."""
