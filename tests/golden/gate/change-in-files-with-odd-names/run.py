"""Names that git puts in quotes, or ends with a tab."""
import steps

steps.start_repository()
TEXT = """\
roadmap:
  id: {0}
  title: Heat
  milestones:
    - {{id: {0}-1, title: A pump, owner: AGENCY, criterion: It runs., due: 2031}}
    - {{id: {0}-2, title: A pump, owner: AGENCY, criterion: It runs., due: 2031}}
"""
NAMES = ("roadmaps/wärme.yaml", "roadmaps/with a space.yaml", "roadmaps/\"quoted\".yaml", "roadmaps/back\\slash.yaml")
for number, name in enumerate(NAMES):
    steps.write(name, TEXT.format(f"R{number}"))
steps.commit("Heat")
for number, name in enumerate(NAMES):
    steps.replace(name, f"id: R{number}-2, title: A pump", f"id: R{number}-2, title: A large pump")
steps.roadlint(*steps.CHECK_MILESTONES, "--diff-base", "HEAD")
steps.remove(*NAMES)
steps.remove(".git")
