"""A waiver that the change touches is looked at."""
import steps

steps.start_repository()
steps.replace("waivers.yaml", "2027-06-30", "2027-06-29")
steps.roadlint("check", "roadmaps", "--rules", "rules", "--as-of", "2027-07-01", "--select", "milestone-*",
               "--format", "line", "--waivers", "waivers.yaml", "--diff-base", "HEAD")
steps.remove(".git")
