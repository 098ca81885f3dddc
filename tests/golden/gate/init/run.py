"""A starter roadmap that passes its own check."""
import steps

import pathlib


def list_files(folder):
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_file():
            print(f"  {path.as_posix()}")


steps.roadlint("init", "start", "--as-of", "2026-11-23")
list_files("start")
steps.title("check")
steps.roadlint("check", "start", "--as-of", "2026-11-23", "--format", "line")
steps.roadlint("check", "--as-of", "2026-11-23", "--format", "line", folder="start")
steps.title("config")
steps.roadlint("config", "start")
steps.title("the days that were filled in")
text = pathlib.Path("start/roadmaps/roadmap.yaml").read_text(encoding="utf-8")
for line in text.splitlines():
    if line.strip().startswith(("as_of:", "horizon:", "due:")):
        print(line.split("#")[0].rstrip())
print("all are" if "{{" not in text else "some are not")
steps.title("once more")
steps.roadlint("init", "start", "--as-of", "2026-11-23")
steps.remove("start")
