"""A finding that is known and waived is not fixed."""
import steps

steps.roadlint("baseline", "prune", "own.json", "roadmaps", "--waivers", "own.yaml", *steps.RULES)
steps.show("own.json")
