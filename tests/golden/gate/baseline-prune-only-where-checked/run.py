"""Rules and files that were not looked at keep their findings."""
import steps

steps.roadlint("baseline", "prune", "own.json", "roadmaps/batteries.yaml", "--select", "roadmap-budget", *steps.RULES)
steps.show("own.json")
