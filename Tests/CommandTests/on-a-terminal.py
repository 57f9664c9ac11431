#!/usr/bin/env python3
"""Runs a command on a terminal of 80 columns and 12 rows, types keys and prints what it shows.

usage: on-a-terminal.py KEYS COMMAND…     KEYS are typed when the output has come to rest

The last line is the exit code, or "hangs" when the command has not ended after 20 seconds.
"""
import fcntl, os, pty, select, struct, sys, termios, time

keys, command = sys.argv[1], sys.argv[2:]
child, terminal = pty.fork()
if child == 0:
    os.environ.pop("COLUMNS", None)
    os.environ["TERM"] = "xterm"
    # The size must be known before the program asks.
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 12, 80, 0, 0))
    os.execvp(command[0], command)
shown, end, typed = b"", time.monotonic() + 20, False
while time.monotonic() < end:
    if select.select([terminal], [], [], 2)[0]:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    elif shown and not typed:
        os.write(terminal, keys.encode())
        typed = True
done, status = os.waitpid(child, 0 if time.monotonic() < end else os.WNOHANG)
sys.stdout.write(shown.decode(errors="replace").replace("\r\n", "\n"))
print("\n" + (str(os.waitstatus_to_exitcode(status)) if done else "hangs"))
if not done:
    os.kill(child, 9)
