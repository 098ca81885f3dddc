"""--quiet leaves the closing sentence."""
import steps

steps.roadlint("baseline", "prune", "own.json", "roadmaps", "--quiet", "--rules", "rules", "--as-of", "2026-11-23")
steps.show("own.json")
