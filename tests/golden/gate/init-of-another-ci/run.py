"""Which CI file is written."""
import steps

import pathlib


def list_files(folder):
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_file():
            print(f"  {path.as_posix()}")


for ci in ("gitlab", "none", "github"):
    steps.title(ci)
    steps.roadlint("init", ci, "--ci", ci, "--as-of", "2026-11-23", "--color", "never")
    list_files(ci)
    steps.remove(ci)
steps.title("jenkins")
steps.roadlint("init", "jenkins", "--ci", "jenkins")
list_files("jenkins")
