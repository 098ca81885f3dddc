"""--add chooses the rules whose new findings are added."""
import steps

steps.roadlint("baseline", "update", "own.json", "roadmaps", "--add", "milestone-owner", "--add", "wording/*",
               *steps.RULES)
steps.show("own.json")
