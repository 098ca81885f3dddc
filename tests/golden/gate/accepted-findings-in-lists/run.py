"""What a body has accepted counts as before; lists and reports say who mends it, and by when."""

import json
import pathlib

from steps import RULES, remove, roadlint

WAIVERS = [*RULES, "--waivers", "own.yaml"]
roadlint("check", "roadmaps", *WAIVERS, "--format", "line", "--format", "json=findings.json")
for finding in json.loads(pathlib.Path("findings.json").read_text(encoding="utf-8"))["findings"]:
    print(finding["rule"], finding["subject"]["id"], finding["standing"], finding.get("acceptance"))
for language in ("en", "de"):
    print(f"--- {language}")
    roadlint("list", "roadmaps", *WAIVERS, "--lang", language, "--only", "AGENCY", "--select", "milestone-date",
             "--select", "milestone-plain")
    roadlint("list", "roadmaps", *WAIVERS, "--lang", language, "--format", "csv", "--select", "milestone-*")
remove("findings.json")
