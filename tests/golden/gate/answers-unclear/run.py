"""Answers that lack something, contradict each other, or cannot be understood are named with their place."""

import csv
import io
import pathlib

from steps import RULES, remove, roadlint

LIST = ["list", "roadmaps", *RULES]
roadlint(*LIST, "--format", "csv=list.csv")
text = pathlib.Path("list.csv").read_text(encoding="utf-8")
rows = list(csv.DictReader(io.StringIO(text)))


def write(name, answered):
    """Rows by number, with what was filled in: answer, person, due date, remark."""
    with open(name, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        for number, (answer, person, due, remark), changes in answered:
            columns = {"Answer": answer, "Person in charge": person, "Due date": due, "Remark": remark}
            writer.writerow(rows[number] | columns | changes)
    print(f"--- {name}")


spoilt = {"Fingerprint": "1.2E+15"}
write("one.csv", [(0, ("waived with reason", "", "", ""), {}),
                  (1, ("perhaps", "", "", ""), {}),
                  (2, ("", "", "", "We do not agree"), {}),
                  (3, ("accepted", "A. Example", "01/02/2027", ""), {})])
roadlint(*LIST, "--read", "one.csv")

# A fingerprint that a spreadsheet took for a number: rule and subject still name the finding.
write("two.csv", [(0, ("accepted", "A. Example", "2026-01-31", ""), spoilt),
                  (1, ("question", "", "", ""), {}),
                  (2, ("not a deficiency", "", "", ""), {}),
                  (3, ("accepted", "", "", ""), spoilt | {"Subject": "GONE"}),
                  (3, ("accepted", "", "", ""), {"Fingerprint": "", "Subject": ""})])
roadlint(*LIST, "--read", "two.csv")

# Part of the sheet was sorted, so that fingerprints belong to other rows; and one that nobody knows.
write("two.csv", [(0, ("accepted", "", "2027-01-31", ""), {"Fingerprint": rows[1]["Fingerprint"]}),
                  (1, ("accepted", "", "2027-01-31", ""), {"Fingerprint": "0123456789abcdef"})])
roadlint(*LIST, "--read", "two.csv", "--lang", "de")

# Columns that were renamed, or stand there twice.
for header in ("Fingerprint,Rule,Subject,Answer,Until,Remark,Answer", "Fingerprint,Rule,Subject,Reply,Due date"):
    pathlib.Path("columns.csv").write_text(header + f"\n{rows[0]['Fingerprint']},,,accepted,2027-01-31,,question\n")
    print("--- columns.csv\n" + header)
    roadlint(*LIST, "--read", "columns.csv")

print("--- both, which differ")
write("two.csv", [(0, ("accepted", "A. Example", "2026-01-31", ""), {})])
roadlint(*LIST, "--read", "one.csv", "--read", "two.csv", "--out", "proposals.yaml")
remove("list.csv", "one.csv", "two.csv", "columns.csv", "proposals.yaml")
