"""All of a new file is new, whether git knows it yet or not."""
import steps

steps.start_repository()
steps.write("roadmaps/new.yaml", "roadmap:\n  id: NEW\n  title: New\n")
steps.title("not known to git")
steps.roadlint(*steps.CHECK, "--diff-base", "HEAD")
steps.title("added")
steps.git("add", "roadmaps/new.yaml")
steps.roadlint(*steps.CHECK, "--diff-base", "HEAD")
steps.title("committed")
steps.commit("A new file")
steps.roadlint(*steps.CHECK, "--diff-base", "HEAD~1")
steps.remove(".git")
