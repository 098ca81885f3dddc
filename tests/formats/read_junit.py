#!/usr/bin/python3
"""Reads a JUnit report with python3-junitparser, prints what it holds, and exits with 1 when something is amiss.

Usage: read_junit.py FILE, with the Python of Debian, which has the module. Checked: every case has a name that no other
has, and a class name; a case has one outcome, with a message and a text; the numbers in the attributes of suites and
report are those of their cases; the file is small enough for GitLab.
"""

import collections
import os
import sys

import junitparser

MOST_BYTES = 30_000_000  # GitLab refuses larger reports.
KINDS = {junitparser.Failure: "failures", junitparser.Error: "errors", junitparser.Skipped: "skipped"}


def faults_of_case(case):
    """Says what is wrong with a case."""
    if not case.name:
        yield "a case has no name"
    if not case.classname:
        yield f"{case.name}: no class name"
    if len(case.result) > 1:
        yield f"{case.name}: several outcomes"
    for outcome in case.result:
        if not outcome.message:
            yield f"{case.name}: an outcome without a message"
        if not outcome.text:
            yield f"{case.name}: an outcome without a text, which is all that GitLab shows"


def counted(cases):
    """The numbers that the attributes should have."""
    counts = collections.Counter(tests=len(cases), failures=0, errors=0, skipped=0)
    for case in cases:
        counts.update(KINDS[type(outcome)] for outcome in case.result)
    return counts


def faults_of_numbers(element, cases):
    """Compares the attributes of a suite or of the report with its cases."""
    for name, number in counted(cases).items():
        if getattr(element, name) != number:
            yield f"{element.name}: {name} is {getattr(element, name)}, but there are {number}"


def faults_of(report):
    """Says everything that is wrong with the report."""
    cases = [case for suite in report for case in suite]
    for case in cases:
        yield from faults_of_case(case)
    for name, number in collections.Counter(case.name for case in cases).items():
        if number > 1:
            yield f"{number} cases have the name {name}"
    for suite in report:
        yield from faults_of_numbers(suite, list(suite))
    yield from faults_of_numbers(report, cases)


def main():
    path = sys.argv[1]
    report = junitparser.JUnitXml.fromfile(path)
    if not isinstance(report, junitparser.JUnitXml):
        print("the root is no <testsuites>")
        return 1
    faults = list(faults_of(report))
    if os.path.getsize(path) > MOST_BYTES:
        faults.append(f"more than {MOST_BYTES} bytes")
    for fault in faults:
        print(fault)
    numbers = counted([case for suite in report for case in suite])
    print(f"{len(list(report))} suites, " + ", ".join(f"{number} {name}" for name, number in numbers.items()))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
