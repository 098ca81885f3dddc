"""A waiver that a body proposed holds only when somebody else has allowed it."""

from steps import RULES, remove, roadlint, write

START = "waivers:\n  - {rule: milestone-owner, subject: BAT-1, reason: Agreed, expires: 2027-06-30, proposed-by: "
for end in ("A. Example}", "A. Example, approver: MINISTRY}", "}", "A. Example, approver: MINISTRY, date: 2026-11-01}"):
    write("own.yaml", START + end + "\n")
    roadlint("check", "roadmaps", *RULES, "--select", "milestone-owner", "--format", "line", "--waivers", "own.yaml")
remove("own.yaml")
