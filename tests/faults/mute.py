"""Runs a command with stdout and stderr in a pipe that nobody reads.

python tests/faults/mute.py closed|full COMMAND...
"""

import fcntl
import os
import sys

SIZE = 4096
"""Bytes in the pipe: the least that Linux makes it."""

how, *command = sys.argv[1:]
end, pipe = os.pipe()
for number in (1, 2):
    os.dup2(pipe, number)
if how == "full":
    os.set_inheritable(end, True)
    fcntl.fcntl(pipe, 1031, SIZE)  # F_SETPIPE_SZ
    os.write(pipe, bytes(SIZE))
os.execv(command[0], command)
