"""Only what this branch changed counts, not what happened to main since it was left."""
import steps

steps.start_repository()
steps.git("checkout", "--quiet", "-b", "draft")
steps.replace("roadmaps/hydrogen.yaml", "A pipeline", "A substantial pipeline")
steps.commit("On the branch")
steps.git("checkout", "--quiet", "main")
steps.replace("roadmaps/batteries.yaml", "A pilot line", "A first line")
steps.commit("On main")
steps.git("checkout", "--quiet", "draft")
steps.roadlint(*steps.CHECK_MILESTONES, "--diff-base", "main")
steps.remove(".git")
