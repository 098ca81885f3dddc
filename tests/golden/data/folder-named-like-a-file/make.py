import pathlib

pathlib.Path("bad.yaml").mkdir()
