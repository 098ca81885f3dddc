"""Finds what the ten checks must report, in the plainest way: it shares nothing with roadlint and little with the other
tools of the benchmark. The checks are described in README.md."""

import re

VAGUE = re.compile("substanziell|deutlich|spürbar|signifikant|wesentlich|angemessen|erheblich|verstärkt", re.IGNORECASE)


def find_truth(document):
    """For each check, in order, the sorted keys that must be reported."""
    milestones = [milestone for roadmap in document["roadmaps"] for milestone in roadmap["milestones"]]
    programmes = {programme["id"]: programme for programme in document["programmes"]}
    funding = document["funding"]
    found = {
        "C1": {milestone["id"] for milestone in milestones if is_blank(milestone.get("owner"))},
        "C2": {milestone["id"] for milestone in milestones if not is_measurable(milestone.get("target"))},
        "C3": unfunded(milestones, funding),
        "C4": counted_twice(funding, programmes),
        "C5": due_too_early(milestones),
        "C6": overspent(funding, programmes),
        "C7": used_twice(milestones),
        "C8": {milestone["id"] for milestone in milestones if is_vague(milestone.get("target"))},
        "C9": dangling(document, milestones, funding, programmes),
        "C10": on_cycles(milestones),
    }
    return {check: sorted(keys) for check, keys in found.items()}


def is_blank(value):
    return not isinstance(value, str) or value.strip() == ""


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_measurable(target):
    if not isinstance(target, dict):
        return False
    return is_number(target.get("value")) and is_number(target.get("baseline")) and not is_blank(target.get("unit"))


def is_vague(target):
    return isinstance(target, dict) and VAGUE.search(target.get("indicator") or "") is not None


def unfunded(milestones, funding):
    funded = {line["milestone"] for line in funding if line["amount_eur"] > 0}
    return {milestone["id"] for milestone in milestones} - funded


def counted_twice(funding, programmes):
    roadmaps = {}
    for line in funding:
        programme = programmes.get(line["programme"])
        if line["counted"] and programme is not None and programme["kind"] == "IPCEI":
            roadmaps.setdefault((line["programme"], line["project_ref"]), set()).add(line["roadmap"])
    return {"|".join(key) for key, names in roadmaps.items() if len(names) > 1}


def due_too_early(milestones):
    dues = {}
    for milestone in milestones:
        dues.setdefault(milestone["id"], []).append(milestone["due"])
    return {milestone["id"] for milestone in milestones for needed in milestone["depends_on"]
            for due in dues.get(needed, []) if milestone["due"] < due}


def overspent(funding, programmes):
    spent = dict.fromkeys(programmes, 0)
    for line in funding:
        if line["counted"] and line["programme"] in spent:
            spent[line["programme"]] += line["amount_eur"]
    return {name for name, amount in spent.items() if amount > programmes[name]["total_eur"]}


def used_twice(milestones):
    seen, twice = set(), set()
    for milestone in milestones:
        (twice if milestone["id"] in seen else seen).add(milestone["id"])
    return twice


def dangling(document, milestones, funding, programmes):
    milestone_ids = {milestone["id"] for milestone in milestones}
    measure_ids = {measure["id"] for roadmap in document["roadmaps"] for measure in roadmap["measures"]}
    goal_ids = {goal["id"] for roadmap in document["roadmaps"] for goal in roadmap["goals"]}
    found = set()
    for milestone in milestones:
        name = milestone["id"]
        found |= {f"{name}|depends_on|{other}" for other in milestone["depends_on"] if other not in milestone_ids}
        found |= {f"{name}|measures|{other}" for other in milestone["measures"] if other not in measure_ids}
        if milestone["goal"] not in goal_ids:
            found.add(f"{name}|goal|{milestone['goal']}")
    for line in funding:
        if line["programme"] not in programmes:
            found.add(f"{line['id']}|programme|{line['programme']}")
    return found


def on_cycles(milestones):
    """The ids from which a way along depends_on leads back to them. Milestones of one id count as one."""
    needed = {}
    for milestone in milestones:
        needed.setdefault(milestone["id"], set()).update(milestone["depends_on"])
    return {start for start in needed if leads_back(start, needed)}


def leads_back(start, needed):
    reached, waiting = set(), [start]
    while waiting:
        for other in needed.get(waiting.pop(), ()):
            if other == start:
                return True
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    return False
