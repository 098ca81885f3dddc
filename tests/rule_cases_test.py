#!/usr/bin/env python3
"""Runs the cases that stand beside the rules: edits of the example, each with what its rule must say about it.

rules/paper/milestones.cases.yaml holds the cases of rules/paper/milestones.rules:

    milestone-due-before-prerequisite:
      - expect: {violated: H2-M2}
        change: {"milestone[H2-M2].due": 2025-Q4}
      - absent: true
        expect: {undecidable: [H2-M2, H2-M3]}
        change: {"milestone[H2-M2].due": null}

`change` holds one or several edits: a path as reports print it, and the new value; null removes, `[+]` adds an element.
`expect` names every finding of the rule by outcome and subject; `unscoped: 1` says by how much that count rises, and
`silent: true`, with the reason under `why`, that the rule has nothing to say. `absent: true` marks the case in which
data is absent. `as_of` is the day of the check. `before` holds edits that make an earlier version of the example, `{}`
the example itself.

What the rows of a family have in common is written once, as `cases of FAMILY`, with words in braces that each row
fills in, in the same or another file:

    cases of required-field:
      - {absent: true, expect: {violated: "{id}"}, change: {"{path}": null}}
    rows of required-field:
      milestone-due: {id: H2-M3, path: "milestone[H2-M3].due"}

Every rule has a case that violates it, one in which data is absent, and the example itself, which satisfies it. No rule
that reads none of the changed fields may say anything. Run from the project root.
"""

import collections
import concurrent.futures
import copy
import dataclasses
import pathlib
import sys
import tempfile

import rule_cases

KEYS = {"expect", "change", "absent", "as_of", "before", "why"}
OUTCOMES = ("violated", "undecidable")


@dataclasses.dataclass
class Case:
    rule: str
    place: str  # the file and which of the rule's cases it is
    expect: dict
    changes: dict
    is_absent: bool = False
    as_of: str = rule_cases.AS_OF
    before: dict = None

    @property
    def name(self):
        return f"{self.rule} ({self.place})"


def filled_in(value, words):
    """A template with the words of a row in place of `{word}`."""
    if isinstance(value, str):
        whole = value[1:-1] if value.startswith("{") and value.endswith("}") else None
        if whole in words:
            return words[whole]
        for word, text in words.items():
            if isinstance(text, str):
                value = value.replace(f"{{{word}}}", text)
        return value
    if isinstance(value, dict):
        return {filled_in(key, words): filled_in(element, words) for key, element in value.items()}
    if isinstance(value, list):
        return [filled_in(element, words) for element in value]
    return value


def read_cases(folder):
    """All cases below a folder, and messages about what is no case."""
    files = {path: rule_cases.read_yaml(path) for path in sorted(pathlib.Path(folder).rglob("*.cases.yaml"))}
    templates = {key.removeprefix("cases of "): value for content in files.values() for key, value in content.items()
                 if key.startswith("cases of ")}
    found, problems = [], []
    for path, content in files.items():
        by_rule = collections.defaultdict(list)
        for key, value in content.items():
            if key.startswith("rows of "):
                family = key.removeprefix("rows of ")
                if family not in templates:
                    problems.append(f"{path}: no `cases of {family}` in any file")
                for rule, words in value.items():
                    by_rule[rule] += [filled_in(case, words) for case in templates.get(family, [])]
            elif not key.startswith("cases of "):
                by_rule[key] += value
        for rule, cases in by_rule.items():
            for number, case in enumerate(cases, 1):
                place = f"{path.name}, case {number}"
                problem = mistake_in(case)
                if problem:
                    problems.append(f"{rule} ({place}): {problem}")
                    continue
                found.append(Case(rule, place, case["expect"], case.get("change") or {}, case.get("absent", False),
                                  case.get("as_of", rule_cases.AS_OF), case.get("before")))
    return found, problems


def mistake_in(case):
    """What is wrong with the form of a case, or nothing."""
    if not isinstance(case, dict) or "expect" not in case:
        return "a case needs `expect:`"
    if set(case) - KEYS:
        return f"a case has no {', '.join(sorted(set(case) - KEYS))}"
    if not set(case) & {"change", "as_of", "before"}:
        return "a case needs `change:`"
    if not case["expect"] or set(case["expect"]) - {*OUTCOMES, "unscoped", "silent"}:
        return f"`expect:` is one of violated, undecidable, unscoped, silent, not {case['expect']}"
    if "silent" in case["expect"] and ("why" not in case or len(case["expect"]) > 1):
        return "`silent: true` stands alone and needs `why:`"
    return None


def expected_outcomes(expect):
    """The findings that a case expects, as `violated H2-M1`, sorted."""
    found = []
    for outcome in OUTCOMES:
        subjects = expect.get(outcome, [])
        found += [f"{outcome} {subject}" for subject in (subjects if isinstance(subjects, list) else [subjects])]
    return sorted(found)


class Runner:
    """Runs cases against the program."""

    def __init__(self, roadlint, model, example):
        self.roadlint, self.model, self.example = roadlint, model, example
        self.rules = roadlint.rule_list()
        report = roadlint.check_document(example, before=example)
        self.unscoped = rule_cases.unscoped_of(report)
        self.known = {finding["fingerprint"] for finding in report["findings"]}  # reported once, for the example

    def problems_of(self, case):
        """Messages about a case that fails."""
        try:
            document, touched = self.edited(case.changes)
            before, touched_before = (None, set()) if case.before is None else self.edited(case.before)
        except rule_cases.BadPath as problem:
            return [f"{case.name}: {problem}"]
        report = self.roadlint.check_document(document, case.as_of, before)
        return self.compare(case, report, touched | touched_before, document)

    def edited(self, changes):
        """The example with some changes, and the names of the fields that they touch."""
        document, touched = copy.deepcopy(self.example), set()
        for path, value in changes.items():
            touched |= rule_cases.change(self.model, document, path, value)
        return document, touched

    def compare(self, case, report, touched, document):
        problems = []
        expected, found = expected_outcomes(case.expect), rule_cases.outcomes_of(report, case.rule)
        if expected != found:
            problems.append(f"{case.name}: expected {', '.join(expected) or 'no finding'}; "
                            f"found {', '.join(found) or 'none'}")
        if "unscoped" in case.expect:
            rise = rule_cases.unscoped_of(report).get(case.rule, 0) - self.unscoped.get(case.rule, 0)
            if rise != int(case.expect["unscoped"]):
                problems.append(f"{case.name}: expected {case.expect['unscoped']} more unscoped cases; found {rise}")
        if case.as_of != rule_cases.AS_OF:  # what reads the day of the check may fire as well
            return problems
        mistakes = rule_cases.data_mistakes(self.model, document)
        for finding in rule_cases.unrelated_findings(report, self.rules, touched, mistakes):
            if finding["rule"] != case.rule and finding["fingerprint"] not in self.known:
                said = f"{finding['rule']} says {finding['outcome']} {finding['subject']['id']}"
                problems.append(f"{case.name}: the unrelated rule {said}; changed: {', '.join(sorted(touched))}")
        return problems


def example_problems(report, rules):
    """What the example must be: something for every rule to match, and nothing to report."""
    problems = [f"example: {f['rule']} says {f['outcome']} {f['subject']['id']}: {f['message']['en']}"
                for f in report["findings"]]
    matched = {rule["id"]: rule["matched"] for rule in report["rules"]}
    problems += [f"example: {rule} matches no record" for rule in rules if not matched.get(rule)]
    return problems


def coverage_problems(cases, rules):
    """Rules without their cases, and cases without their rule."""
    problems = [f"{rule}: the cases name no rule" for rule in sorted({case.rule for case in cases} - set(rules))]
    for rule in rules:
        if not any("violated" in case.expect and case.rule == rule for case in cases):
            problems.append(f"{rule}: no case violates it")
        if not any(case.is_absent and case.rule == rule for case in cases):
            problems.append(f"{rule}: no case in which data is absent")
    return problems


def main():
    parser = rule_cases.argument_parser("Runs the cases beside the rules.")
    parser.add_argument("--only", default="", help="only the rules whose name begins so")
    arguments = parser.parse_args()
    folder = pathlib.Path("rules")
    model = rule_cases.Model((folder / "roadmap.model").read_text(encoding="utf-8"))
    cases, problems = read_cases(folder)
    with tempfile.TemporaryDirectory(prefix="roadlint-cases-") as place:
        roadlint = rule_cases.Roadlint(arguments.roadlint, arguments.rules, place)
        runner = Runner(roadlint, model, rule_cases.read_example(folder / "example"))
        # Rules that compare versions run only beside an earlier one: here the example itself, in which nothing changed.
        problems += example_problems(roadlint.check(folder / "example", "--before", folder / "example"), runner.rules)
        problems += coverage_problems(cases, runner.rules)
        cases = [case for case in cases if case.rule in runner.rules and case.rule.startswith(arguments.only)]
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            results = list(pool.map(runner.problems_of, cases))
    failed = len(problems) + sum(1 for result in results if result)
    for problem in problems + [problem for result in results for problem in result]:
        print(problem)
    print(f"rule cases: {sum(1 for result in results if not result)} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
