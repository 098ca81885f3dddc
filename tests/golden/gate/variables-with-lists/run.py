"""Lists stand between commas, or line by line."""
import steps

for value in ("roadmap-budget,milestone-owner", " roadmap-budget , , milestone-owner ",
              "roadmap-budget\nmilestone-owner\n"):
    steps.title(repr(value))
    steps.roadlint(*steps.CHECK, variables={"ROADLINT_SELECT": value})
steps.title("paths")
steps.roadlint("check", *steps.RULES, "--format", "line", "--select", "milestone-owner",
               variables={"ROADLINT_PATHS": "roadmaps/hydrogen.yaml, roadmaps/batteries.yaml"})
steps.title("a path with a comma")
steps.write("a, b.yaml", "roadmap:\n  id: R\n  title: Roadmap\n")
steps.roadlint("check", *steps.RULES, "--format", "line", "--select", "roadmap-budget",
               variables={"ROADLINT_PATHS": "a, b.yaml\n"})
steps.title("formats, rules, waivers and a baseline")
steps.roadlint("config", "roadmaps", variables={"ROADLINT_FORMAT": "human, sarif=out.sarif",
                                                "ROADLINT_RULES": "rules/gate.rules,rules/wording.rules",
                                                "ROADLINT_WAIVERS": "waivers.yaml", "ROADLINT_BASELINE": "known.json",
                                                "ROADLINT_AS_OF": "2026-11-23", "ROADLINT_WAIVER_NOTICE": "6 weeks",
                                                "ROADLINT_FAIL_ON_HEURISTIC": "true",
                                                "ROADLINT_IGNORE": "milestone-owner", "ROADLINT_SET": "horizon=2031"})
steps.remove("a, b.yaml")
