"""A body answers in its workbook; the answers become proposals, which hold only once somebody has allowed them."""

import datetime
import pathlib
import sys

from steps import RULES, remove, replace, roadlint

try:
    import openpyxl
except ImportError:
    sys.exit(77)  # see run_golden.py

LIST = ["list", "roadmaps", *RULES]
roadlint(*LIST, "--only", "AGENCY", "--format", "xlsx=agency.xlsx")

book = openpyxl.load_workbook("agency.xlsx")
sheet = book["Findings"]
columns = {cell.value: cell.column for cell in sheet[1]}


def answer(subject, values):
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, columns["Subject"]).value == subject:
            for column, value in values.items():
                sheet.cell(row, columns[column]).value = value


answer("H2-2", {"Answer": "waived with reason", "Person in charge": "A. Example",
                "Due date": datetime.date(2026, 12, 31), "Remark": "The route is\nbeing chosen: \"north\" or south"})
answer("BAT-2", {"Answer": "accepted and will be mended", "Person in charge": "B. Example", "Due date": "31.3.2027"})
answer("H2-1", {"Answer": "not a deficiency", "Remark": "The criterion stands in the annex"})
# What people put above a list, and columns in another order.
sheet.insert_rows(1)
sheet.cell(1, 1).value = "Answers of the agency"
book.save("agency.xlsx")

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
