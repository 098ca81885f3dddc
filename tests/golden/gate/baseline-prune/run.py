"""What is fixed goes, also where its file no longer exists."""
import steps

steps.roadlint("baseline", "prune", "own.json", "roadmaps", *steps.RULES)
steps.show("own.json")
