"""A record is not touched by the one behind it that was taken away."""
import steps

steps.start_repository()
steps.replace("roadmaps/batteries.yaml", "    - id: BAT-2\n      title: A substantial plant\n      due: 2031\n      owner: AGENCY\n"
              "      criterion: It makes one cell a second.\n", "")
steps.roadlint(*steps.CHECK_MILESTONES, "--diff-base", "HEAD")
steps.remove(".git")
