"""Where two histories have nothing in common all of the difference is the change."""
import steps

steps.start_repository()
steps.git("checkout", "--quiet", "--orphan", "other")
steps.replace("roadmaps/hydrogen.yaml", "A pipeline", "A substantial pipeline")
steps.commit("Another beginning")
steps.roadlint(*steps.CHECK_MILESTONES, "--diff-base", "main")
steps.remove(".git")
