"""Without a folder the files are written here."""
import steps

import pathlib


def list_files(folder):
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_file():
            print(f"  {path.as_posix()}")


steps.write("start/README.md", "A project.\n")
steps.roadlint("init", "--as-of", "2026-11-23", folder="start")
list_files("start")
steps.roadlint("check", "--as-of", "2026-11-23", "--format", "line", folder="start")
steps.remove("start")
