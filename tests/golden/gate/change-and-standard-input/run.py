"""What is being edited is part of the change."""
import steps

steps.start_repository()
text = open("roadmaps/batteries.yaml", encoding="utf-8").read().replace("due: 2031", "due: 2032")
steps.roadlint(*steps.CHECK_MILESTONES, "--stdin-filename", "roadmaps/batteries.yaml", "-", "--diff-base", "HEAD", text=text)
steps.remove(".git")
