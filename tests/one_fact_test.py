#!/usr/bin/env python3
"""Changes one fact of the example at a time and looks at what the rules say.

For each field that a rule reads (`roadlint rules --format json`, `reads`), three records of the example that have it
are edited in many ways, such as: the field removed, a number halved, a date ten years later, a reference to another
record. A field is killed when one edit makes a rule that reads it report something, or leaves a case of it unscoped. A
field that survives decides nothing: the rule is wrong, or the example too small. No rule that reads none of the edited
fields may say anything.

One run of roadlint holds several edits, but only such that no rule reads what two of them touch; so a finding is about
one of them, or about none. What kills a field is run once more alone.

Without an edit the example has no findings (tests/rule_cases_test.py). Run from the project root.
"""

import collections
import concurrent.futures
import dataclasses
import fractions
import json
import pathlib
import re
import sys
import tempfile
import time

import rule_cases

# Fields that may survive, each with its reason.
EXEMPTIONS = {}

# Edits in one run of roadlint.
BATCH_SIZE = 12

VAGUE_TEXTS = ["deutlich mehr", "TBD", "Weltweit führende, branchenspezifische Geräte, Verdopplung sobald wie möglich"]
NUMBER = re.compile(r"-?[0-9][0-9 ]*(?:,[0-9]+)?(?:/[0-9]+)?")


@dataclasses.dataclass
class Instance:
    """A field where a record of the example has it."""

    path: str
    field: rule_cases.Field
    value: object


@dataclasses.dataclass
class Edit:
    name: str  # of the field
    path: str
    value: object
    touched: set  # the names of the fields that it touches
    comes_or_goes: bool  # whether it adds or removes records

    def __str__(self):
        return f"{self.path} = {str(self.value)[:60]}"


def instances_of(model, document):
    """All fields that records of the example have, by name, each with the places where it stands."""
    found = {}

    def look(fields, prefix, node, path):
        for name, field in fields.items():
            value = node.get(name)
            if value is None or value == []:
                continue
            found.setdefault(f"{prefix}.{name}", []).append(Instance(f"{path}.{name}", field, value))
            if field.kind == "record":
                for index, element in enumerate(value if field.is_list else [value]):
                    look(field.fields, field.prefix, element,
                         f"{path}.{name}[{index}]" if field.is_list else f"{path}.{name}")

    for record in rule_cases.records_of(model, document):
        look(record.fields, record.shape, record.node, record.path)
        for word, child in model.children.get(record.shape, {}).items():
            if record.node.get(word):
                field = rule_cases.Field("entity", of=child, is_list=True)
                instance = Instance(f"{record.path}.{word}", field, record.node[word])
                found.setdefault(f"{record.shape}.{word}", []).append(instance)
    return found


def spread(instances):
    """Three records that lie apart, or those that there are: the first, the last and the middle one."""
    places = [0, len(instances) - 1, len(instances) // 2] if instances else []
    return [instances[place] for place in dict.fromkeys(places)]


# ---- Other values ----------------------------------------------------------------------------------------------------


def number_in(text):
    return fractions.Fraction(NUMBER.search(text)[0].replace(" ", "").replace(",", "."))


def with_number(text, number):
    """The text with a number in place of its own; what stands around the number stays."""
    found = NUMBER.search(text)
    digits = next((digits for digits in range(7) if 10**digits % number.denominator == 0), 6)
    return f"{text[:found.start()]}{float(number):.{digits}f}{text[found.end():]}"


def other_numbers(text):
    own = number_in(text)
    return [with_number(text, number) for number in (own / 2, 2 * own, 0 * own, -own) if number != own]


def moved_years(text, years):
    return f"{int(text[:4]) + years:04}{text[4:]}"


def some_of(elements):
    """The first, the middle and the last."""
    return list(dict.fromkeys([*elements[:1], *elements[len(elements) // 2:][:1], *elements[-1:]]))


def other_values(model, ids, instance, all_instances):
    """What a field may hold instead of its value, by its type; without its removal."""
    field, value = instance.field, instance.value
    if field.kind == "text":
        return ["  ", *VAGUE_TEXTS] + some_of([other.value for other in all_instances if other.value != value])[-1:]
    if field.kind == "enum":
        return some_of([member for member in model.enums[field.of] if member != value])
    if field.kind == "bool":
        return [not value]
    if field.kind == "reference":
        return some_of([record for record in ids[field.of] if record != value]) + ["NIRGENDS"]
    if field.kind in ("date", "deadline"):
        return [moved_years(value, -10), moved_years(value, 10)]
    if field.kind == "duration":
        own = number_in(value)
        return [with_number(value, 2 * own), with_number(value, fractions.Fraction(max(1, own // 2)))]
    if field.kind == "money":
        return [one_euro_more(value), *other_numbers(value)]
    if field.kind == "percent":
        percentage = value if "%" in value else f"{float(100 * number_in(value))} %"
        return [*other_numbers(percentage), "150 %"]
    if field.kind in ("number", "factor", "quantity"):
        return other_numbers(value) + ["150 %"] * value.endswith("%")
    return []


def one_euro_more(value):
    scale = next((factor for word, factor in (("Mio.", 10**6), ("Mrd.", 10**9)) if word in value), 1)
    return f"{int(number_in(value) * scale) + 1} EUR"


def renamed(node, suffix):
    """A copy of a record in which it and all that stand in it have other ids."""
    if isinstance(node, dict):
        return {key: element + suffix if key == "id" else renamed(element, suffix) for key, element in node.items()}
    return [renamed(element, suffix) for element in node] if isinstance(node, list) else node


def further_elements(model, ids, field, value):
    """What may be added to a list."""
    if field.kind == "text":
        return VAGUE_TEXTS[:1]
    if field.kind == "enum":
        return [member for member in model.enums[field.of] if member not in value]
    if field.kind == "reference":
        return some_of([record for record in ids[field.of] if record not in value]) + ["NIRGENDS"]
    if field.kind == "record":
        return [value[0], {}]
    if field.kind == "entity":
        return [renamed(value[0], "-NEU")]
    return ["NEU"] if field.kind == "id" else []


def edits_of(model, ids, name, instance, all_instances):
    """All edits of one field of one record: one fact each."""
    field, path, value = instance.field, instance.path, instance.value
    touched = rule_cases.touched_names(model, name, field, name.rpartition(".")[0])

    def edit(place, other):
        return Edit(name, place, other, touched, field.kind == "entity")

    edits = [edit(path, None)]
    if not field.is_list and field.kind == "record":
        for part, inner in field.fields.items():
            if part in value:
                others = other_values(model, ids, Instance("", inner, value[part]), []) if not inner.is_list else []
                edits += [edit(path, {**value, part: other}) for other in others]
    elif not field.is_list:
        edits += [edit(path, other) for other in other_values(model, ids, instance, all_instances)]
    else:
        further = further_elements(model, ids, field, value)
        if len(value) > 1:
            edits += [edit(f"{path}[0]", None), edit(f"{path}[{len(value) - 1}]", None)]
        edits += [edit(f"{path}[+]", element) for element in further]
        if field.kind in ("text", "enum", "reference"):
            edits += [edit(f"{path}[0]", element) for element in further[-1:]]
    return edits


# ---- The test --------------------------------------------------------------------------------------------------------


class Test:
    def __init__(self, roadlint, model, example):
        self.roadlint, self.model, self.example = roadlint, model, example
        self.text = json.dumps(example)  # read anew for every run, which is faster than a deep copy
        self.rules = roadlint.rule_list()
        self.compares = any(rule["needs_earlier_version"] for rule in self.rules.values())
        self.unscoped = rule_cases.unscoped_of(self.check(example))
        self.readers = collections.defaultdict(set)
        for rule, facts in self.rules.items():
            for name in facts["reads"]:
                self.readers[name].add(rule)
        self.rules_of_fields = {}
        self.ids = collections.defaultdict(list)
        for record in rule_cases.records_of(model, example):
            if "id" in record.node:
                self.ids[record.shape].append(record.node["id"])

    def check(self, document):
        """The report on an edited example; the example itself is its earlier version where rules ask for one."""
        return self.roadlint.check_document(document, before=self.example if self.compares else None)

    def explained(self, edit):
        """The rules that read what an edit touches: those that may say something after it."""
        if edit.name not in self.rules_of_fields:
            found = set().union(*(self.readers[name] for name in edit.touched if name in self.readers))
            self.rules_of_fields[edit.name] = found
        return self.rules_of_fields[edit.name]

    def batches_of(self, edits):
        """The edits in batches in which no rule reads what two of them touch, so that what a rule says is about one."""
        full, waiting = [], []
        # Those that most rules read come first: they are the hardest to join.
        for edit in sorted(edits, key=lambda edit: -len(self.explained(edit))):
            rules = self.explained(edit)
            batch = next((batch for batch in waiting if not batch.rules & rules), None)
            if batch is None or edit.comes_or_goes:
                batch = Batch([], set())
                waiting.append(batch)
            batch.edits.append(edit)
            batch.rules |= rules
            if len(batch.edits) == BATCH_SIZE or edit.comes_or_goes:
                waiting.remove(batch)
                full.append(batch)
        return [batch.edits for batch in full + waiting]

    def run(self, edits):
        """Which of the edits were noticed by a rule that reads their field, and findings that none of them explains."""
        document = json.loads(self.text)
        touched = set()
        for edit in edits:
            touched |= rule_cases.change(self.model, document, edit.path, edit.value)
        report = self.check(document)
        unscoped = rule_cases.unscoped_of(report)
        speaking = {finding["rule"] for finding in report["findings"]}
        speaking |= {rule for rule in unscoped if unscoped[rule] > self.unscoped[rule]}
        mistakes = rule_cases.data_mistakes(self.model, document)
        return ([edit for edit in edits if speaking & self.readers[edit.name]],
                rule_cases.unrelated_findings(report, self.rules, touched, mistakes))

    def run_all(self, pool, edits):
        """The edits that were noticed, and messages about rules that had no reason to say anything."""
        noticed, problems = [], []
        batches = self.batches_of(edits)
        for batch, (noticed_here, unexplained) in zip(batches, pool.map(self.run, batches)):
            noticed += noticed_here
            if unexplained:
                problems += self.culprits(batch, unexplained)
        return noticed, problems

    def culprits(self, batch, unexplained):
        """Messages that name the edit of a batch after which a rule says what no edit explains."""
        alone = [f"{edit}: {described(finding)}" for edit in batch for finding in self.run([edit])[1]]
        together = f"together {'; '.join(map(str, batch))}"
        return alone or [f"{together}: {described(finding)}" for finding in unexplained]


@dataclasses.dataclass
class Batch:
    edits: list
    rules: set


def described(finding):
    return f"the unrelated rule {finding['rule']} says {finding['outcome']} {finding['subject']['id']}"


def killed_fields(test, pool, noticed):
    """The fields of which an edit is noticed alone as well as in its batch."""
    killed = set()
    by_name = collections.defaultdict(list)
    for edit in noticed:
        by_name[edit.name].append(edit)
    while by_name:
        edits = [by_name[name].pop(0) for name in sorted(by_name)]
        for edit, (noticed_alone, _) in zip(edits, pool.map(test.run, [[edit] for edit in edits])):
            if noticed_alone:
                killed.add(edit.name)
        by_name = {name: rest for name, rest in by_name.items() if rest and name not in killed}
    return killed


def main():
    parser = rule_cases.argument_parser("Changes one fact of the example at a time.")
    parser.add_argument("--only", default="", help="only the fields whose name begins so")
    parser.add_argument("--verbose", action="store_true", help="name every edit and whether it was noticed")
    arguments = parser.parse_args()
    begin = time.monotonic()
    model = rule_cases.Model(pathlib.Path("rules/roadmap.model").read_text(encoding="utf-8"))
    example = rule_cases.read_example("rules/example")
    instances = instances_of(model, example)
    with tempfile.TemporaryDirectory(prefix="roadlint-one-fact-") as folder, \
            concurrent.futures.ThreadPoolExecutor(2) as pool:
        test = Test(rule_cases.Roadlint(arguments.roadlint, arguments.rules, folder), model, example)
        names = sorted(name for name in test.readers if name.startswith(arguments.only))
        edits = [edit for name in names for instance in spread(instances.get(name, []))
                 for edit in edits_of(model, test.ids, name, instance, instances[name])]
        noticed, problems = test.run_all(pool, edits)
        killed = killed_fields(test, pool, noticed)
        # A field that survives is edited wherever it stands.
        rest = [edit for name in names if name not in killed for instance in instances.get(name, [])
                for edit in edits_of(model, test.ids, name, instance, instances[name])]
        noticed_of_rest, problems_of_rest = test.run_all(pool, rest)
        killed |= killed_fields(test, pool, noticed_of_rest)
    problems = list(dict.fromkeys(problems + problems_of_rest))
    for edit in edits + rest if arguments.verbose else []:
        print(f"{'noticed' if edit in noticed + noticed_of_rest else 'nothing'}  {edit}")
    for name in names:
        readers = ", ".join(sorted(test.readers[name]))
        if name in EXEMPTIONS and name in killed:
            problems.append(f"{name}: is killed, remove its exemption")
        elif name not in killed and name not in EXEMPTIONS:
            problems.append(f"{name}: {'survives' if name in instances else 'no record has it'}; read by {readers}")
    problems += [f"{name}: the exemption names no field that a rule reads" for name in EXEMPTIONS
                 if name not in test.readers]
    for problem in problems:
        print(problem)
    print(f"one fact: {len(killed)} of {len(names)} fields killed by {len(edits) + len(rest)} edits, "
          f"{len(EXEMPTIONS)} exemptions, {time.monotonic() - begin:.0f} s; {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
