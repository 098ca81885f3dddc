"""Files that are no answered lists, or damaged ones, get a reason and leave nothing behind."""

import pathlib
import zipfile

from steps import RULES, remove, roadlint

HEADER = "Fingerprint,Answer\r\n"
SHEET = """<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Answer</t></is></c></row>{}</sheetData>
</worksheet>"""


def read(name, data):
    pathlib.Path(name).write_bytes(data)
    print(f"--- {name}")
    roadlint("list", "roadmaps", *RULES, "--read", name, "--out", "proposals.yaml")
    remove(name)


def workbook(name, sheet, entries='<sheet name="A" r:id="a"/>'):
    """The least that a workbook is made of."""
    relationships = ('<Relationships><Relationship Id="a" Type="x/{}" Target="{}"/></Relationships>')
    with zipfile.ZipFile("book.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relationships.format("officeDocument", "xl/workbook.xml"))
        archive.writestr("xl/workbook.xml", f'<workbook xmlns:r="r"><sheets>{entries}</sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", relationships.format("worksheet", "sheet.xml"))
        archive.writestr("xl/sheet.xml", sheet)
    data = pathlib.Path("book.zip").read_bytes()
    remove("book.zip")
    read(name, data)
    return data


read("open-quote.csv", (HEADER + 'a,"open\r\n').encode())
read("utf-16.csv", HEADER.encode("utf-16"))
read("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
read("picture.csv", b"\x89PNG\r\n\x1a\n\0\0")
read("empty.csv", b"")
read("no-archive.xlsx", b"PK\x03\x04 and then something else")
whole = workbook("without-list.xlsx", SHEET.format(""))
read("cut-off.xlsx", whole[:-60])
spoilt = bytearray(whole)
spoilt[whole.index(b"xl/sheet.xml") + 30] ^= 0xFF
read("spoilt.xlsx", bytes(spoilt))
workbook("not-well-formed.xlsx", "<worksheet><sheetData>")
workbook("rows-out-of-order.xlsx", SHEET.format('<row r="1"/>'))
workbook("row-beyond-the-last.xlsx", SHEET.format('<row r="4000000000"/>'))
workbook("column-beyond-the-last.xlsx", SHEET.format('<row r="2"><c r="ZZZZZ2"><v>1</v></c></row>'))
# Each row has one cell in the last column: together they would take all memory.
rows = "".join(f'<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>' for row in range(2, 2000))
workbook("too-many-cells.xlsx", SHEET.format(rows))
workbook("one-sheet-twice.xlsx", SHEET.format('<row r="1048576"/>'), '<sheet name="A" r:id="a"/>' * 2)
workbook("no-such-sheet.xlsx", SHEET.format(""), '<sheet name="A" r:id="b"/>')
read("too-many-rows.csv", HEADER.encode() + b"\n" * 5_000_000)
