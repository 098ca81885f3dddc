#!/usr/bin/python3
"""Reads a workbook of findings with python3-openpyxl, prints what it holds, and exits with 1 when something is amiss.

Usage: read_xlsx.py FILE, with the Python of Debian, which has the module. Checked: the names of the sheets are ones that
Excel takes; the first sheet is the summary and its total is the number of findings; each other sheet has the header of
the first list, a frozen header, a filter over all of its rows and a list of answers; no cell is a formula, longer than
Excel allows, or holds what breaks or turns a line; no link leads out of the workbook; the sheets of the bodies together
hold the findings of the first list; the XML holds no character that XML forbids.
"""

import collections
import re
import sys
import xml.etree.ElementTree
import zipfile

import openpyxl

COLUMNS = 15
FILLED_COLUMNS = 11
MOST_UNITS_IN_CELL = 32_767
MOST_UNITS_IN_NAME = 31
MOST_ROWS = 1_048_576
FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\]|^'|'$")
BREAKING_CHARACTERS = re.compile(r"[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
TOTALS = ("Total", "Summe")
SEVERITIES = ("error", "warning", "note", "Fehler", "Warnung", "Hinweis")


def units(text):
    """How long Excel takes the text to be."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def faults_of_names(names):
    """Says which names Excel would refuse."""
    for name in names:
        if units(name) > MOST_UNITS_IN_NAME or FORBIDDEN_IN_NAMES.search(name) or name.lower() == "history":
            yield f"sheet {name!r}: Excel refuses the name"
    for name, number in collections.Counter(name.lower() for name in names).items():
        if number > 1:
            yield f"{number} sheets are named {name!r}"


def faults_of_cells(sheet):
    """Says which cells are no plain values."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                yield f"{sheet.title}!{cell.coordinate}: a formula"
            if isinstance(cell.value, str) and units(cell.value) > MOST_UNITS_IN_CELL:
                yield f"{sheet.title}!{cell.coordinate}: too long"
            if isinstance(cell.value, str) and BREAKING_CHARACTERS.search(cell.value):
                yield f"{sheet.title}!{cell.coordinate}: a character that breaks or turns the line"
            if cell.hyperlink is not None and cell.hyperlink.target:
                yield f"{sheet.title}!{cell.coordinate}: a link to {cell.hyperlink.target}"


def finding_rows(sheet):
    """The rows of findings; a row with something in its first cell alone is a notice."""
    rows = [[cell.value for cell in row[:COLUMNS]] for row in sheet.iter_rows(min_row=2)]
    return [row for row in rows if row[0] in SEVERITIES and any(row[1:])]


def faults_of_list(sheet, header):
    """Says what a sheet of findings lacks."""
    found = [cell.value for cell in sheet[1]][:COLUMNS]
    if found != header:
        yield f"{sheet.title}: the header is {found}"
    if sheet.freeze_panes != "A2":
        yield f"{sheet.title}: the header is not frozen"
    rows = finding_rows(sheet)
    if sheet.auto_filter.ref != f"A1:O{len(rows) + 1}":
        yield f"{sheet.title}: the filter covers {sheet.auto_filter.ref} of {len(rows)} findings"
    answers = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    if rows and [str(rule.sqref) for rule in answers] not in ([f"L2:L{len(rows) + 1}"], ["L2"]):
        yield f"{sheet.title}: no list of answers for each finding"
    if any(any(row[FILLED_COLUMNS:]) for row in rows):
        yield f"{sheet.title}: an answer is filled in"


def total_of(summary):
    """The number of findings that the summary names."""
    return next((row[1].value for row in summary.iter_rows() if row[0].value in TOTALS), None)


def faults_of_numbers(summary, all_findings, bodies):
    """Compares the summary and the sheets of the bodies with the list of all findings."""
    rows = finding_rows(all_findings)
    total = total_of(summary)
    if total != len(rows) and len(rows) < MOST_ROWS - 2:
        yield f"the summary counts {total} findings, but {len(rows)} are listed"
    in_bodies = collections.Counter(tuple(row) for sheet in bodies for row in finding_rows(sheet))
    if in_bodies != collections.Counter(map(tuple, rows)):
        yield f"the sheets of the bodies hold {in_bodies.total()} findings, not the {len(rows)} of the list"


def faults_of_archive(path):
    """Reads every part as strict XML."""
    with zipfile.ZipFile(path) as archive:
        if archive.testzip() is not None:
            yield "the archive is damaged"
        for name in archive.namelist():
            try:
                xml.etree.ElementTree.fromstring(archive.read(name))
            except xml.etree.ElementTree.ParseError as error:
                yield f"{name}: {error}"


def faults_of(path, workbook):
    """Says everything that is wrong with the workbook."""
    yield from faults_of_archive(path)
    yield from faults_of_names(workbook.sheetnames)
    for sheet in workbook:
        yield from faults_of_cells(sheet)
    summary, all_findings, *bodies = list(workbook)
    header = [cell.value for cell in all_findings[1]][:COLUMNS]
    if len(set(header)) != COLUMNS or not all(header):
        yield f"the header has no {COLUMNS} different names: {header}"
    for sheet in [all_findings, *bodies]:
        yield from faults_of_list(sheet, header)
    yield from faults_of_numbers(summary, all_findings, bodies)


def main():
    path = sys.argv[1]
    workbook = openpyxl.load_workbook(path)
    if len(workbook.sheetnames) < 2:
        print("there are no sheets for the summary and the findings")
        return 1
    faults = list(faults_of(path, workbook))
    for fault in faults:
        print(fault)
    lists = list(workbook)[1:]
    print(f"{len(workbook.sheetnames)} sheets: " + ", ".join(f"{s.title} {len(finding_rows(s))}" for s in lists))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
