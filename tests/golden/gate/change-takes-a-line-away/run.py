"""Where a line was taken away from a record, its findings are touched."""
import steps

steps.start_repository()
steps.replace("roadmaps/hydrogen.yaml", "      criterion: Gas flows.\n", "")
steps.roadlint(*steps.CHECK_MILESTONES, "--diff-base", "HEAD")
steps.title("in the middle of a record")
steps.git("checkout", "--quiet", "--", ".")
steps.replace("roadmaps/batteries.yaml", "      title: A pilot line\n", "")
steps.roadlint(*steps.CHECK_MILESTONES, "--diff-base", "HEAD")
steps.remove(".git")
