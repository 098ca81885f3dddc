"""The schema that roadlint prints is the one that lies in the repository, for editors."""
import pathlib
import subprocess
import sys

printed = subprocess.run([sys.argv[1], "config", "--schema"], capture_output=True, check=True).stdout
kept = (pathlib.Path(__file__).resolve().parents[4] / "schemas/roadlint.schema.json").read_bytes()
print("the same" if printed == kept else "not the same: roadlint config --schema > schemas/roadlint.schema.json")
