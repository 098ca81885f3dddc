"""Sets of findings: read from what a tool printed, and compared with the truth. A set holds pairs of check and key."""

import json


def read_truth(path):
    with open(path, encoding="utf-8") as stream:
        return {(check, key) for check, keys in json.load(stream).items() for key in keys}


def read_roadlint(text):
    """The findings of the ten rules in a report of `--format json`; the loader's own findings are left out."""
    findings = [finding for finding in json.loads(text)["findings"] if not finding["rule"].startswith("data-")]
    return {(finding["rule"].upper(), finding["subject"]["id"]) for finding in findings}


def read_lines(text):
    """The findings of a tool that prints CHECK<TAB>key."""
    return {tuple(line.split("\t", 1)) for line in text.splitlines()}


def describe_difference(found, truth):
    """What is wrong with a set in a few words; empty when it equals the truth."""
    parts = [f"{name} {len(pairs)} ({', '.join(' '.join(pair) for pair in sorted(pairs)[:3])})"
             for name, pairs in (("missing", truth - found), ("too many", found - truth)) if pairs]
    return "; ".join(parts)
