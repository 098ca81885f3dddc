"""Nothing is written while data cannot be read."""
import steps

steps.roadlint("baseline", "update", "own.json", "roadmaps", "missing.yaml", "--add", "*", *steps.RULES)
steps.show("own.json")
