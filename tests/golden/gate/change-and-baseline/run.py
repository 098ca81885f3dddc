"""What is known stays known, touched or not."""
import steps

steps.start_repository()
steps.replace("roadmaps/batteries.yaml", "      due: 2031", "      due: 2032")
steps.roadlint("check", "roadmaps", *steps.RULES, "--baseline", "known.json", "--diff-base", "HEAD", "--fail-on",
               "warning")
steps.remove(".git")
