"""Where GitHub names a file for the summary of a step, it is appended to."""
import steps

steps.write("summary.md", "What an earlier step wrote.\n\n")
steps.roadlint("check", "roadmaps", *steps.RULES, "--baseline", "known.json",
               "--waivers", "waivers.yaml", "--format", "github", variables={"GITHUB_STEP_SUMMARY": "summary.md"})
steps.title("another format writes no summary")
steps.roadlint(*steps.CHECK, "--select", "roadmap-budget", variables={"GITHUB_STEP_SUMMARY": "other.md"})
steps.title("a summary that cannot be written")
steps.roadlint(*steps.CHECK[:-1], "github", "--select", "roadmap-budget",
               variables={"GITHUB_STEP_SUMMARY": "missing/summary.md"})
