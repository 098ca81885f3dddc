"""The CSV for a German Excel comes back as Excel saves it: with semicolons, in Windows-1252."""

import csv
import io
import pathlib

from steps import RULES, remove, roadlint

LIST = ["list", "roadmaps", *RULES, "--lang", "de"]
roadlint(*LIST, "--format", "csv=liste.csv", "--byte-order-mark")

text = pathlib.Path("liste.csv").read_text(encoding="utf-8-sig")
rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
answers = [("Ausnahme mit Begründung", "A. Müller", "31. Dezember 2026", "Prüfung läuft; Ende „offen“"),
           ("anerkannt", "", "2027-Q1", ""),
           ("kein Mangel", "", "", "=SUMME(A1)"),
           ("Rückfrage", "", "", "Was heißt „vage“?")]
for row, (answer, person, due, remark) in zip(rows, answers):
    row |= {"Antwort": answer, "Bearbeitende Person": person, "Frist": due, "Bemerkung": remark}
with open("liste.csv", "w", encoding="cp1252", newline="") as file:
    writer = csv.DictWriter(file, rows[0].keys(), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)

roadlint(*LIST, "--read", "liste.csv")
remove("liste.csv")
