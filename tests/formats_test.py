#!/usr/bin/env python3
"""Checks the reports for other tools with readers of the formats: schemas, and what the tools demand beyond them.

Each reader lies in tests/formats/ and gets the names of reports as arguments; it prints what is wrong with them and
ends with status 1. Readers in JavaScript need packages, which `npm ci` installs when they are missing.

    python3 tests/formats_test.py --roadlint build/release/roadlint
"""

import argparse
import dataclasses
import os
import pathlib
import subprocess
import sys
import tempfile

SECONDS_PER_COMMAND = 300
LINES_SHOWN = 10
PROJECT = pathlib.Path(__file__).resolve().parent.parent
FORMATS = PROJECT / "tests" / "formats"


@dataclasses.dataclass(frozen=True)
class Format:
    name: str
    reader: tuple[str, ...]

    def wrong_in(self, report):
        """What the reader says against a report; nothing when it accepts it."""
        result = run([*self.reader, report], PROJECT)
        if result.returncode == 0:
            return ""
        lines = (result.stdout + result.stderr).splitlines()
        return "\n".join(lines[:LINES_SHOWN] + ["..."] * (len(lines) > LINES_SHOWN))


READ_FORMATS = [
    Format("sarif", ("node", str(FORMATS / "validate_sarif.mjs"))),
    Format("junit", (str(FORMATS / "read_junit.py"),)),
    Format("gitlab", (str(FORMATS / "read_gitlab.sh"),)),
    Format("xlsx", (str(FORMATS / "read_xlsx.py"),)),
    Format("csv", (str(FORMATS / "read_csv.py"),)),
]

HOSTILE_MODEL = """\
model demo
entity roadmap in document.roadmap { id: id  title: text  vision: text?  owner: text? }
"""
HOSTILE_RULES = """\
pack demo
use model "demo.model"
rule roadmap-vision {
  title en "A \\"vision\\" is <stated> & [linked](1)\\nover two lines"
  for r in roadmap
  require r.vision is present
  message en "{r}: {r.title} states no <vision>."
  help en "Add `vision:` to {r}.\\nOne sentence & no more."
}
rule roadmap-owner {
  title en "The owner is not the vision"
  for r in roadmap
  require r.owner != r.vision
  message en "{r} is its own vision."
}
"""
HOSTILE_DATA = """\
roadmap:
  id: "ä ö|:<b>"
  title: "say \\"no\\" \\\\ to ]]> \\e[2J \\u0001 \\uFFFF & [this](1) {0} %25\\nsecond line 😀\\u2028third \\u202Eenil\\u2069"
  owner: Ümläut
"""
# The reports of both languages must be readable.
LANGUAGES = ["en", "de"]


@dataclasses.dataclass
class Case:
    """A run of roadlint whose reports are read: the arguments, the folder, and the exit statuses that are right."""
    name: str
    arguments: list[str]
    folder: pathlib.Path
    statuses: tuple[int, ...] = (0, 1)
    # Formats that cannot say what the case holds.
    without: tuple[str, ...] = ()


def run(arguments, folder):
    return subprocess.run(arguments, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          encoding="utf-8", errors="backslashreplace", timeout=SECONDS_PER_COMMAND, check=False)


def install_packages():
    if (FORMATS / "node_modules").is_dir():
        return
    result = run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], FORMATS)
    if result.returncode != 0:
        sys.exit("npm ci failed in tests/formats:\n" + result.stdout + result.stderr)


def write_hostile_inputs(folder):
    """Names and texts that a careless report would break at."""
    data = folder / "Roadmap Künstliche: #1?%20"
    data.mkdir()
    (folder / "demo.model").write_text(HOSTILE_MODEL, encoding="utf-8")
    (folder / "demo.rules").write_text(HOSTILE_RULES, encoding="utf-8")
    (data / "ki [1]'&.yaml").write_text(HOSTILE_DATA, encoding="utf-8")
    (folder / "broken.yaml").write_bytes(b"roadmap: {id: \xff\xfe, title: \"open\n")
    (folder / "empty.yaml").write_bytes(b"")


def cases_in(folder):
    rules = ["--rules", "demo.rules"]
    return [
        Case("the roadmaps", ["check", "roadmaps"], PROJECT),
        Case("hostile data", ["check", "Roadmap Künstliche: #1?%20", *rules], folder),
        Case("hostile data by absolute name", ["check", str(folder / "Roadmap Künstliche: #1?%20"), *rules], folder),
        # GitLab knows files of the repository only.
        Case("data from elsewhere", ["check", str(PROJECT / "roadmaps")], folder, without=("gitlab",)),
        Case("unreadable data", ["check", "broken.yaml", "empty.yaml", *rules], folder, statuses=(3,)),
    ]


def wrong_in(case, roadlint, language, reports):
    """Sentences about what is not as it should be in the reports of one run, which are written into a folder."""
    written = {read_format: reports / f"report.{read_format.name}" for read_format in READ_FORMATS
               if read_format.name not in case.without}
    arguments = [roadlint, *case.arguments, "--lang", language]
    for read_format, report in written.items():
        arguments += ["--format", f"{read_format.name}={report}"]
    result = run(arguments, case.folder)
    if result.returncode not in case.statuses:
        return [f"exit status {result.returncode}, expected one of {case.statuses}\n{result.stderr}"]
    wrong = []
    for read_format, report in written.items():
        text = read_format.wrong_in(str(report)) if report.is_file() else "no report was written"
        if text:
            wrong.append(f"{read_format.name}: {text}")
    return wrong


def main():
    parser = argparse.ArgumentParser(description="Reads the reports for other tools as those would.")
    parser.add_argument("--roadlint", required=True, help="path of the binary")
    roadlint = os.path.abspath(parser.parse_args().roadlint)
    install_packages()
    passed, failed = 0, 0
    with tempfile.TemporaryDirectory(prefix="roadlint-formats-") as name:
        folder = pathlib.Path(name)
        write_hostile_inputs(folder)
        for case in cases_in(folder):
            for language in LANGUAGES:
                with tempfile.TemporaryDirectory(prefix="roadlint-reports-") as reports:
                    wrong = wrong_in(case, roadlint, language, pathlib.Path(reports))
                passed += not wrong
                failed += bool(wrong)
                for sentence in wrong:
                    print(f"{case.name} ({language}): {sentence}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
