import os

os.symlink("bad.yaml", "bad.yaml")
