import pathlib

rules = (f"rule r{number} {{\n  oops\n}}\n" for number in range(5_000))
pathlib.Path("demo.rules").write_text('pack demo\nlanguages en\nuse model "demo.model"\n\n' + "".join(rules), encoding="utf-8")
