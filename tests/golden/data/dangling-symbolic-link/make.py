import os

os.symlink("nowhere.yaml", "bad.yaml")
