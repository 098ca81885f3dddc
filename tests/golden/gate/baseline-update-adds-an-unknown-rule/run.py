"""A rule that does not exist can have no findings."""
import steps

steps.roadlint("baseline", "update", "own.json", "roadmaps", "--add", "milestone-onwer", "--rules", "rules", "--as-of", "2026-11-23")
steps.show("own.json")
