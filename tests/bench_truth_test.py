#!/usr/bin/env python3
"""Checks that roadlint finds exactly what the benchmark's generator planted: for several sizes and seeds, in JSON and
YAML, in one file and in many. The truth itself is compared with the Python program among the benchmark's other tools,
which shares no code with the generator.

Run from the project root. `--sizes 60,1000,10000`, else the environment variable ROADLINT_BENCH_SIZES, says how many
milestones; large sizes take longer.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, "bench")

import findings

DEFAULT_SIZES = "60,1000,10000"
# (seed, defect rate) of the data of each size. Without a rate of defects the generator still plants one of some kinds.
SMALL_VARIANTS = [("1", "0.05"), ("2", "0.05"), ("3", "0.3"), ("4", "0")]
LARGE_VARIANTS = [("5", "0.05"), ("6", "0.2")]
LARGE_SIZE = 10_000
FILE_COUNTS = [1, 7]
FORMATS = ["json", "yaml"]


def generate(folder, milestones, variant, file_count):
    seed, defect_rate = variant
    subprocess.run([sys.executable, "bench/generate.py", "--milestones", str(milestones), "--seed", seed,
                    "--defect-rate", defect_rate, "--format", ",".join(FORMATS), "--files", str(file_count),
                    "--out", folder], check=True, stderr=subprocess.DEVNULL)


def roadlint_findings(program, files, threads):
    command = [program, "check", "--rules", "bench/ten-checks.rules", "--format", "json", "--threads", str(threads)]
    result = subprocess.run([*command, *files], capture_output=True, text=True, encoding="utf-8")
    if result.returncode not in (0, 1) or result.stderr:
        raise SystemExit(f"bench_truth: roadlint ended with {result.returncode}: {result.stderr[:2000]}")
    return findings.read_roadlint(result.stdout)


def python_findings(files):
    result = subprocess.run([sys.executable, "bench/peers/ten_checks.py", *files], capture_output=True, text=True,
                            encoding="utf-8", check=True)
    return findings.read_lines(result.stdout)


def check_data(program, milestones, variant, file_count, kinds):
    """Messages about everything that differs from the truth; adds to `kinds` the checks that have findings."""
    name = f"{milestones} milestones, seed {variant[0]}, defect rate {variant[1]}, {file_count} files"
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        generate(folder, milestones, variant, file_count)
        truth = findings.read_truth(pathlib.Path(folder) / "truth.json")
        kinds.update(check for check, _ in truth)
        files = {data_format: sorted(pathlib.Path(folder).glob(f"*.{data_format}")) for data_format in FORMATS}
        files["json"].remove(pathlib.Path(folder) / "truth.json")
        found = {"Python": python_findings(files["json"])}
        threads = min(file_count, 2)
        for data_format in FORMATS:
            found[f"roadlint, {data_format}"] = roadlint_findings(program, files[data_format], threads)
        for tool, pairs in found.items():
            if difference := findings.describe_difference(pairs, truth):
                problems.append(f"{name}: {tool}: {difference}")
    return problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--roadlint", required=True)
    parser.add_argument("--sizes", default=os.environ.get("ROADLINT_BENCH_SIZES", DEFAULT_SIZES))
    arguments = parser.parse_args()
    problems, count = [], 0
    for milestones in map(int, arguments.sizes.split(",")):
        kinds = set()
        for variant in LARGE_VARIANTS if milestones >= LARGE_SIZE else SMALL_VARIANTS:
            for file_count in FILE_COUNTS:
                problems += check_data(arguments.roadlint, milestones, variant, file_count, kinds)
                count += 1
        if len(kinds) != 10:
            problems.append(f"{milestones} milestones: only {sorted(kinds)} have findings")
    for problem in problems:
        print(problem)
    print(f"bench_truth: {count} sets of data, {len(problems)} differences")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
