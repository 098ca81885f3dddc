"""Attributes of git do not hide a change."""
import steps

steps.start_repository()
steps.write(".gitattributes", "*.yaml -diff\n")
steps.commit("Attributes")
steps.replace("roadmaps/batteries.yaml", "      due: 2031", "      due: 2032")
steps.roadlint(*steps.CHECK_MILESTONES, "--diff-base", "HEAD")
steps.remove(".gitattributes")
steps.remove(".git")
