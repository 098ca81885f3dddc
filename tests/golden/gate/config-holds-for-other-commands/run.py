"""Rules, language and parameters of a configuration hold for all commands."""
import steps

steps.roadlint("rules")
steps.roadlint("explain", "milestone-date")
steps.write("later/batteries.yaml", open("roadmaps/batteries.yaml", encoding="utf-8").read().replace("2031", "2036"))
steps.roadlint("diff", "roadmaps/batteries.yaml", "later", "--as-of", "2026-11-23")
steps.remove("later")
