#!/usr/bin/env python3
"""Checks that every diagnostic code, every data rule and every waiver rule is shown by a golden case.

The codes stand in base/diagnostic_codes.def, the data rules in engine/load/mistakes.cpp, the waiver rules in
gate/waiver_findings.cpp. A code counts as shown when some tests/golden/**/expected.txt has it in brackets (human
format) or as the code of a diagnostic or the rule of a finding (JSON). Run from the project root; names what is missing
and exits with 1 if there is anything.
"""

import pathlib
import re
import sys

# Codes that no golden case can show, each with its reason.
EXEMPTIONS = {
    "rule-too-costly": "reaching the limit of steps takes longer than a test may",
}

CODE = re.compile(r'^ROADLINT_DIAGNOSTIC\(\w+, "([a-z0-9-]+)"', re.MULTILINE)
DATA_RULE = re.compile(r'^\s*\{"(data-[a-z-]+)", "', re.MULTILINE)
WAIVER_RULE = re.compile(r'^\s*rule\("(waiver-[a-z-]+)", "', re.MULTILINE)
# Not `"id": "..."`: reports list the rules without findings too.
SHOWN = re.compile(r'(?:\[|"(?:code|rule)": ")([a-z]+(?:-[a-z]+)+)[\]"]')


def all_codes(root):
    """Codes, data rules and waiver rules, in the order of the sources."""
    places = ((CODE, "base/diagnostic_codes.def"), (DATA_RULE, "engine/load/mistakes.cpp"),
              (WAIVER_RULE, "gate/waiver_findings.cpp"))
    return [pattern.findall((root / source).read_text(encoding="utf-8")) for pattern, source in places]


def gaps(root):
    """Sentences that say which codes no case shows, and which exemptions are no longer needed."""
    lists = all_codes(root)
    if not all(lists):
        return ["coverage: found no codes; has the form of the sources changed?"]
    codes = [code for entries in lists for code in entries]
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "tests/golden").rglob("expected.txt"))]
    shown = {code for text in texts for code in SHOWN.findall(text)}
    found = []
    for code in codes:
        if code in shown and code in EXEMPTIONS:
            found.append(f"coverage: {code} is shown by a case, remove its exemption")
        if code not in shown and code not in EXEMPTIONS:
            found.append(f"coverage: no golden case shows {code}")
    found += [f"coverage: the exemption {code} names no code" for code in EXEMPTIONS if code not in codes]
    return found


def main():
    found = gaps(pathlib.Path("."))
    for sentence in found:
        print(sentence)
    print(f"coverage: {len(found)} gaps, {len(EXEMPTIONS)} exemptions")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
