"""A body answers in its workbook; the answers become proposals, which hold only once somebody has allowed them."""

import pathlib
import subprocess

from steps import RULES, remove, replace, roadlint

LIST = ["list", "roadmaps", *RULES]
roadlint(*LIST, "--only", "AGENCY", "--format", "xlsx=agency.xlsx")

subprocess.run(["/usr/bin/python3", "fill_in.py"], check=True)
roadlint(*LIST, "--read", "agency.xlsx", "--out", "proposals.yaml")
text = pathlib.Path("proposals.yaml").read_text(encoding="utf-8")
print("\n--- proposals.yaml\n" + text + "---\n")

# Not reviewed: refused.
CHECK = ["check", "roadmaps", *RULES, "--format", "line", "--waivers", "proposals.yaml"]
roadlint(*CHECK)
replace("proposals.yaml", "approver:\n", "approver: MINISTRY\n")
replace("proposals.yaml", "date:\n", "date: 2026-11-24\n")
roadlint(*CHECK)

# What is on record is not proposed again.
roadlint(*LIST, "--read", "agency.xlsx", "--waivers", "proposals.yaml")
remove("agency.xlsx", "proposals.yaml")
