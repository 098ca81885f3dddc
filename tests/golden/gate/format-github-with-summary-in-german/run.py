"""The summary speaks German too, and says that nothing was found."""
import steps

steps.roadlint("check", "roadmaps", *steps.RULES, "--baseline", "known.json",
               "--waivers", "waivers.yaml", "--format", "github", "--lang", "de",
               variables={"GITHUB_STEP_SUMMARY": "summary.md"})
steps.roadlint("check", "roadmaps/batteries.yaml", *steps.RULES, "--select", "roadmap-budget",
               "--format", "github", "--lang", "de", variables={"GITHUB_STEP_SUMMARY": "none.md"})
