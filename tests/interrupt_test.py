#!/usr/bin/env python3
"""Checks that an interrupt (Ctrl-C) while a report is written leaves no half-written file and the old report as it was.

The report is large. The test watches its folder and interrupts roadlint as soon as the new file, which is written beside
the old one, appears. A run that was over before is no failure: the next one is tried, with more to write.

    python3 tests/interrupt_test.py --roadlint build/release/roadlint
"""

import argparse
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

SECONDS = 120  # for all attempts together
RECORDS = 10_000
MOST_RECORDS = 160_000
OLD_REPORT = '{"old": "report"}\n'

MODEL = """\
model demo
entity goal in document.goals { id: id  title: text  owner: text? }
"""
RULES = """\
pack demo
use model "demo.model"
rule goal-owner {
  title en "A goal names its owner"
  for g in goal
  require g.owner is present
  message en "{g} names no owner."
}
"""


def write_data(folder, count):
    goals = [{"id": f"G{number}", "title": f"Goal {number}"} for number in range(count)]
    (folder / "data.json").write_text(json.dumps({"goals": goals}), encoding="utf-8")


def start(roadlint, folder):
    # Less important than this test, which must not miss the moment; interrupts are not ignored as in the background.
    def prepare():
        os.nice(5)
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    arguments = [roadlint, "check", "data.json", "--rules", "demo.rules", "--format", "json=report.json"]
    return subprocess.Popen(arguments, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, preexec_fn=prepare)


def unfinished_files(folder):
    return [name for name in os.listdir(folder) if ".part-" in name]


def interrupt_while_writing(process, folder):
    """Whether the unfinished file was there when the signal was sent."""
    while process.poll() is None:
        if unfinished_files(folder):
            process.send_signal(signal.SIGINT)
            return True
    return False


def is_whole_report(text):
    try:
        return len(json.loads(text)["findings"]) > 0
    except (ValueError, KeyError):
        return False


def attempt(roadlint, folder):
    """Messages about what is wrong, and whether roadlint was interrupted before the report was there."""
    report = folder / "report.json"
    report.write_text(OLD_REPORT, encoding="utf-8")
    process = start(roadlint, folder)
    was_interrupted = interrupt_while_writing(process, folder)
    output, errors = process.communicate(timeout=SECONDS)
    problems = [f"left behind: {name}" for name in unfinished_files(folder)]
    if output or errors:
        problems.append(f"printed: {(output + errors).decode('utf-8', errors='backslashreplace')[:500]}")
    is_old = report.read_text(encoding="utf-8") == OLD_REPORT
    if not is_old and not is_whole_report(report.read_text(encoding="utf-8")):
        problems.append("the report is neither the old nor the new one")
    if was_interrupted and is_old and process.returncode != -signal.SIGINT:
        problems.append(f"ended with {process.returncode}, expected the signal SIGINT")
    if not was_interrupted and process.returncode != 1:
        problems.append(f"ended with {process.returncode} without an interrupt, expected 1")
    return problems, was_interrupted and is_old


def main():
    parser = argparse.ArgumentParser(description="Interrupts roadlint while it writes a report.")
    parser.add_argument("--roadlint", required=True, help="path of the binary")
    roadlint = os.path.abspath(parser.parse_args().roadlint)
    deadline = time.monotonic() + SECONDS
    records, attempts = RECORDS, 0
    with tempfile.TemporaryDirectory(prefix="roadlint-interrupt-") as name:
        folder = pathlib.Path(name)
        (folder / "demo.model").write_text(MODEL, encoding="utf-8")
        (folder / "demo.rules").write_text(RULES, encoding="utf-8")
        write_data(folder, records)
        while time.monotonic() < deadline:
            attempts += 1
            problems, is_hit = attempt(roadlint, folder)
            for problem in problems:
                print(f"attempt {attempts}: {problem}")
            if problems or is_hit:
                print(f"interrupt: attempt {attempts}, {records} records, {len(problems)} problems")
                return 1 if problems else 0
            if records < MOST_RECORDS:
                records *= 2
                write_data(folder, records)
    print(f"interrupt: none of {attempts} attempts was interrupted while the report was written")
    return 1


if __name__ == "__main__":
    sys.exit(main())
