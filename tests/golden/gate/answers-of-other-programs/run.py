"""Workbooks as other programs write them: prefixes, parts elsewhere, texts in runs, days from 1904, cells without names."""

import zipfile

from steps import RULES, remove, roadlint

RELATIONSHIP = '<r:Relationship Id="{}" Type="http://x/{}" Target="{}"/>'
WORKBOOK = """<x:workbook xmlns:x="x" xmlns:y="y"><x:workbookPr date1904="1"/><x:sheets>
<x:sheet name="A &amp; B" y:id="first"/><x:sheet name="Chart" y:id="chart"/></x:sheets></x:workbook>"""
STRINGS = """<x:sst xmlns:x="x"><x:si><x:t>milestone-owner</x:t></x:si>
<x:si><x:r><x:rPr><x:b/></x:rPr><x:t xml:space="preserve">accepted and </x:t></x:r><x:r><x:t>will be mended</x:t></x:r>
<x:rPh sb="0" eb="1"><x:t>no text</x:t></x:rPh></x:si></x:sst>"""
# 44925 days from 1904 on: 31 December 2026. As a number of days 2027 would be a day of 1909.
ROWS = """<x:worksheet xmlns:x="x"><x:sheetData>
<x:row r="3">{}</x:row>
<x:row r="5"><x:c t="s"><x:v>0</x:v></x:c><x:c t="str"><x:f>UPPER("bat-1")</x:f><x:v>BAT-1</x:v></x:c>
<x:c t="s"><x:v>1</x:v></x:c><x:c><x:v>44925.5</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c></x:row>
<x:row><x:c t="inlineStr"><x:is><x:t>roadmap-budget</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>H2</x:t></x:is></x:c>
<x:c t="s"><x:v>1</x:v></x:c><x:c><x:v>2027</x:v></x:c>
<x:c t="inlineStr"><x:is><x:t>two_x000D_\nlines, _x005F_x0041_</x:t></x:is></x:c></x:row>
</x:sheetData></x:worksheet>"""
HEADER = "".join(f'<x:c r="{column}3" t="inlineStr"><x:is><x:t>{text}</x:t></x:is></x:c>'
                 for column, text in zip("ABCDE", ("Rule", "SUBJECT", "Answer", "Due date", "Remark")))


def relationships(*rows):
    return '<r:Relationships xmlns:r="r">' + "".join(RELATIONSHIP.format(*row) for row in rows) + "</r:Relationships>"


with zipfile.ZipFile("other.xlsx", "w") as archive:
    archive.writestr("_rels/.rels", relationships(("a", "officeDocument", "/content/book.xml")))
    archive.writestr("content/book.xml", WORKBOOK)
    archive.writestr("content/_rels/book.xml.rels", relationships(
        ("first", "worksheet", "../sheets/one.xml"), ("chart", "chartsheet", "chart.xml"),
        ("texts", "sharedStrings", "texts.xml")))
    archive.writestr("content/texts.xml", STRINGS)
    archive.writestr("sheets/one.xml", ROWS.format(HEADER))
roadlint("list", "roadmaps", *RULES, "--read", "other.xlsx")
remove("other.xlsx")
