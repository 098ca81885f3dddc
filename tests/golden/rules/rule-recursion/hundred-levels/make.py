import pathlib

definitions = "".join(f"define d{level}(m: milestone) = d{level + 1}(m)\n" for level in range(100))
pathlib.Path("demo.rules").write_text(
    'pack demo\nlanguages en\nuse model "demo.model"\n\n' + definitions
    + "define d100(m: milestone) = m.due is present\n\n"
    'rule deep {\n  title en "Deep"\n  for m in milestone\n  require d0(m)\n  message en "Deep."\n}\n',
    encoding="utf-8",
)
