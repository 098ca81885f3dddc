#!/usr/bin/env python3
"""Changes one fact of the example at a time and looks at what the rules say.

For each field that a rule reads (`roadlint rules --format json`, `reads`), records of the example that have it are
changed by one edit each, such as: the field removed, a number halved, a date ten years later, a reference to another
record. A field is killed when an edit makes a rule that reads it report something, or leaves a case of it unscoped. A
field that survives decides nothing: the rule is wrong, or the example too small. No rule that reads none of the edited
fields may say anything.

Without an edit the example has no findings (tests/rule_cases_test.py). Run from the project root.
"""

import argparse
import collections
import concurrent.futures
import copy
import dataclasses
import fractions
import pathlib
import re
import sys
import tempfile
import time

import rule_cases

# Fields that may survive, each with its reason.
EXEMPTIONS = {}

VAGUE_TEXTS = ["deutlich mehr", "TBD", "Weltweit führende, branchenspezifische Lösungen, Verdopplung sobald wie möglich"]
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
        return [member for member in model.enums[field.of] if member != value]
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
    return [renamed(value[0], "-NEU")]


def edits_of(model, ids, name, instance, all_instances):
    """All edits of one field of one record: one fact each."""
    field, path, value = instance.field, instance.path, instance.value
    edits = [Edit(name, path, None)]
    if not field.is_list and field.kind == "record":
        for part, inner in field.fields.items():
            if part in value:
                others = other_values(model, ids, Instance("", inner, value[part]), []) if not inner.is_list else []
                edits += [Edit(name, path, {**value, part: other}) for other in others]
    elif not field.is_list:
        edits += [Edit(name, path, other) for other in other_values(model, ids, instance, all_instances)]
    else:
        further = further_elements(model, ids, field, value)
        if len(value) > 1:
            edits += [Edit(name, f"{path}[0]", None), Edit(name, f"{path}[{len(value) - 1}]", None)]
        edits += [Edit(name, f"{path}[+]", element) for element in further]
        if field.kind in ("text", "enum", "reference"):
            edits += [Edit(name, f"{path}[0]", element) for element in further[-1:]]
    return edits


# ---- The test --------------------------------------------------------------------------------------------------------


class Test:
    def __init__(self, roadlint, model, example):
        self.roadlint, self.model, self.example = roadlint, model, example
        self.rules = roadlint.rule_list()
        self.unscoped = rule_cases.unscoped_of(roadlint.check_document(example))
        self.readers = collections.defaultdict(set)
        for rule, facts in self.rules.items():
            for name in facts["reads"]:
                self.readers[name].add(rule)
        self.ids = collections.defaultdict(list)
        for record in rule_cases.records_of(model, example):
            if "id" in record.node:
                self.ids[record.shape].append(record.node["id"])

    def run(self, edit):
        """Whether a rule that reads the field noticed the edit, and messages about rules that had no reason to."""
        document = copy.deepcopy(self.example)
        touched = rule_cases.change(self.model, document, edit.path, edit.value)
        report = self.roadlint.check_document(document)
        unscoped = rule_cases.unscoped_of(report)
        noticed = {finding["rule"] for finding in report["findings"]}
        noticed |= {rule for rule in unscoped if unscoped[rule] > self.unscoped[rule]}
        mistakes = rule_cases.data_mistakes(self.model, document)
        problems = [f"{edit}: the unrelated rule {f['rule']} says {f['outcome']} {f['subject']['id']}"
                    for f in rule_cases.unrelated_findings(report, self.rules, touched, mistakes)]
        return bool(noticed & self.readers[edit.name]), problems


def run_rounds(test, pool, names, instances):
    """Every edit of the first record that has a field. Two more records, the last and the middle one, get every edit
    while the field survives, else one edit each. What survives that is edited in all records that have it."""
    results, killed = [], set()

    def run(edits):
        for edit, (noticed, problems) in zip(edits, pool.map(test.run, edits)):
            results.append((edit, noticed, problems))
            if noticed:
                killed.add(edit.name)

    def edits(name, chosen):
        return [edit for instance in chosen
                for edit in edits_of(test.model, test.ids, name, instance, instances[name])]

    names = [name for name in names if name in instances]
    run([edit for name in names for edit in edits(name, instances[name][:1])])
    further = []
    for name in names:
        rest = instances[name][1:]
        chosen = [rest[-1], rest[len(rest) // 2]][:len(rest)] if rest else []
        if name not in killed:
            further += edits(name, chosen)
        else:
            further += [edits(name, [instance])[(number + 1) % 2] for number, instance in enumerate(chosen)]
    run(further)
    done = {edit.path for edit, _, _ in results}
    run([edit for name in names if name not in killed for instance in instances[name] if instance.path not in done
         for edit in edits(name, [instance])])
    return results


def main():
    parser = argparse.ArgumentParser(description="Changes one fact of the example at a time.")
    parser.add_argument("--roadlint", required=True, help="path of the binary")
    parser.add_argument("--rules", help="a folder of rules to run instead of the built-in ones")
    parser.add_argument("--only", default="", help="only the fields whose name begins so")
    parser.add_argument("--verbose", action="store_true", help="name every edit and whether it was noticed")
    arguments = parser.parse_args()
    begin = time.monotonic()
    model = rule_cases.Model(pathlib.Path("rules/roadmap.model").read_text(encoding="utf-8"))
    example = rule_cases.read_example("rules/example")
    with tempfile.TemporaryDirectory(prefix="roadlint-one-fact-") as folder:
        test = Test(rule_cases.Roadlint(arguments.roadlint, arguments.rules, folder), model, example)
        instances = instances_of(model, example)
        names = sorted(name for name in test.readers if name.startswith(arguments.only))
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            results = run_rounds(test, pool, names, instances)
    killed = {edit.name for edit, noticed, _ in results if noticed}
    problems = [problem for _, _, messages in results for problem in messages]
    for edit, noticed, _ in results if arguments.verbose else []:
        print(f"{'noticed' if noticed else 'nothing'}  {edit}")
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
    print(f"one fact: {len(killed)} of {len(names)} fields killed by {len(results)} edits, {len(EXEMPTIONS)} exemptions, "
          f"{time.monotonic() - begin:.0f} s; {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
