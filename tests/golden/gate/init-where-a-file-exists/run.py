"""Nothing is written when one of the files exists."""
import steps

import pathlib


def list_files(folder):
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_file():
            print(f"  {path.as_posix()}")


steps.write("start/waivers.yaml", "waivers: []\n")
steps.write("start/roadmaps/policy.yaml", "policy: {}\n")
steps.roadlint("init", "start")
list_files("start")
steps.remove("start")
