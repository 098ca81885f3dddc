"""A shallow clone does not know what it is asked for."""
import steps

steps.start_repository()
steps.replace("roadmaps/hydrogen.yaml", "A pipeline", "A substantial pipeline")
steps.commit("Second")
steps.git("tag", "second")
steps.git("checkout", "--quiet", "-b", "draft", "HEAD~1")
steps.replace("roadmaps/batteries.yaml", "A pilot line", "A first line")
steps.commit("Third")
steps.git("clone", "--quiet", "--depth", "1", "--branch", "draft", f"file://{steps.FOLDER}", "clone")
steps.title("a revision that lies outside")
steps.roadlint(*steps.CHECK_MILESTONES, "--diff-base", "origin/main", folder="clone")
steps.title("a revision without the place where the branches parted")
steps.git("fetch", "--quiet", "--depth", "1", "origin", "main:refs/remotes/origin/main", folder="clone")
steps.roadlint(*steps.CHECK_MILESTONES, "--diff-base", "origin/main", folder="clone")
steps.remove("clone")
steps.remove(".git")
