"""Git puts such a name in quotes and ends it with a tab."""
import steps

steps.start_repository()
steps.git("mv", "roadmaps/batteries.yaml", "roadmaps/Entwurf für Wärme.yaml")
steps.commit("A German name")
steps.replace("roadmaps/Entwurf für Wärme.yaml", "      due: 2031", "      due: 2032")
steps.roadlint(*steps.CHECK_MILESTONES, "--diff-base", "HEAD")
steps.remove("roadmaps/Entwurf für Wärme.yaml")
steps.remove(".git")
