"""Lines of the data may look like the head of a patch."""
import steps

steps.start_repository()
steps.replace("roadmaps/batteries.yaml", "      criterion: It makes one cell a second.\n", """\
      criterion: |
        ++ b/roadmaps/hydrogen.yaml
        @@ -1,0 +1,99 @@
""")
steps.roadlint(*steps.CHECK_MILESTONES, "--diff-base", "HEAD")
steps.title("at the very beginning of a line")
steps.git("checkout", "--quiet", "--", ".")
steps.replace("roadmaps/batteries.yaml", "roadmap:\n", "++ b/roadmaps/hydrogen.yaml: 1\nroadmap:\n")
steps.replace("roadmaps/hydrogen.yaml", "Gas flows.", "The gas flows.")
steps.roadlint(*steps.CHECK_MILESTONES, "--diff-base", "HEAD")
steps.remove(".git")
