"""What the run.py files of this area share: they take steps one by one and print them as a user would see them."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

ROADLINT = sys.argv[1]
FOLDER = os.getcwd()
# Of commits, so that nothing in them depends on the person and the hour.
IDENTITY = {"GIT_AUTHOR_NAME": "roadlint", "GIT_AUTHOR_EMAIL": "roadlint@example.org",
            "GIT_COMMITTER_NAME": "roadlint", "GIT_COMMITTER_EMAIL": "roadlint@example.org",
            "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z", "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z"}
# Neither the settings of this system nor those of the person who runs the cases.
OWN_SETTINGS = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
# What nearly all steps say.
RULES = ["--rules", "rules", "--as-of", "2026-11-23"]
CHECK = ["check", "roadmaps", *RULES, "--format", "line"]
# Without the rule about roadmaps as a whole.
CHECK_MILESTONES = [*CHECK, "--select", "milestone-*"]


def roadlint(*arguments, variables=None, folder=".", text=""):
    """Runs roadlint and prints what it says; the temporary folder is called FOLDER, and a number of git HASH."""
    environment = {**os.environ, **OWN_SETTINGS, **(variables or {})}
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    result = subprocess.run([ROADLINT, *arguments], cwd=folder, env=environment, input=data, capture_output=True,
                            check=False)
    print("".join(f"{line}\n" for line in shown(result.stdout).splitlines()), end="")
    for line in shown(result.stderr).splitlines():
        print(f"stderr: {line}".rstrip())
    print(f"exit {result.returncode}")


def shown(data):
    text = data.decode("utf-8", errors="backslashreplace").replace(FOLDER, "FOLDER")
    return re.sub(r"\b[0-9a-f]{40}\b", "HASH", text)


def title(text):
    print(f"\n=== {text}")


def show(name):
    title(name)
    print(pathlib.Path(name).read_text(encoding="utf-8"), end="")


def write(name, text):
    path = pathlib.Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def replace(name, old, new):
    """Changes a file at one place."""
    text = pathlib.Path(name).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    write(name, text.replace(old, new))


def remove(*names):
    """What a step leaves behind and the case does not show."""
    for name in names:
        path = pathlib.Path(name)
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def git(*arguments, folder="."):
    """Runs git and returns what it prints."""
    settings = ["-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always"]
    return subprocess.run(["git", *settings, *arguments], cwd=folder, env={**os.environ, **OWN_SETTINGS, **IDENTITY},
                          stdin=subprocess.DEVNULL, capture_output=True, check=True).stdout.decode("utf-8").strip()


def start_repository():
    """A repository of what lies in the temporary folder, with one commit; remove(".git") ends it."""
    if shutil.which("git") is None:
        sys.exit(77)  # see run_golden.py
    git("init", "--quiet")
    commit("The roadmaps")


def commit(message):
    git("add", "--all")
    git("commit", "--quiet", "--message", message)
