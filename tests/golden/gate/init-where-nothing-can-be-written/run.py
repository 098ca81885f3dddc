"""A folder that cannot be made."""
import steps

import pathlib


def list_files(folder):
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_file():
            print(f"  {path.as_posix()}")


steps.roadlint("init", "waivers.yaml")
steps.roadlint("init", "waivers.yaml/start")
