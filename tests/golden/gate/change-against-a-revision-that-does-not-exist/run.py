"""Unknown revisions are named, with the branch that may be meant."""
import steps

steps.start_repository()
steps.git("branch", "release/2026")
for revision in ("maim", "release/2025", "0000000", "-p", "--output=x", "main:roadmaps", "a b"):
    steps.title(revision)
    steps.roadlint(*steps.CHECK, f"--diff-base={revision}")
steps.remove(".git")
