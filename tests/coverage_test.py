#!/usr/bin/env python3
"""Checks that every diagnostic code and every data rule is shown by a golden case.

The codes stand in base/diagnostic_codes.def, the data rules in engine/load/mistakes.cpp. A code counts as shown when
it stands in brackets (human format) or in quotes (JSON) in some tests/golden/**/expected.txt. Run from the project
root; names what is missing and exits with 1 if there is anything.
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


def all_codes(root):
    """Every code and data rule, in the order of the sources."""
    codes = CODE.findall((root / "base/diagnostic_codes.def").read_text(encoding="utf-8"))
    rules = DATA_RULE.findall((root / "engine/load/mistakes.cpp").read_text(encoding="utf-8"))
    return codes, rules


def gaps(root):
    """Sentences that say which codes no case shows, and which exemptions are no longer needed."""
    codes, rules = all_codes(root)
    if not codes or not rules:
        return ["coverage: found no codes; has the form of the sources changed?"]
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "tests/golden").rglob("expected.txt"))]
    shown = {code for text in texts for code in re.findall(r'[\["]([a-z]+(?:-[a-z]+)+)[\]"]', text)}
    found = []
    for code in codes + rules:
        if code in shown and code in EXEMPTIONS:
            found.append(f"coverage: {code} is shown by a case, remove its exemption")
        if code not in shown and code not in EXEMPTIONS:
            found.append(f"coverage: no golden case shows {code}")
    found += [f"coverage: the exemption {code} names no code" for code in EXEMPTIONS if code not in codes + rules]
    return found


def main():
    found = gaps(pathlib.Path("."))
    for sentence in found:
        print(sentence)
    print(f"coverage: {len(found)} gaps, {len(EXEMPTIONS)} exemptions")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
