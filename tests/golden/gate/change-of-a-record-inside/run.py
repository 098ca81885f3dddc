"""A change of a milestone does not touch the budget of its roadmap."""
import steps

steps.start_repository()
steps.replace("roadmaps/hydrogen.yaml", "Gas flows.", "The gas flows.")
steps.roadlint(*steps.CHECK, "--diff-base", "HEAD")
steps.remove(".git")
