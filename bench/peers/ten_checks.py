#!/usr/bin/env python3
"""The ten checks as a fast Python script: `ten_checks.py FILE...`; prints one finding a line, CHECK<TAB>key.

Reads JSON with the standard library and YAML with PyYAML's C loader. Written for speed: one pass over the milestones,
one over the funding lines; text is joined only for findings.
"""

import gc
import json
import re
import sys
from collections import Counter, defaultdict

VAGUE = re.compile("substanziell|deutlich|spürbar|signifikant|wesentlich|angemessen|erheblich|verstärkt", re.IGNORECASE)
NUMBER_TYPES = (int, float)  # type() tells bool from int


def read(path):
    if path.endswith(".json"):
        with open(path, "rb") as stream:
            return json.loads(stream.read())
    import yaml
    with open(path, "rb") as stream:
        return yaml.load(stream, Loader=yaml.CSafeLoader)


def check_funding(funding, programmes, add):
    """C4, C6 and the programmes of C9; returns the milestones with money for C3."""
    kinds = {programme["id"]: programme["kind"] for programme in programmes}
    spent = dict.fromkeys(kinds, 0)
    first_roadmap, funded, twice = {}, set(), set()
    for line in funding:
        programme = line["programme"]
        if line["amount_eur"] > 0:
            funded.add(line["milestone"])
        if programme not in kinds:
            add(("C9", f"{line['id']}|programme|{programme}"))
        elif line["counted"]:
            spent[programme] += line["amount_eur"]
            if kinds[programme] == "IPCEI":
                pair = programme, line["project_ref"]
                if first_roadmap.setdefault(pair, line["roadmap"]) != line["roadmap"]:
                    twice.add(pair)
    for pair in twice:
        add(("C4", "|".join(pair)))
    for programme in programmes:
        if spent[programme["id"]] > programme["total_eur"]:
            add(("C6", programme["id"]))
    return funded


def check_target(name, target, add):
    """C2 and C8."""
    if target is None:
        add(("C2", name))
        return
    unit = target.get("unit")
    if (type(target.get("value")) not in NUMBER_TYPES or type(target.get("baseline")) not in NUMBER_TYPES
            or type(unit) is not str or not unit or unit.isspace()):
        add(("C2", name))
    indicator = target.get("indicator")
    if indicator and VAGUE.search(indicator):
        add(("C8", name))


def check_milestones(roadmaps, milestones, funded, add):
    """All checks of one milestone, and its references."""
    goals = {goal["id"] for roadmap in roadmaps for goal in roadmap["goals"]}
    measures = {measure["id"] for roadmap in roadmaps for measure in roadmap["measures"]}
    latest = {}  # the latest due date of an id is the one to compare with
    for milestone in milestones:
        name, due = milestone["id"], milestone["due"]
        if latest.setdefault(name, due) < due:
            latest[name] = due
    for milestone in milestones:
        name, due, owner = milestone["id"], milestone["due"], milestone.get("owner")
        if type(owner) is not str or not owner or owner.isspace():
            add(("C1", name))
        check_target(name, milestone.get("target"), add)
        if name not in funded:
            add(("C3", name))
        for needed in milestone["depends_on"]:
            other = latest.get(needed)
            if other is None:
                add(("C9", f"{name}|depends_on|{needed}"))
            elif due < other:
                add(("C5", name))
        for measure in milestone["measures"]:
            if measure not in measures:
                add(("C9", f"{name}|measures|{measure}"))
        if milestone["goal"] not in goals:
            add(("C9", f"{name}|goal|{milestone['goal']}"))


def reach(starts, edges, within=None):
    reached, waiting = set(), list(starts)
    while waiting:
        node = waiting.pop()
        if node not in reached and (within is None or node in within):
            reached.add(node)
            waiting.extend(edges.get(node, ()))
    return reached


def check_cycles(milestones, add):
    """C10. Every cycle has an edge to an id that is not smaller, and few edges lead there: what can be reached from its
    end and leads to its start is on a cycle."""
    edges = defaultdict(list)
    rising = set()
    for milestone in milestones:
        name, needed = milestone["id"], milestone["depends_on"]
        if needed:
            edges[name] += needed
            rising.update((name, other) for other in needed if other >= name)
    for start, end in rising:
        ahead = reach([end], edges)
        if start in ahead:
            back = defaultdict(list)
            for node in ahead:
                for other in edges.get(node, ()):
                    back[other].append(node)
            for node in reach([start], back, ahead):
                add(("C10", node))


def main():
    gc.disable()
    documents = [read(path) for path in sys.argv[1:]]
    programmes = [record for document in documents for record in document["programmes"] or ()]
    roadmaps = [record for document in documents for record in document["roadmaps"] or ()]
    funding = [record for document in documents for record in document["funding"] or ()]
    milestones = [milestone for roadmap in roadmaps for milestone in roadmap["milestones"]]
    found = set()
    funded = check_funding(funding, programmes, found.add)
    check_milestones(roadmaps, milestones, funded, found.add)
    for name, count in Counter(milestone["id"] for milestone in milestones).items():
        if count > 1:
            found.add(("C7", name))
    check_cycles(milestones, found.add)
    sys.stdout.write("".join(f"{check}\t{key}\n" for check, key in sorted(found)))


if __name__ == "__main__":
    main()
