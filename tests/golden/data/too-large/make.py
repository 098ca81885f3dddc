"""A file with a hole: it takes no space on the disk."""

import os

with open("bad.yaml", "wb") as file:
    os.truncate(file.fileno(), 2_000_000_001)
