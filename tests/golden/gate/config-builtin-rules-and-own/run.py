"""Rules of a project stand beside the packs that come with the program."""
import subprocess
import sys

listed = subprocess.run([sys.argv[1], "rules"], capture_output=True, check=True).stdout.decode("utf-8").splitlines()
for name in ("milestone-owner", "project-rule"):
    print(name, sum(line.startswith(name + " ") for line in listed))
