#!/usr/bin/env python3
"""The traps of the three roadmaps: where a checker that looks at one thing only would be wrong.

Each trap is a few facts about findings over roadmaps/, as of the day of the position paper, some of them after one fact
of a copy has been changed. The numbers are those of the traps in the yardstick that the project began with.

    python3 tests/traps_test.py --roadlint build/release/roadlint
"""

import copy
import os
import pathlib
import sys
import tempfile

import rule_cases

ROOT = pathlib.Path(__file__).resolve().parent.parent
KP3_CAPACITY = "milestone[KI-KP3].indicators[0]"
WI5_FIGURE = "milestone[KI-WI5].indicators[0]"


class Checked:
    """The findings over one document, as pairs of rule and subject with their outcome."""

    def __init__(self, report):
        self.findings = {(finding["rule"], finding["subject"]["id"]): finding for finding in report["findings"]}

    def finds(self, rule, subject):
        finding = self.findings.get((rule, subject))
        return finding is not None and finding["outcome"] == "violated"

    def is_silent(self, rule, subject):
        return (rule, subject) not in self.findings

    def evidence(self, rule, subject):
        return [entry["path"] for entry in self.findings[rule, subject]["evidence"]]


class Roadmaps:
    """roadmaps/, and copies of it in which something was changed."""

    def __init__(self, roadlint):
        self.roadlint = roadlint
        self.model = rule_cases.Model((ROOT / "rules/roadmap.model").read_text(encoding="utf-8"))
        self.document = rule_cases.read_example(ROOT / "roadmaps")

    def check(self, changes=None, as_of=rule_cases.AS_OF):
        document = copy.deepcopy(self.document)
        for path, value in (changes or {}).items():
            rule_cases.change(self.model, document, path, value)
        return Checked(self.roadlint.check_document(document, as_of=as_of))


# --- the traps -------------------------------------------------------------------------------------------------------


def measurable_yet_not_influenceable(roadmaps):
    """1: KI-WI5 has a number and a date, and the agenda can hardly influence it."""
    now = roadmaps.check()
    yield now.finds("milestone-influence", "KI-WI5")
    yield now.is_silent("milestone-target", "KI-WI5")
    yield now.is_silent("milestone-due", "KI-WI5")


def concrete_yet_without_measures(roadmaps):
    """2: KI-KP1 has a date and says how industry gets access, and no measure backs it."""
    now = roadmaps.check()
    yield now.finds("milestone-without-measure", "KI-KP1")
    yield now.is_silent("milestone-due", "KI-KP1")
    yield now.is_silent("infrastructure-access-conditions", "GCS")
    yield now.finds("infrastructure-access-conditions", "HPC")


def indicator_present_and_budget_absent(roadmaps):
    """3: KI-NG2 is measured by private capital and names no public money."""
    now = roadmaps.check()
    yield now.is_silent("milestone-indicator", "KI-NG2")
    yield now.finds("milestone-public-funding", "KI-NG2")


def states_of_money(roadmaps):
    """4: none, reserved, some but too little, and present are four different things."""
    now = roadmaps.check()
    yield now.finds("goal-funding", "KI-1")
    yield now.finds("goal-funding", "KI-2")
    yield now.finds("goal-funding-committed", "KI-3")
    yield now.is_silent("goal-funding", "KI-4")
    yield now.finds("goal-funding-adequacy", "KI-4")
    yield now.is_silent("goal-funding", "BAT-1")
    yield now.is_silent("goal-funding-committed", "BAT-1")


def quantities_that_are_targets(roadmaps):
    """5: "substantially" is no target; over 50 %, at least 3 and at least twofold are, and a factor needs a baseline."""
    now = roadmaps.check()
    yield now.finds("milestone-target", "KI-WI4")
    for milestone in ("KI-WI3", "KI-NG2", "KI-NG3", "KI-KP3"):
        yield now.is_silent("milestone-target", milestone)
    yield now.finds("milestone-baseline", "KI-WI5")
    yield now.finds("milestone-baseline", "KI-KP3")


def factor_times_baseline(roadmaps):
    """6: 4,000 as a fourfold of the baseline means about 1,000 before."""
    for baseline, is_right in (("1000", True), ("1005", True), ("900", False), ("1200", False)):
        then = roadmaps.check({WI5_FIGURE + ".baseline": baseline})
        yield then.is_silent("milestone-baseline", "KI-WI5") == is_right
    words = roadmaps.check({WI5_FIGURE + ".baseline": "1000", WI5_FIGURE + ".target.factor": "Vervierfachung"})
    yield words.is_silent("milestone-baseline", "KI-WI5")
    words = roadmaps.check({WI5_FIGURE + ".baseline": "1000", WI5_FIGURE + ".target.factor": "Verdopplung"})
    yield words.finds("milestone-baseline", "KI-WI5")


def one_target_with_two_operators(roadmaps):
    """7 and 8: KI-KP3 and KI-NG2 appear with and without "at least"; either way they are measurable."""
    for operator in ("at_least", "exactly", None):
        then = roadmaps.check({KP3_CAPACITY + ".target.operator": operator,
                               "milestone[KI-NG2].indicators[0].target.operator": operator})
        yield then.is_silent("milestone-target", "KI-KP3")
        yield then.is_silent("milestone-target", "KI-NG2")


def spellings_of_one_thing(roadmaps):
    """9: BMWF, BMWs and BMWE are one ministry, IPCEI.CIC is IPCEI-CIC, and IPCEI-CIS is something else."""
    now = roadmaps.check()
    for spelling in ("BMWF", "BMWs", "Wirtschaftsministerium"):
        then = roadmaps.check({"milestone[KI-KP3].owner": spelling})
        yield then.is_silent("data-dangling-reference", "KI-KP3")
        yield then.findings["milestone-realism", "KI-KP3"]["responsible"] == "BMWE"
    line = {"programme": "IPCEI.CIC", "goal": "KI-2", "section": "2.2.4"}
    then = roadmaps.check({"roadmap[KI].funding[+]": line})
    yield then.finds("goal-funding-source-declared", "KI-2|IPCEI-CIC")
    yield now.is_silent("goal-funding-source-declared", "KI-2|IPCEI-CIC")
    then = roadmaps.check({"roadmap[KI].funding[+]": {**line, "programme": "IPCEI-CIS"}})
    yield any(rule == "data-dangling-reference" for rule, _ in then.findings)


def irregular_section_numbers(roadmaps):
    """10: section 3.1.1 lies in 3.2, and a basis names it as it is printed."""
    now = roadmaps.check()
    bases = now.findings["goal-required-topic", "ME-3|physical-and-edge-ai"]["basis"]
    yield any(basis.startswith("ZVEI 3.2/3.1.1") for basis in bases)


def nothing_is_read_out_of_prose(roadmaps):
    """11: what the double negation of 2.3.2 means was judged by a person; without the record nothing is claimed."""
    now = roadmaps.check()
    yield now.finds("milestone-realism", "KI-NG1")
    yield "doubt" in now.findings["milestone-realism", "KI-NG1"]["message"]["en"]
    then = roadmaps.check({"milestone[KI-NG1].assessments": None})
    message = then.findings.get(("milestone-realism", "KI-NG1"), {"message": {"en": ""}})["message"]["en"]
    yield "doubt" not in message


def double_counting_seen_three_ways(roadmaps):
    """12: a running programme towards a target, another ministry's budget, one programme in two totals."""
    now = roadmaps.check()
    yield now.finds("goal-funding-source-declared", "KI-1|BMDS")
    yield now.finds("funding-counted-twice", "IPCEI-AST")  # nobody says whether it counts
    stated = {"amount": "100 Mio. EUR", "counted": True, "status": "committed"}
    counted = {"programme": "IPCEI-AST", **stated}
    in_one = {f"roadmap[ME].funding[programme=IPCEI-AST].{field}": value for field, value in stated.items()}
    once = roadmaps.check(in_one)
    yield once.is_silent("funding-counted-twice", "IPCEI-AST")
    then = roadmaps.check({**in_one, "roadmap[KI].funding[+]": counted})
    yield then.finds("funding-counted-twice", "IPCEI-AST")
    yield len(then.evidence("funding-counted-twice", "IPCEI-AST")) >= 2
    running = roadmaps.check({"roadmap[ME].funding[+]": counted, "programme[IPCEI-AST].start": "2023",
                              "roadmap[ME].published": "2026-05-01"})
    yield any(rule == "funding-running-programme" for rule, _ in running.findings)


def overdue_follows_as_of(roadmaps):
    """13: nothing is overdue on the day of the paper, much is in 2031; the clock does not matter."""
    now = roadmaps.check()
    yield not any(rule == "milestone-overdue" for rule, _ in now.findings)
    later = roadmaps.check(as_of="2031-01-01")
    yield later.finds("milestone-overdue", "KI-NG2")
    yield later.finds("milestone-overdue", "KI-KP1")
    yield later.is_silent("milestone-overdue", "KI-GW1")  # it has no date


def topics_here_and_not_there(roadmaps):
    """A topic that the roadmap covers may be missing in a goal; data is an obstacle that is addressed, others are not."""
    now = roadmaps.check()
    yield now.is_silent("roadmap-required-topic", "KI|data-spaces")
    yield now.finds("goal-required-topic", "KI-3|industrial-data-spaces")
    yield now.is_silent("goal-obstacle-without-measure", "KI-2|data-bottleneck")
    yield now.finds("goal-obstacle-without-measure", "KI-2|dependence-on-foreign-models")
    yield now.finds("roadmap-industry-involvement", "ME")  # dialogue while drafting is none in implementation


def counts_of_milestones(roadmaps):
    """8 + 5 + 4 + 8 milestones are stated and listed; one less is noticed."""
    now = roadmaps.check()
    yield not any(rule == "goal-milestone-count" for rule, _ in now.findings)
    then = roadmaps.check({"goal[KI-2].milestones[4]": None})
    yield then.finds("goal-milestone-count", "KI-2")


TRAPS = [
    measurable_yet_not_influenceable, concrete_yet_without_measures, indicator_present_and_budget_absent, states_of_money,
    quantities_that_are_targets, factor_times_baseline, one_target_with_two_operators, spellings_of_one_thing,
    irregular_section_numbers, nothing_is_read_out_of_prose, double_counting_seen_three_ways, overdue_follows_as_of,
    topics_here_and_not_there, counts_of_milestones,
]


def main():
    options = rule_cases.argument_parser("Checks the traps of the three roadmaps.").parse_args()
    failed = 0
    with tempfile.TemporaryDirectory(prefix="roadlint-traps-") as folder:
        roadmaps = Roadmaps(rule_cases.Roadlint(os.path.abspath(options.roadlint), options.rules, folder))
        for trap in TRAPS:
            facts = list(trap(roadmaps))
            wrong = [str(number) for number, holds in enumerate(facts, 1) if not holds]
            if not wrong and facts:
                continue
            failed += 1
            print(f"{trap.__doc__}\n    wrong: fact {', '.join(wrong)} of {len(facts)} in {trap.__name__}")
    print(f"traps: {len(TRAPS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
