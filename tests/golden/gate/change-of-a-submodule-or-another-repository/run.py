"""Data of two repositories."""
import steps

steps.start_repository()
steps.git("init", "--quiet", "other")
steps.write("other/more.yaml", "roadmap:\n  id: MORE\n  title: More\n")
steps.git("add", "--all", folder="other")
steps.git("commit", "--quiet", "--message", "More", folder="other")
steps.roadlint("check", "roadmaps", "other", *steps.RULES, "--format", "line", "--diff-base", "HEAD")
steps.remove("other")
steps.remove(".git")
