"""Colours are for terminals, and NO_COLOR turns them off unless they are asked for."""
import os
import pty
import subprocess
import sys


def uses_colors(roadlint, arguments, variables):
    """Whether `roadlint check` writes escape sequences to a terminal."""
    try:
        ours, theirs = pty.openpty()
    except OSError:
        sys.exit(77)  # no pseudo-terminals here: see run_golden.py
    command = [roadlint, "check", "note.yaml", "--rules", "demo.rules", "--quiet", *arguments]
    environment = {**os.environ, "TERM": "xterm", **variables}
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=environment, check=False)
    os.close(theirs)
    written = os.read(ours, 100000)
    os.close(ours)
    return b"\x1b[" in written


for title, arguments, variables in [
    ("a terminal", [], {}),
    ("a terminal and NO_COLOR", [], {"NO_COLOR": "1"}),
    ("a terminal and an empty NO_COLOR", [], {"NO_COLOR": ""}),
    ("a terminal and --color never", ["--color", "never"], {}),
    ("a terminal, NO_COLOR and --color always", ["--color", "always"], {"NO_COLOR": "1"}),
]:
    print(f"{title}: {'colours' if uses_colors(sys.argv[1], arguments, variables) else 'no colours'}")
