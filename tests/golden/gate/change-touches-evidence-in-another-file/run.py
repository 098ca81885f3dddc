"""A rule about two files: the place of the finding is where the change touches it."""
import steps

steps.start_repository()
steps.replace("roadmaps/second.yaml", "budget: 7 Mio. EUR", "budget: 8 Mio. EUR")
steps.roadlint("check", "roadmaps", "--rules", "sum.rules", "--as-of", "2026-11-23", "--diff-base", "HEAD")
steps.roadlint("check", "roadmaps", "--rules", "sum.rules", "--as-of", "2026-11-23", "--diff-base", "HEAD",
               "--format", "github")
steps.remove(".git")
