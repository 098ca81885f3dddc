"""Rules that were not checked keep their findings, also when they were not even read."""
import steps

steps.roadlint("baseline", "prune", "own.json", "roadmaps", "--rules", "rules/gate.rules", "--as-of", "2026-11-23")
steps.show("own.json")
