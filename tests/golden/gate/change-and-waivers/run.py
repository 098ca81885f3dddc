"""What is waived stays waived, touched or not, and a waiver that nobody touched says nothing."""
import steps

steps.start_repository()
steps.replace("roadmaps/hydrogen.yaml", "Gas flows.", "The gas flows.")
steps.replace("roadmaps/batteries.yaml", "It runs for 100 hours.", "It runs for 200 hours.")
CHECK = ["check", "roadmaps", "--rules", "rules", "--select", "milestone-*", "--waivers", "waivers.yaml",
         "--diff-base", "HEAD"]
steps.roadlint(*CHECK, "--as-of", "2026-11-23")
steps.title("when it has expired")
steps.roadlint(*CHECK, "--as-of", "2027-07-01", "--format", "line")
steps.remove(".git")
