"""What belongs to rules that do not exist is not called fixed."""
import steps

steps.roadlint("baseline", "prune", "own.json", "roadmaps", "--rules", "rules", "--as-of", "2026-11-23")
steps.show("own.json")
