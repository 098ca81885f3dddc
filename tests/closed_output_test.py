#!/usr/bin/env python3
"""Checks that roadlint ends quietly when nobody reads its standard output any more, as in `roadlint check ... | head`.

Every run writes into a pipe whose reading end is closed before roadlint starts, so that the first write fails. The exit
status must be the one that the same command has with a reader, and standard error must stay empty.

    python3 tests/closed_output_test.py --roadlint build/release/roadlint
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

SECONDS_PER_COMMAND = 60

MODEL = """\
model demo
entity roadmap in document.roadmap { id: id  title: text  vision: text? }
"""
RULES = """\
pack demo
use model "demo.model"
rule roadmap-vision {
  title en "A roadmap states its vision"
  for r in roadmap
  require r.vision is present
  message en "{r} states no vision."
}
"""
WITH_VISION = "roadmap: {id: energy, title: Energy, vision: Clean power}\n"
WITHOUT_VISION = "roadmap: {id: health, title: Health}\n"

# The arguments, and the exit status that they have with a reader as well.
CASES = [
    ("check with.yaml --rules demo.rules", 0),
    ("check without.yaml --rules demo.rules", 1),
    ("check without.yaml --rules demo.rules --format json", 1),
    ("rules --rules demo.rules", 0),
    ("version", 0),
    ("--help", 0),
]


def write_inputs(folder):
    for name, text in [("demo.model", MODEL), ("demo.rules", RULES), ("with.yaml", WITH_VISION),
                       ("without.yaml", WITHOUT_VISION)]:
        (folder / name).write_text(text, encoding="utf-8")


def run(arguments, folder, output):
    return subprocess.run(arguments, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.PIPE,
                          timeout=SECONDS_PER_COMMAND, check=False)


def run_without_reader(arguments, folder):
    reading_end, writing_end = os.pipe()
    os.close(reading_end)
    try:
        return run(arguments, folder, writing_end)
    finally:
        os.close(writing_end)


def wrong_in(result, status):
    """Sentences about what is not as it should be."""
    wrong = []
    if result.returncode != status:
        wrong.append(f"exit status {result.returncode}, expected {status}")
    if result.stderr:
        wrong.append("standard error is not empty: " + result.stderr.decode("utf-8", errors="backslashreplace"))
    return wrong


def main():
    parser = argparse.ArgumentParser(description="Checks the end of roadlint without a reader.")
    parser.add_argument("--roadlint", required=True, help="path of the binary")
    roadlint = os.path.abspath(parser.parse_args().roadlint)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="roadlint-closed-output-") as name:
        folder = pathlib.Path(name)
        write_inputs(folder)
        for words, status in CASES:
            arguments = [roadlint, *words.split()]
            # With a reader too: else a command that is wrong in itself would pass for a quiet one.
            wrong = [f"with a reader: {text}" for text in wrong_in(run(arguments, folder, subprocess.PIPE), status)]
            wrong += [f"without a reader: {text}" for text in wrong_in(run_without_reader(arguments, folder), status)]
            failed += bool(wrong)
            for sentence in wrong:
                print(f"roadlint {words}: {sentence}")
    print(f"{len(CASES) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
