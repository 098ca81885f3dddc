#!/usr/bin/env python3
"""A gate in a git repository made for it, told as a team would live through it.

First run, baseline, a new deficiency, a waiver, its expiry, lines that move, one finding swapped for another, a finding
that is mended and taken out of the baseline, and a pull request that is judged by its own change. The rules are those
that come with the program.

    python3 tests/gate_story_test.py --roadlint build/release/roadlint
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

SECONDS_PER_COMMAND = 60

REGISTER = """\
register:
  actors:
    - {id: BMWE, name: Ministry for Economic Affairs and Energy, kind: ministry}
    - {id: BMFTR, name: Ministry for Research, kind: ministry}
"""
ROADMAP = """\
roadmap:
  id: H2
  title: Hydrogen
  goals:
    - id: H2-1
      title: Electrolysis at scale
      milestones:
        - {id: H2-M1, title: Pilot plant, due: 2027-Q2, owner: BMWE}
        - {id: H2-M2, title: Serial production, due: 2028}
"""
CONFIGURATION = """\
paths: [roadmaps]
select: [milestone-owner, roadmap-vision]
waivers: [waivers.yaml]
baseline: known.json
as-of: 2026-11-25
"""
THIRD_MILESTONE = "        - {id: H2-M3, title: Export, due: 2035}\n"
WAIVER = """\
waivers:
  - rule: milestone-owner
    subject: H2-M3
    reason: The cabinet decides in March who is responsible.
    approver: BMWE
    date: 2026-11-20
    expires: 2027-03-31
    reference: letter of 20 November 2026
"""


class Team:
    """A repository, and what people do in it."""

    def __init__(self, roadlint, folder):
        self.roadlint = roadlint
        self.folder = folder
        self.failures = []
        variables = {name: value for name, value in os.environ.items() if not name.startswith(("ROADLINT_", "GIT_"))}
        author = {"GIT_AUTHOR_NAME": "author", "GIT_AUTHOR_EMAIL": "author@roadlint.example",
                  "GIT_COMMITTER_NAME": "author", "GIT_COMMITTER_EMAIL": "author@roadlint.example",
                  "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        self.variables = variables | author

    def run(self, *arguments):
        return subprocess.run(arguments, cwd=self.folder, env=self.variables, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, encoding="utf-8", timeout=SECONDS_PER_COMMAND,
                              check=False)

    def git(self, *arguments):
        result = self.run("git", *arguments)
        if result.returncode != 0:
            raise RuntimeError(f"git {' '.join(arguments)}: {result.stderr}")

    def commit(self, message):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def edit(self, name, old, new):
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        if text.count(old) != 1:
            raise RuntimeError(f"{name} holds {text.count(old)} times {old!r}")
        path.write_text(text.replace(old, new), encoding="utf-8")

    def check(self, *options):
        """The exit status, and the JSON report."""
        report = self.folder / "report.json"
        report.unlink(missing_ok=True)
        result = self.run(self.roadlint, "check", "--format=json=report.json", *options)
        if not report.exists():
            return result.returncode, {"findings": [], "rules": [], "error": result.stderr}
        findings = json.loads(report.read_text(encoding="utf-8"))
        report.unlink()
        return result.returncode, findings

    def baseline(self, action, *options):
        return self.run(self.roadlint, "baseline", action, "known.json", *options)

    def expect(self, what, actual, expected):
        if actual != expected:
            self.failures.append(f"{what}: expected {expected!r}, found {actual!r}")


def standings(report):
    """"rule subject": standing, for the rules of the story."""
    return {f"{finding['rule']} {finding['subject']['id']}": finding["standing"] for finding in report["findings"]
            if not finding["rule"].startswith("waiver-")}


def about_waivers(report):
    return [finding["rule"] for finding in report["findings"] if finding["rule"].startswith("waiver-")]


def fixed(report):
    return [f"{finding['rule']} {finding['subject']['id']}" for finding in report["baseline"]["fixed"]]


# Two findings of the first draft that the team knows and will not mend now.
KNOWN = {"roadmap-vision H2": "known", "milestone-owner H2-M2": "known"}


def first_run(team):
    team.write("roadmaps/h2.yaml", ROADMAP)
    team.write("roadmaps/register.yaml", REGISTER)
    team.write("roadlint.yaml", CONFIGURATION.replace("baseline: known.json\n", "").replace("waivers", "#waivers"))
    team.git("init", "--quiet", "--initial-branch=main")
    status, report = team.check()
    team.expect("first run", (status, standings(report)),
                (1, {"roadmap-vision H2": "active", "milestone-owner H2-M2": "active"}))


def baseline_is_made(team):
    result = team.baseline("create")
    team.expect("baseline create", (result.returncode, result.stdout), (0, "known.json: 2 findings known from now on\n"))
    team.write("waivers.yaml", "waivers: []\n")
    team.write("roadlint.yaml", CONFIGURATION)
    status, report = team.check()
    team.expect("check with a baseline", (status, standings(report)), (0, KNOWN))
    result = team.baseline("create")
    team.expect("baseline create once more", (result.returncode, "exists already" in result.stderr), (2, True))
    team.commit("roadmap with its known findings")


def new_deficiency(team):
    team.edit("roadmaps/h2.yaml", "due: 2028}\n", "due: 2028}\n" + THIRD_MILESTONE)
    status, report = team.check()
    team.expect("new deficiency", (status, standings(report)), (1, KNOWN | {"milestone-owner H2-M3": "active"}))


def waiver_is_given(team):
    team.write("waivers.yaml", WAIVER)
    status, report = team.check()
    team.expect("waived", (status, standings(report)), (0, KNOWN | {"milestone-owner H2-M3": "waived"}))
    team.expect("no complaint about the waiver", about_waivers(report), [])
    waiver = next(finding["waiver"] for finding in report["findings"] if finding["standing"] == "waived")
    team.expect("waiver on record", (waiver["approver"], waiver["expires"]), ("BMWE", "2027-03-31"))
    _, report = team.check("--as-of=2027-03-15")
    team.expect("about to expire", about_waivers(report), ["waiver-expires-soon"])
    status, _ = team.check("--as-of=2027-03-31")
    team.expect("the last day holds", status, 0)


def waiver_expires(team):
    status, report = team.check("--as-of=2027-04-01")
    team.expect("expired", (status, standings(report)["milestone-owner H2-M3"]), (1, "active"))
    team.expect("the waiver is named", about_waivers(report), ["waiver-expired"])


def waiver_without_reason(team):
    team.edit("waivers.yaml", "    reason: The cabinet decides in March who is responsible.\n", "")
    status, report = team.check()
    team.expect("refused without a reason", (status, "lacks `reason`" in report.get("error", "")), (2, True))
    team.write("waivers.yaml", WAIVER)


def lines_move(team):
    team.edit("roadmaps/h2.yaml", "  title: Hydrogen\n", "  # Moves everything below by two lines.\n\n  title: Hydrogen\n")
    team.edit("roadmaps/h2.yaml", "Serial production", "Serial production of electrolysers")
    status, report = team.check()
    team.expect("still known", (status, standings(report)), (0, KNOWN | {"milestone-owner H2-M3": "waived"}))
    team.commit("export, waived")


def finding_is_swapped(team):
    """As many findings as before, but not the same."""
    team.edit("roadmaps/h2.yaml", "due: 2028}", "due: 2028, owner: BMFTR}")
    team.edit("roadmaps/h2.yaml", "due: 2027-Q2, owner: BMWE}", "due: 2027-Q2}")
    status, report = team.check()
    team.expect("swapped", (status, standings(report)),
                (1, {"roadmap-vision H2": "known", "milestone-owner H2-M1": "active", "milestone-owner H2-M3": "waived"}))
    team.expect("the other one is fixed", fixed(report), ["milestone-owner H2-M2"])
    result = team.baseline("update")
    team.expect("update adds nothing by itself",
                (result.returncode, "new, not added: milestone-owner H2-M1" in result.stdout, team.check()[0]),
                (1, True, 1))
    team.edit("roadmaps/h2.yaml", "due: 2027-Q2}", "due: 2027-Q2, owner: BMWE}")


def fixed_finding_is_pruned(team):
    known_before = (team.folder / "known.json").read_text(encoding="utf-8")
    _, report = team.check()
    team.expect("fixed", fixed(report), ["milestone-owner H2-M2"])
    team.expect("a check leaves the baseline alone", (team.folder / "known.json").read_text(encoding="utf-8"),
                known_before)
    _, report = team.check("--select=roadmap-vision")
    team.expect("a rule that was not checked has nothing fixed", fixed(report), [])
    result = team.baseline("prune")
    team.expect("prune", (result.returncode, result.stdout),
                (0, "  fixed: milestone-owner H2-M2\nknown.json: 1 finding removed, 1 finding known\n"))
    status, report = team.check()
    team.expect("nothing is left to prune", (status, fixed(report)), (0, []))
    team.edit("roadmaps/h2.yaml", "due: 2028, owner: BMFTR}", "due: 2028}")
    status, _ = team.check()
    team.expect("what was pruned is new when it comes back", status, 1)
    team.edit("roadmaps/h2.yaml", "due: 2028}", "due: 2028, owner: BMFTR}")
    team.commit("serial production has an owner")


def only_the_change(team):
    team.git("switch", "--quiet", "--create", "draft")
    team.write("waivers.yaml", "waivers: []\n")
    team.edit("roadmaps/h2.yaml", "id: H2-M2, ", "id: H2-M2, status: planned, ")
    status, report = team.check("--diff-base=main")
    team.expect("others' findings do not stop a change", (status, standings(report)), (0, {"roadmap-vision H2": "known"}))
    team.expect("they are counted", report["change"], {"base": "main", "untouched": 1})
    team.edit("roadmaps/h2.yaml", "status: planned, ", "")
    team.edit("roadmaps/h2.yaml", ", owner: BMFTR", "")
    status, report = team.check("--diff-base=main")
    team.expect("its own do", (status, standings(report)),
                (1, {"roadmap-vision H2": "known", "milestone-owner H2-M2": "active"}))
    status, report = team.check("--diff-base=mian")
    team.expect("a revision that does not exist", (status, "did you mean `main`?" in report["error"]), (2, True))


STORY = [first_run, baseline_is_made, new_deficiency, waiver_is_given, waiver_expires, waiver_without_reason, lines_move,
         finding_is_swapped, fixed_finding_is_pruned, only_the_change]


def main():
    parser = argparse.ArgumentParser(description="Tells the story of a gate.")
    parser.add_argument("--roadlint", required=True, help="path of the binary")
    roadlint = os.path.abspath(parser.parse_args().roadlint)
    with tempfile.TemporaryDirectory(prefix="roadlint-gate-") as name:
        team = Team(roadlint, pathlib.Path(name))
        for chapter in STORY:
            chapter(team)
    for failure in team.failures:
        print(failure)
    print(f"{len(STORY)} chapters, {len(team.failures)} failures")
    return 1 if team.failures else 0


if __name__ == "__main__":
    sys.exit(main())
