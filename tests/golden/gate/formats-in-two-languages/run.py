"""One run writes its reports in both languages, whatever --lang says."""

import os

from steps import RULES, remove, roadlint

roadlint("check", "roadmaps", *RULES, "--lang", "de", "--format", "csv", "--format", "csv:en=findings.csv")
with open("findings.csv", encoding="utf-8") as file:
    print(file.read())
roadlint("list", "roadmaps", *RULES, "--only", "AGENCY", "--out", "lists", "--format", "markdown:de", "--format",
         "markdown:en")
print(sorted(os.listdir("lists")))
remove("findings.csv", "lists")
roadlint("config", "roadmaps", "--format", "csv:de")
