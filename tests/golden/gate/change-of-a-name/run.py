"""A file under a new name is no new file."""
import steps

steps.start_repository()
steps.git("mv", "roadmaps/hydrogen.yaml", "roadmaps/h2.yaml")
steps.replace("roadmaps/h2.yaml", "      title: A pipeline", "      title: A substantial pipeline")
steps.roadlint(*steps.CHECK_MILESTONES, "--diff-base", "HEAD")
steps.remove(".git")
