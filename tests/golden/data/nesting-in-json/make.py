import pathlib

pathlib.Path("bad.json").write_text('{"roadmap": ' + "[" * 100_000 + "]" * 100_000 + "}\n", encoding="utf-8")
