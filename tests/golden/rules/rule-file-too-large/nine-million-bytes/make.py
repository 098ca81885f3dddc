import pathlib

pathlib.Path("demo.rules").write_text("pack demo\n" + "# filler\n" * 1_000_000, encoding="utf-8")
