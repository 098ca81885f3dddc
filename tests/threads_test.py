#!/usr/bin/env python3
"""Checks that roadlint writes the same bytes for any number of threads: the report for people with statistics, and JSON;
over the benchmark's data in one file and in seven, and over a table that is so long that threads share one rule.

Run from the project root.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

THREADS = [1, 2, 5]
REPORTS = [["--format", "json"], ["--format", "human", "--statistics"]]
MILESTONES = 1_500
STEPS = 140_000

MODEL = """\
model long
entity step in document.steps { id: id  hours: number?  after: -> step? }
"""
# Violated, undecidable and unscoped records, all over the table; texts that rules make.
RULES = """\
pack long
use model "long.model"
rule step-hours {
  title en "A step takes at most a thousand hours, and no more than the one before it"
  for s in step where s.hours > 3
  require s.hours <= 1000 or s.hours <= s.after.hours
  message en "{s} takes {s.hours} hours."
}
rule step-name {
  title en "No step is called like another one"
  for s in step where s.hours > 900
  require none t in step where t.after = s satisfies lower(id(t)) = lower(id(s))
  message en "{s} is there twice."
}
"""


def write_long_table(folder):
    steps = []
    for number in range(STEPS):
        step = {"id": f"{'S' if number % 997 else 's'}{number}"}
        if number % 501:
            step["hours"] = number * 37 % 1009
        step["after"] = f"S{number // 2}"
        steps.append(step)
    (folder / "long.json").write_text(json.dumps({"steps": steps}), encoding="utf-8")
    (folder / "long.model").write_text(MODEL, encoding="utf-8")
    (folder / "long.rules").write_text(RULES, encoding="utf-8")
    return ["--rules", folder / "long.rules", folder / "long.json"]


def write_bench_data(folder, file_count, data_format):
    subprocess.run([sys.executable, "bench/generate.py", "--milestones", str(MILESTONES), "--seed", "7", "--format",
                    data_format, "--files", str(file_count), "--out", folder], check=True, stderr=subprocess.DEVNULL)
    (folder / "truth.json").unlink()
    return ["--rules", "bench/ten-checks.rules", folder]


def run(roadlint, arguments, threads):
    command = [roadlint, "check", "--as-of", "2026-01-01", "--threads", str(threads), *arguments]
    result = subprocess.run(command, capture_output=True, check=False)
    if result.returncode != 1:
        raise SystemExit(f"threads: roadlint ended with {result.returncode}: {result.stderr[:2000]}")
    return result.stdout, result.stderr


def differences(roadlint, name, arguments):
    """Messages about reports that differ from those of one thread."""
    problems = []
    for report in REPORTS:
        reports = {threads: run(roadlint, [*report, *arguments], threads) for threads in THREADS}
        for threads in THREADS[1:]:
            if reports[threads] != reports[THREADS[0]]:
                problems.append(f"{name}: {report[1]}: {threads} threads give other bytes than {THREADS[0]}")
    return problems


def main():
    parser = argparse.ArgumentParser(description="Compares reports of different numbers of threads.")
    parser.add_argument("--roadlint", required=True, help="path of the binary")
    roadlint = parser.parse_args().roadlint
    problems, count = [], 0
    with tempfile.TemporaryDirectory(prefix="roadlint-threads-") as folder:
        inputs = [("a long table", write_long_table(pathlib.Path(folder)))]
        for file_count in (1, 7):
            for data_format in ("json", "yaml"):
                place = pathlib.Path(folder) / f"{data_format}-{file_count}"
                inputs.append((f"{data_format}, {file_count} files", write_bench_data(place, file_count, data_format)))
        for name, arguments in inputs:
            problems += differences(roadlint, name, arguments)
            count += 1
    for problem in problems:
        print(problem)
    print(f"threads: {count} sets of data, {len(problems)} differences")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
