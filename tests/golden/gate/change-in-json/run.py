"""The findings of a change in JSON: how each one stands, and against what was compared."""
import json

import steps

steps.start_repository()
steps.replace("roadmaps/batteries.yaml", "      due: 2031", "      due: 2032")
steps.roadlint("check", "roadmaps", *steps.RULES, "--waivers", "waivers.yaml", "--diff-base", "HEAD", "--format",
               "json=out.json", "--format", "line")
with open("out.json", encoding="utf-8") as file:
    report = json.load(file)
print(json.dumps(report["change"]))
for finding in report["findings"]:
    print(finding["standing"], finding["rule"], finding["subject"]["id"])
steps.remove("out.json")
steps.remove(".git")
