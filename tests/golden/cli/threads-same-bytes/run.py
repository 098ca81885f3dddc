"""The output is the same for any number of threads."""

import subprocess
import sys

COMMAND = [sys.argv[1], "check", "data.yaml", "--rules", "demo.rules", "--format", "json", "--as-of", "2026-11-23"]


def output(threads):
    return subprocess.run([*COMMAND, "--threads", str(threads)], capture_output=True, check=False).stdout


first = output(1)
print(f"1 thread: {first.count(b'fingerprint')} findings")
for count in (2, 8):
    print(f"{count} threads: {'the same bytes' if output(count) == first else 'other bytes'}")
