"""Where the disk is full (here: no file may grow), a report is written whole or not at all, and that is said."""

import os
import resource
import subprocess

from steps import ROADLINT, RULES, shown

FORMATS = ("html", "xlsx", "csv", "markdown", "text", "protocol")
BYTES_THAT_FIT = 100


def let_nothing_grow():
    resource.setrlimit(resource.RLIMIT_FSIZE, (BYTES_THAT_FIT, BYTES_THAT_FIT))


def run(*arguments):
    result = subprocess.run([ROADLINT, *arguments], capture_output=True, check=False, preexec_fn=let_nothing_grow)
    # The library that writes workbooks speaks for itself.
    lines = shown(result.stdout + result.stderr).splitlines()
    print("\n".join(line for line in lines if not line.startswith("[ERROR]")).rstrip())
    print(f"exit {result.returncode}")


run("check", "roadmaps", *RULES, *[word for name in FORMATS for word in ("--format", f"{name}=report.{name}")])
run("list", "roadmaps", *RULES, "--out", "lists", "--format", "html")
print(sorted(name for name in os.listdir(".") if name.startswith("report")), os.listdir("lists"))
os.rmdir("lists")
