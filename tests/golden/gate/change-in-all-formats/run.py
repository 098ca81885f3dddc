"""Formats for reviews show the place that the change touches."""
import json
import pathlib

import steps

steps.start_repository()
steps.replace("roadmaps/batteries.yaml", "      due: 2031", "      due: 2032")
steps.replace("roadmaps/hydrogen.yaml", "Gas flows.", "The gas flows.")
for form in ("line", "github", "gitlab", "rdjson"):
    steps.title(form)
    steps.roadlint("check", "roadmaps", *steps.RULES, "--diff-base", "HEAD", "--select", "milestone-date", "--format",
                   form)
steps.title("sarif")
steps.roadlint("check", "roadmaps", *steps.RULES, "--waivers", "waivers.yaml", "--diff-base", "HEAD", "--select",
               "milestone-*", "--format", "sarif=out.sarif", "--show-waived")
run = json.loads(pathlib.Path("out.sarif").read_text(encoding="utf-8"))["runs"][0]
print(json.dumps(run["properties"]["counts"]))
for result in run["results"]:
    place = result["locations"][0]["physicalLocation"]
    print(result["ruleId"], place["artifactLocation"]["uri"], place["region"]["startLine"],
          "suppressed" if "suppressions" in result else "")
steps.title("junit")
steps.roadlint("check", "roadmaps", *steps.RULES, "--diff-base", "HEAD", "--select", "milestone-*", "--ignore",
               "data-*", "--format", "junit=out.xml")
for line in pathlib.Path("out.xml").read_text(encoding="utf-8").splitlines():
    if "<testcase" in line or "system-out" in line:
        print(line)
steps.remove("out.sarif", "out.xml")
steps.remove(".git")
