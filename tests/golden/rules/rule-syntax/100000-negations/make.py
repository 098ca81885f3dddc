import pathlib

pathlib.Path("demo.rules").write_text(
    'pack demo\nlanguages en\nuse model "demo.model"\n\n'
    'rule deep {\n  title en "Deep"\n  for m in milestone\n'
    "  require\n" + "  not\n" * 100_000 + "  m.due is present\n"
    '  message en "Deep."\n}\n',
    encoding="utf-8",
)
