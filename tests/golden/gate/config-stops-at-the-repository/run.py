"""What lies above the folder with .git is none of its business."""
import steps

steps.write("roadlint.yaml", "rules: [rules]\nas-of: 2026-11-23\nselect: [roadmap-budget]\nformat: line\n")
steps.roadlint("check", "roadmaps")
steps.title("roadmaps is a repository of its own")
steps.write("roadmaps/.git", "gitdir: elsewhere\n")
steps.roadlint("check", "roadmaps", *steps.RULES, "--format", "line")
steps.title("found from a folder below")
steps.remove("roadmaps/.git")
steps.roadlint("check", ".", folder="roadmaps")
steps.remove("roadlint.yaml")
