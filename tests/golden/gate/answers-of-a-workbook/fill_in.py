#!/usr/bin/python3
"""Fills in a workbook as a body would. Run with the Python of Debian, which has the module."""

import datetime

import openpyxl

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
# What people put above a list.
sheet.insert_rows(1)
sheet.cell(1, 1).value = "Answers of the agency"
book.save("agency.xlsx")
