import pathlib

lines = ("  " * depth + "- key:\n" for depth in range(100))
pathlib.Path("bad.yaml").write_text("roadmap:\n" + "".join(lines), encoding="utf-8")
