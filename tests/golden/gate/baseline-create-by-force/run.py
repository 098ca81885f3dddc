"""--force replaces a baseline, also one that cannot be read any more."""
import steps

steps.write("own.json", "no baseline")
steps.roadlint("baseline", "create", "own.json", "roadmaps", *steps.RULES, "--select", "roadmap-budget", "--force")
