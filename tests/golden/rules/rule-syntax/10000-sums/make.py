import pathlib

pathlib.Path("demo.rules").write_text(
    'pack demo\nlanguages en\nuse model "demo.model"\n\n'
    'rule long {\n  title en "Long"\n  for m in milestone\n'
    "  require m.weight\n" + "    + m.weight\n" * 10_000 + "    > 1\n"
    '  message en "Long."\n}\n',
    encoding="utf-8",
)
