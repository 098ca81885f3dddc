#!/usr/bin/env python3
"""Keeps docs/position-paper.md true: runs the two commands of the page and compares what stands in its tables.

What is compared:
  section 1  the number of findings by what decided them
  section 2  each row: the rule rests on the paragraphs, what decides it, its findings, the subjects that the paper
             names; a `silent` rule has no finding about its subjects. No paragraph and rule of the coverage is missing
  section 3  the findings of the rules that do not rest on the paper, and those about subjects that section 2 does not
             name; no such rule is missing
  section 4  the paragraphs without a rule, the closing line of the coverage, the rules that find nothing
  section 5  each example: the first block stands in its file; with the second one instead exactly the findings named as
             gone and as new are gone and new
  anywhere   every name in back-ticks that looks like a rule is one

Run from the project root. Ends with `N passed, N failed` and with status 1 if anything failed.
"""

import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import rule_cases

AS_OF = rule_cases.AS_OF
DOCUMENT = "ZVEI"
DATA = "roadmaps"
TABLES = {
    "totals": (1, ["decided by", "findings", "what that means"]),
    "paragraphs": (2, ["paragraph", "the paper", "decided by: rules, findings and what is named"]),
    "other rules": (3, ["decided by", "rules and findings", "why they are right"]),
    "further subjects": (3, ["rules and further findings", "why they are right"]),
    "without rule": (4, ["paragraph", "what it says", "why no rule"]),
    "unanswered": (4, ["paragraph with rules", "what no rule answers", "why"]),
    "without finding": (4, ["rules and findings", "why nothing is found"]),
}
PARTS = ("undecidable", "unscoped")  # what an account may hold beside violations

RULE_NAME = re.compile(r"`([a-z][a-z0-9]*(?:-[a-z0-9]+)+)`")
ENTRY = re.compile(r"`([a-z0-9-]+)` ([^`;()]+?)(?: \(([^`;()]+)\))?")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^### .*?(?=^### |\Z)", re.MULTILINE | re.DOTALL)

Row = collections.namedtuple("Row", "line cells")
Entry = collections.namedtuple("Entry", "rule account subjects of_all")
Example = collections.namedtuple("Example", "line file before after gone new")


class Failure(Exception):
    """The page, or the program, has not the form that the test needs."""


# --- the page --------------------------------------------------------------------

class Page:
    def __init__(self, path):
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        self.sections = {}
        for match in re.finditer(r"^## (\d+)\. .*?(?=^## |\Z)", self.text, re.MULTILINE | re.DOTALL):
            self.sections[int(match[1])] = match

    def section(self, number):
        if number not in self.sections:
            raise Failure(f"{self.path}: there is no section {number}")
        return self.sections[number][0]

    def line_of(self, number, offset):
        return self.text.count("\n", 0, self.sections[number].start() + offset) + 1

    def rows(self, name):
        """The rows of all tables of this name."""
        number, columns = TABLES[name]
        found = [row for header, rows in self.tables(number) for row in rows if header.cells == columns]
        for row in found:
            if len(row.cells) != len(columns):
                raise Failure(f"{self.path}:{row.line}: {len(row.cells)} cells instead of {len(columns)}")
        if not found:
            raise Failure(f"{self.path}: section {number} has no table with the columns {', '.join(columns)}")
        return found

    def tables(self, number):
        """The tables of a section: the row with the columns, and the rows below the rule."""
        found, inside, offset = [], False, 0
        for text in self.section(number).splitlines(keepends=True):
            cells = cells_of(text)
            if cells and not inside:
                found.append((Row(self.line_of(number, offset), cells), []))
            elif cells and not all(set(cell) <= set("-: ") for cell in cells):
                found[-1][1].append(Row(self.line_of(number, offset), cells))
            inside = cells is not None
            offset += len(text)
        return found


def cells_of(line):
    line = line.strip()
    return [cell.strip() for cell in line[1:-1].split("|")] if line.startswith("|") and line.endswith("|") else None


def paragraphs_of(cell):
    return [part.strip() for part in cell.split(",")]


def entries_of(cell):
    """Rules with their findings and what is named: "`a-b` 10 (KI-1, KI-2); `c-d` 8" gives two entries."""
    entries = [ENTRY.fullmatch(entry) for entry in cell.split("; ")]
    if not all(entries):
        raise Failure(f"`{cell}` is no list of rules with their findings")
    return [Entry(rule, account, subjects_of(named) if named and named != "all" else None, named == "all")
            for rule, account, named in map(re.Match.groups, entries)]


def subjects_of(text):
    """`KI-WI4, KI-WI6` are two subjects; `KI-2: sites, permits` are KI-2|sites and KI-2|permits."""
    first, colon, rest = text.partition(": ")
    return [f"{first}|{part}" for part in rest.split(", ")] if colon else first.split(", ")


# --- the program -----------------------------------------------------------------

class Roadlint:
    def __init__(self, program, rules):
        self.program = program
        self.rules = ["--rules", rules] if rules else []

    def json(self, *arguments):
        command = [self.program, *arguments, *self.rules, "--format", "json"]
        result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
        if result.returncode not in (0, 1):
            raise Failure(f"{' '.join(command)} ended with {result.returncode}: {result.stderr[:2000]}")
        return json.loads(result.stdout)

    def check(self, data):
        return self.json("check", str(data), "--as-of", AS_OF)


def subject_of(finding):
    """The id of what a finding is about; the loader has findings about no record."""
    return (finding.get("subject") or {}).get("id", "")


def rests_on_a_verdict(finding):
    return any(evidence["path"].endswith(".verdict") for evidence in finding["evidence"])


class Truth:
    """What the program says now."""

    def __init__(self, roadlint):
        self.roadlint = roadlint
        report = roadlint.check(DATA)
        coverage = roadlint.json("rules", "--coverage", "--basis", DOCUMENT, DATA, "--as-of", AS_OF)
        self.findings = report["findings"]
        self.accounts = {account["id"]: account for account in report["rules"]}
        self.rules = {rule["id"]: rule for rule in roadlint.json("rules")["rules"]}
        self.paragraphs = {paragraph["place"]: [rule["id"] for rule in paragraph["rules"]]
                           for paragraph in coverage["documents"][0]["paragraphs"]}
        self.covered = {(place, rule) for place, rules in self.paragraphs.items() for rule in rules}
        self.violations = collections.defaultdict(collections.Counter)  # rule -> subject -> how many
        self.reported = collections.defaultdict(set)  # rule -> subjects with any finding
        for finding in self.findings:
            subject = subject_of(finding)
            self.reported[finding["rule"]].add(subject)
            if finding["outcome"] == "violated":
                self.violations[finding["rule"]][subject] += 1
        self.data = "\n".join(path.read_text(encoding="utf-8") for path in sorted(pathlib.Path(DATA).glob("*.yaml")))

    def rests_on_the_paper(self, rule):
        return any(basis["document"] == DOCUMENT for basis in self.rules[rule]["basis"])

    def decided_by(self, rule, subjects=None):
        """What decides a rule: a judgement, a guess, a list that a person supplied, or plain facts. A judgement is due
        when none of the findings, or of those about the subjects, rests on one that somebody has given."""
        certainty = self.rules[rule]["certainty"]
        if certainty == "judgement":
            findings = [finding for finding in self.findings if finding["rule"] == rule
                        and (subjects is None or subject_of(finding) in subjects)]
            return "judgement due" if findings and not any(map(rests_on_a_verdict, findings)) else "judgement"
        if certainty == "heuristic":
            return "guess"
        return "list" if any(field.startswith("policy.") for field in self.rules[rule]["reads"]) else "fact"

    def decision_of(self, finding):
        """The same for one finding."""
        if finding["outcome"] != "violated":
            return finding["outcome"]
        if self.rules[finding["rule"]]["certainty"] == "judgement":
            return "judgement" if rests_on_a_verdict(finding) else "judgement due"
        return self.decided_by(finding["rule"])

    def count(self, rule):
        return sum(self.violations[rule].values())

    def account(self, rule):
        """The account of a rule as the page writes it: `17`, `1 + 1 undecidable`, `3 unscoped`, `0`, `no record`."""
        account = self.accounts[rule]
        parts = [f"{account[part]} {part}" for part in PARTS if account[part]]
        if account["violated"] or not parts:
            parts.insert(0, str(account["violated"]) if account["matched"] else "no record")
        return " + ".join(parts)

    def account_of(self, rule, subjects):
        """The same where the page names subjects: `2 of 17` when only some of the findings are about them."""
        named = sum(self.violations[rule][subject] for subject in subjects or [])
        return f"{named} of {self.account(rule)}" if subjects and named < self.count(rule) else self.account(rule)

    def knows(self, subject):
        return all(re.search(rf"(?<![\w-]){re.escape(part)}(?![\w-])", self.data) for part in subject.split("|"))


# --- the comparison --------------------------------------------------------------

class Test:
    def __init__(self, page, truth):
        self.page, self.truth = page, truth
        self.passed, self.failed = 0, 0
        self.shown = set()  # paragraphs with rules, as section 2 shows them
        self.named = collections.defaultdict(set)  # rule -> subjects that section 2 names
        self.asked_of_all = set()

    def expect(self, holds, line, message):
        self.passed += bool(holds)
        self.failed += not holds
        if not holds:
            print(f"{self.page.path}:{line}: {message}" if line else f"{self.page.path}: {message}")

    def expect_same(self, page_says, program_says, line, what):
        self.expect(page_says == program_says, line,
                    f"{what}: the page says {page_says}, the program {program_says}")

    def expect_all_shown(self, program, page, number, what):
        for name in sorted(program | page):
            self.expect(name in program and name in page, None,
                        f"section {number} lacks {name}, {what}" if name in program else
                        f"section {number} names {name}, which is not {what}")

    def known(self, cell):
        """The entries of a cell whose rule exists; that others do not is reported for the page as a whole."""
        return [entry for entry in entries_of(cell) if entry.rule in self.truth.rules]

    def check_account(self, row, entry):
        self.expect_same(entry.account, self.truth.account_of(entry.rule, entry.subjects), row.line,
                         f"findings of `{entry.rule}`")

    def check_decided_by(self, row, text, entry):
        self.expect_same(text, self.truth.decided_by(entry.rule, entry.subjects), row.line,
                         f"`{entry.rule}` is decided by")

    def run(self):
        self.check_names()
        self.check_tables()
        self.check_totals()
        for row in self.page.rows("paragraphs"):
            self.check_paragraph(row)
        self.expect_all_shown({f"{place} {rule}" for place, rule in self.truth.covered},
                              {f"{place} {rule}" for place, rule in self.shown}, 2, "a paragraph and its rule")
        self.check_rules_of_others()
        self.check_further_subjects()
        self.check_paragraphs_without_rule()
        self.check_rules_without_finding()
        for example in examples_of(self.page):
            self.check_example(example)

    def check_names(self):
        for match in RULE_NAME.finditer(self.page.text):
            line = self.page.text.count("\n", 0, match.start()) + 1
            self.expect(match[1] in self.truth.rules, line, f"there is no rule `{match[1]}`")

    def check_tables(self):
        """No table escapes the comparison."""
        for number in sorted({number for number, _ in TABLES.values()}):
            for header, _ in self.page.tables(number):
                self.expect((number, header.cells) in TABLES.values(), header.line,
                            f"no test knows a table with the columns {', '.join(header.cells)}")

    def check_totals(self):
        truth = self.truth
        decisions = collections.Counter(truth.decision_of(finding) for finding in truth.findings)
        decisions["all"] = len(truth.findings)
        rows = self.page.rows("totals")
        for row in rows:
            self.expect_same(row.cells[1], str(decisions[row.cells[0]]), row.line, f"findings by {row.cells[0]}")
        self.expect_all_shown(set(decisions), {row.cells[0] for row in rows}, 1, "what decides a finding")

    def check_paragraph(self, row):
        places, _, groups = row.cells
        for place in paragraphs_of(places):
            self.expect(place in self.truth.paragraphs, row.line, f"the paper has no paragraph {place}")
        for group in groups.split(" / "):
            decided_by, _, entries = group.partition(": ")
            for entry in self.known(entries):
                self.check_decided_by(row, decided_by, entry)
                self.check_entry(row, entry, {(place, entry.rule) for place in paragraphs_of(places)})

    def check_entry(self, row, entry, pairs):
        if entry.account == "silent":  # praise may stand in a paragraph on which no rule rests
            self.shown |= pairs & self.truth.covered
            self.check_silence(row, entry)
        else:
            self.shown |= pairs
            self.check_account(row, entry)
            self.check_named(row, entry)

    def check_named(self, row, entry):
        if entry.of_all:
            self.asked_of_all.add(entry.rule)
        for subject in entry.subjects or []:
            self.named[entry.rule].add(subject)
            self.expect(subject in self.truth.violations[entry.rule], row.line,
                        f"`{entry.rule}` has no finding about {subject}")

    def check_silence(self, row, entry):
        self.expect(entry.subjects, row.line, f"`{entry.rule}` is silent about what?")
        for subject in entry.subjects or []:
            found = [other for other in self.truth.reported[entry.rule] if f"{other}|".startswith(f"{subject}|")]
            self.expect(self.truth.knows(subject), row.line, f"the data know no {subject}")
            self.expect(not found, row.line, f"`{entry.rule}` is not silent about {subject}")

    def check_rules_of_others(self):
        truth, shown = self.truth, set()
        for row in self.page.rows("other rules"):
            for entry in self.known(row.cells[1]):
                shown.add(entry.rule)
                self.check_decided_by(row, row.cells[0], entry)
                self.check_account(row, entry)
        others = {finding["rule"] for finding in truth.findings if not truth.rests_on_the_paper(finding["rule"])}
        self.expect_all_shown(others, shown, 3, "a rule with findings that does not rest on the paper")

    def further(self, rule):
        """How many findings of a rule of the paper are about a subject that section 2 does not name."""
        if rule in self.asked_of_all:
            return 0
        return sum(count for subject, count in self.truth.violations[rule].items() if subject not in self.named[rule])

    def check_further_subjects(self):
        shown = set()
        for row in self.page.rows("further subjects"):
            for entry in self.known(row.cells[0]):
                shown.add(entry.rule)
                self.expect_same(entry.account, f"{self.further(entry.rule)} of {self.truth.count(entry.rule)}",
                                 row.line, f"further findings of `{entry.rule}`")
        rules = {rule for _, rule in self.truth.covered if self.further(rule)}
        self.expect_all_shown(rules, shown, 3, "a rule of the paper with findings about further subjects")

    def check_paragraphs_without_rule(self):
        rows = self.page.rows("without rule")
        shown = {place for row in rows for place in paragraphs_of(row.cells[0])}
        without = {place for place, rules in self.truth.paragraphs.items() if not rules}
        self.expect_all_shown(without, shown, 4, "a paragraph without a rule")
        for row in self.page.rows("unanswered"):
            for place in paragraphs_of(row.cells[0]):
                self.expect(self.truth.paragraphs.get(place), row.line, f"{place} is no paragraph with rules")
        closing = (f"{len(self.truth.paragraphs)} paragraphs: {len(self.truth.paragraphs) - len(without)} covered, "
                   f"{len(without)} without a rule")
        self.expect(closing in self.page.section(4), None, f"section 4 lacks the closing line `{closing}`")

    def check_rules_without_finding(self):
        shown = set()
        for row in self.page.rows("without finding"):
            for entry in self.known(row.cells[0]):
                shown.add(entry.rule)
                self.check_account(row, entry)
        rules = {rule for _, rule in self.truth.covered if not self.truth.count(rule)}
        self.expect_all_shown(rules, shown, 4, "a rule of the paper that finds nothing")

    def check_example(self, example):
        with tempfile.TemporaryDirectory(prefix="roadlint-position-paper-") as folder:
            data = pathlib.Path(folder) / DATA
            shutil.copytree(DATA, data)
            file = data / pathlib.Path(example.file).name
            text = file.read_text(encoding="utf-8")
            before, after = placed(text, example.before, example.after)
            self.expect(before is not None, example.line, f"the first block does not stand once in {example.file}")
            if before is None:
                return
            file.write_text(text.replace(before, after), encoding="utf-8")
            now = pairs_of(self.truth.roadlint.check(data)["findings"])
        was = pairs_of(self.truth.findings)
        self.expect_same(sorted(example.gone), sorted((was - now).elements()), example.line, "findings that are gone")
        self.expect_same(sorted(example.new), sorted((now - was).elements()), example.line, "findings that are new")


def pairs_of(findings):
    return collections.Counter(f"{finding['rule']} {subject_of(finding)}" for finding in findings)


def placed(text, before, after):
    """Both blocks as deep as the first one stands in the text; None when it stands there not exactly once."""
    def indented(block, depth):
        return "".join(" " * depth + line if line.strip() else line for line in block.splitlines(keepends=True))

    for depth in range(0, 24, 2):
        block = indented(before, depth)
        if f"\n{text}".count(f"\n{block}") == 1:
            return block, indented(after, depth)
    return None, None


def examples_of(page):
    """Each has a sentence with its file, two blocks of YAML, and lines that begin with `Gone:` and `New:`."""
    found = []
    for match in EXAMPLE.finditer(page.section(5)):
        text = match[0]
        blocks = [block for language, block in FENCE.findall(text) if language == "yaml"]
        file = re.search(r"`(roadmaps/[\w-]+\.yaml)`", text)
        gone, new = (re.search(rf"^{word}: (.*?)\.$", text, re.MULTILINE | re.DOTALL) for word in ("Gone", "New"))
        line = page.line_of(5, match.start())
        if len(blocks) != 2 or not (file and gone and new):
            raise Failure(f"{page.path}:{line}: an example needs a file, two blocks of YAML, `Gone:` and `New:`")
        found.append(Example(line, file[1], *blocks, findings_named(gone[1]), findings_named(new[1])))
    if not found:
        raise Failure(f"{page.path}: section 5 has no example")
    return found


def findings_named(text):
    return [f"{rule} {subject}" for rule, subject in re.findall(RULE_NAME.pattern + r"\s+([\w|-]+)", text)]


def main():
    parser = rule_cases.argument_parser("Compares docs/position-paper.md with what roadlint says.")
    parser.add_argument("--page", default="docs/position-paper.md", help="another page to compare")
    arguments = parser.parse_args()
    try:
        test = Test(Page(pathlib.Path(arguments.page)), Truth(Roadlint(arguments.roadlint, arguments.rules)))
        test.run()
    except Failure as failure:
        raise SystemExit(f"position paper: {failure}")
    print(f"position paper: {test.passed} passed, {test.failed} failed")
    return 1 if test.failed else 0


if __name__ == "__main__":
    sys.exit(main())
