"""A repository that lacks a part of its history."""
import pathlib
import shutil

import steps

steps.start_repository()
tree = steps.git("rev-parse", "HEAD^{tree}")
path = pathlib.Path(".git/objects") / tree[:2] / tree[2:]
path.chmod(0o644)
path.unlink()
steps.roadlint(*steps.CHECK_MILESTONES, "--diff-base", "HEAD", variables={"LC_ALL": "C"})
steps.remove(".git")
