#!/usr/bin/env python3
"""Runs the golden cases: command line in, whole text out.

A case is a folder tests/golden/AREA/CASE with

    command        the arguments behind `roadlint`, in one line
    run.py         instead of `command`: a script that gets the path of roadlint as its argument
    make.py        optional: writes inputs that are too large or too odd to be kept as files
    expected.txt   exit status, standard output, standard error, and each file that the command wrote
    ...            the inputs

and everything in tests/golden/AREA/shared lies beside it. Each case runs in a temporary copy of its folder. The number
of the version is replaced by VERSION in what is compared, and nothing else is. Without a filter the run also checks
that the cases show every diagnostic code (coverage_test.py).

    python3 tests/run_golden.py --roadlint build/release/roadlint [--update] [FILTER]
"""

import argparse
import concurrent.futures
import difflib
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

import coverage_test

TESTS = pathlib.Path(__file__).resolve().parent
GOLDEN = TESTS / "golden"
# Exit status of a run.py that needs something this system lacks, such as a pseudo-terminal.
CANNOT_RUN_HERE = 77
SKIPPED = "skipped"
PARALLEL_CASES = 2
# No case works for long: who reaches this hangs.
SECONDS_PER_COMMAND = 60
# What describes a case and is no input of the command.
OWN_FILES = {"command", "run.py", "make.py", "expected.txt"}
# Variables that would change the output of roadlint, or where it writes to; by their whole name or their beginning.
UNSET_VARIABLES = ("NO_COLOR", "CLICOLOR", "COLUMNS", "SOURCE_DATE_EPOCH", "ROADLINT_", "GITHUB_", "GIT_")


def find_cases(name_filter):
    """Folders that describe a case and whose name holds the filter."""
    folders = {path.parent for name in ("command", "run.py") for path in GOLDEN.rglob(name)}
    return sorted(folder for folder in folders if name_filter in folder.relative_to(GOLDEN).as_posix())


def copy_inputs(case, target):
    area = case.relative_to(GOLDEN).parts[0]
    shared = GOLDEN / area / "shared"
    if shared.is_dir():
        shutil.copytree(shared, target, dirs_exist_ok=True)
    shutil.copytree(case, target, dirs_exist_ok=True, symlinks=True, ignore=shutil.ignore_patterns(*OWN_FILES))


def environment():
    variables = {name: value for name, value in os.environ.items() if not name.startswith(UNSET_VARIABLES)}
    variables["PYTHONDONTWRITEBYTECODE"] = "1"
    variables["PYTHONPATH"] = "."  # what the run.py files of an area share lies beside them
    return variables


def run(arguments, folder):
    return subprocess.run(arguments, cwd=folder, env=environment(), stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=SECONDS_PER_COMMAND, check=False)


def arguments_of(case, roadlint):
    if (case / "run.py").exists():
        return [sys.executable, str(case / "run.py"), roadlint]
    return [roadlint, *shlex.split((case / "command").read_text(encoding="utf-8"))]


def readable(data, version):
    """Bytes as text that always ends with a line break."""
    text = data.decode("utf-8", errors="backslashreplace")
    if version:
        text = re.sub(rf"(?<![\w.]){re.escape(version)}(?![\w.])", "VERSION", text)
    if text and not text.endswith("\n"):
        text += "\n\\ no line break at the end\n"
    return text


def files_in(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def actual_text(case, roadlint, version):
    """What the case shows, in the form of expected.txt; None when it cannot run here."""
    with tempfile.TemporaryDirectory(prefix="roadlint-golden-") as name:
        folder = pathlib.Path(name)
        copy_inputs(case, folder)
        if (case / "make.py").exists():
            made = run([sys.executable, str(case / "make.py")], folder)
            if made.returncode != 0:
                return "make.py failed:\n" + readable(made.stderr, "")
        inputs = files_in(folder)
        try:
            result = run(arguments_of(case, roadlint), folder)
        except subprocess.TimeoutExpired:
            return f"no end after {SECONDS_PER_COMMAND} seconds\n"
        if result.returncode == CANNOT_RUN_HERE and (case / "run.py").exists():
            return None
        text = f"exit {result.returncode}\n--- stdout\n{readable(result.stdout, version)}"
        text += f"--- stderr\n{readable(result.stderr, version)}"
        for written in sorted(files_in(folder) - inputs):
            text += f"--- file {written}\n{readable((folder / written).read_bytes(), version)}"
        return text


def check_case(case, roadlint, version, update):
    """None when the case passes, SKIPPED when it cannot run here, else what is wrong with it."""
    actual = actual_text(case, roadlint, version)
    expected_file = case / "expected.txt"
    if actual is None:
        return SKIPPED
    if update:
        expected_file.write_text(actual, encoding="utf-8", newline="")
        return None
    if not expected_file.exists():
        return "expected.txt is missing; look at the output and keep it with --update:\n" + actual
    expected = expected_file.read_bytes().decode("utf-8")
    if actual == expected:
        return None
    lines = difflib.unified_diff(expected.splitlines(keepends=True), actual.splitlines(keepends=True), "expected",
                                 "actual")
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines)


def version_of(roadlint):
    output = subprocess.run([roadlint, "version"], capture_output=True, check=False).stdout.decode("utf-8")
    found = re.search(r"\d+\.\d+(?:\.\d+)?\S*", output)
    return found.group() if found else ""


def run_cases(cases, roadlint, update):
    """Prints what is wrong, case by case, and returns how many failed and how many were left out."""
    version = version_of(roadlint)
    failed = skipped = 0
    with concurrent.futures.ThreadPoolExecutor(PARALLEL_CASES) as pool:
        results = pool.map(lambda case: check_case(case, roadlint, version, update), cases)
        for case, wrong in zip(cases, results):
            if wrong is SKIPPED:
                skipped += 1
                print(f"{case.relative_to(GOLDEN).as_posix()} cannot run here")
            elif wrong is not None:
                failed += 1
                print(f"=== {case.relative_to(GOLDEN).as_posix()}\n{wrong}")
    return failed, skipped


def main():
    parser = argparse.ArgumentParser(description="Runs the golden cases.")
    parser.add_argument("--roadlint", required=True, help="path of the binary")
    parser.add_argument("--update", action="store_true", help="writes what is shown now into expected.txt")
    parser.add_argument("filter", nargs="?", default="", help="only cases whose name holds this text")
    options = parser.parse_args()
    if not os.access(options.roadlint, os.X_OK):
        print(f"there is no program {options.roadlint}")
        return 1
    cases = find_cases(options.filter)
    failed, skipped = run_cases(cases, os.path.abspath(options.roadlint), options.update)
    gaps = [] if options.filter else coverage_test.gaps(TESTS.parent)
    for gap in gaps:
        print(gap)
    left_out = f", {skipped} skipped" if skipped else ""
    print(f"{len(cases) - failed - skipped} passed, {failed} failed{left_out}")
    return 1 if failed or gaps or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
