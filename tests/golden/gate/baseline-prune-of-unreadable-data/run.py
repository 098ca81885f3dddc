"""Nothing is written while data cannot be read."""
import steps

steps.roadlint("baseline", "prune", "own.json", "roadmaps", "missing.yaml", *steps.RULES)
steps.show("own.json")
