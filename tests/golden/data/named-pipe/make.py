import os

os.mkfifo("bad.yaml")
