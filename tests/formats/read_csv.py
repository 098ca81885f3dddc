#!/usr/bin/python3
"""Reads a CSV list of findings with Python's csv, prints what it holds, and exits with 1 when something is amiss.

Usage: read_csv.py FILE. Checked: valid UTF-8, lines that end in CRLF, no control character and none that breaks or
turns a line; as many cells in each line as in the header, none of them a formula to a spreadsheet; a severity and a rule
in each line, and empty cells for the answer. A file that Excel is to open in German, with a byte order mark, has
semicolons.
"""

import collections
import csv
import io
import pathlib
import re
import sys

COLUMNS = 15
FILLED_COLUMNS = 11
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
CONTROL_CHARACTERS = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
GERMAN_BEGINNING = "Schweregrad"


def separator_of(content, text):
    """The separator that the file should have."""
    return ";" if content.startswith(BYTE_ORDER_MARK) and text.startswith(GERMAN_BEGINNING) else ","


def faults_of_text(text):
    """Says what is wrong with the characters."""
    if not text.endswith("\r\n"):
        yield "the last line has no end"
    if text.count("\n") != text.count("\r\n") or text.count("\r") != text.count("\r\n"):
        yield "a line break is no CRLF"
    for match in CONTROL_CHARACTERS.finditer(text):
        yield f"control character U+{ord(match.group()):04X} at {match.start()}"


def faults_of_rows(rows):
    """Says what is wrong with header and cells."""
    if not rows or len(set(rows[0])) != COLUMNS or not all(rows[0]):
        yield f"the header has no {COLUMNS} different names"
    for number, row in enumerate(rows, start=1):
        if len(row) != COLUMNS:
            yield f"line {number}: {len(row)} cells"
            continue
        for cell in row:
            if cell.startswith(FORMULA_SIGNS):
                yield f"line {number}: a spreadsheet would run {cell[:40]!r}"
        if number > 1 and any(row[FILLED_COLUMNS:]):
            yield f"line {number}: an answer is filled in"
        if not row[0] or not row[3]:
            yield f"line {number}: no severity or no rule"


def main():
    content = pathlib.Path(sys.argv[1]).read_bytes()
    try:
        text = content.removeprefix(BYTE_ORDER_MARK).decode("utf-8")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(content, text), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        print(error)
        return 1
    faults = [*faults_of_text(text), *faults_of_rows(rows)]
    for fault in faults:
        print(fault)
    severities = collections.Counter(row[0] for row in rows[1:] if row)
    print(f"{len(rows) - 1} findings: " + ", ".join(f"{number} {name}" for name, number in severities.items()))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
