"""What `roadlint config` shows is a configuration itself, and says the same."""
import pathlib
import subprocess

import steps

steps.roadlint("config", "--resolved")
shown = subprocess.run([steps.ROADLINT, "config", "--resolved"], capture_output=True, check=True).stdout
pathlib.Path("again.yaml").write_bytes(shown)
again = subprocess.run([steps.ROADLINT, "config", "--resolved", "--config", "again.yaml"], capture_output=True,
                       check=True)
settings = [[line.split(b"  # ")[0].rstrip() for line in text.splitlines()[1:]] for text in (shown, again.stdout)]
print("the same" if settings[0] == settings[1] else again.stdout.decode("utf-8"))
steps.remove("again.yaml")
